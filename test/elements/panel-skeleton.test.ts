// What stands in the place of a discussion while it loads: of the shape of what comes, and nothing moves when that is there.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { loadFormatter } from '../../src/elements/formatter.ts';
import { loadWriting } from '../../src/elements/load-writing.ts';
import { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { all, ana, clear, drawn, get, openPlace, row, textOf, tom, until } from '../support/panel.ts';

const english = 'One question, and a few words about it.';
const hebrew = 'שאלה אחת, וכמה מילים עליה.';

/** A panel whose discussion comes when it is let. */
async function waiting(posts = 1, words = english): Promise<{ panel: PeerDiscussion; come: () => Promise<void> }> {
  const place = openPlace();
  for (let count = 0; count < posts; count++) await place.say(tom, words);
  let come = (): void => {};
  PeerDiscussion.connect = () =>
    new Promise((resolve) => (come = () => resolve(memoryAdapter({ me: ana, backend: place.backend }))));
  const panel = document.createElement('peer-discussion');
  panel.discussion = place.discussion;
  panel.server = 'https://discussions.example';
  document.body.append(panel);
  await until(() => textOf(panel).includes('Loading'));
  const letIn = async (): Promise<void> => {
    come();
    await until(() => get(panel, 'region').ariaBusy === 'false' && all(panel, 'list')[0]?.ariaBusy !== 'true');
    await Promise.all([loadWriting(), loadFormatter()]);
    await drawn();
  };
  return { panel, come: letIn };
}

/** What a browser says of a layout shift. */
interface Shift extends PerformanceEntry {
  readonly sources: readonly { readonly previousRect: DOMRect }[];
}

const boxes = (...elements: readonly (Element | null | undefined)[]): readonly number[] =>
  elements.flatMap((element) => {
    const { top, left, right } = element?.getBoundingClientRect() ?? new DOMRect();
    return [top, left, right];
  });

describe('while it loads', () => {
  afterEach(async () => {
    clear();
    PeerDiscussion.connect = null;
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [360, 768, 1280])
    for (const direction of ['ltr', 'rtl'])
      it(`the shape is that of what comes: ${width} px, ${direction}`, async () => {
        await setViewport({ width, height: 800 });
        document.documentElement.dir = direction;
        document.documentElement.lang = direction === 'ltr' ? 'en' : 'he';
        const words = direction === 'ltr' ? english : hebrew;
        const { panel, come } = await waiting(1, words);
        const [field, first] = [...(panel.shadowRoot?.querySelector('[aria-hidden=true]')?.children ?? [])];
        const before = boxes(field?.lastElementChild, first, first?.querySelector('i'), first?.lastElementChild);
        await come();
        const post = row(panel, words);
        const [face, body] = [post.querySelector('[part=avatar]'), post.querySelector('[part=body]')];
        const after = boxes(get(panel, 'textbox', /^Your post$/), post, face, body);
        for (const [at, one] of before.entries())
          expect(after[at] ?? 0, `${at}: ${before} ${after}`).to.be.closeTo(one, 3);
      });

  it('nothing moves down to the first post when all of it is there: the browser measures no shift', async () => {
    await setViewport({ width: 360, height: 800 });
    const { panel, come } = await waiting(12);
    for (const name of ['header', 'footer']) {
      const part = document.createElement('p');
      part.slot = name;
      part.textContent = `The page’s ${name}`;
      panel.append(part);
    }
    await drawn();
    const moved: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Shift[])
        for (const { previousRect } of sources) if (previousRect.height > 0) moved.push(previousRect.top);
    });
    observer.observe({ type: 'layout-shift' });
    await come();
    observer.disconnect();
    const { bottom } = row(panel, english).getBoundingClientRect();
    expect(moved.filter((top) => top < bottom)).to.deep.equal([]);
  });
});
