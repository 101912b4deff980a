// Rows far from what is seen: who, when and the text are there at once, in their order; the rest comes with the reader.
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { plainLens } from '../../src/model/view.ts';
import { all, ana, clear, focused, get, openPlace, panelFor, show, tom, until, type Place } from '../support/panel.ts';

const many = 60;

/** A discussion of many posts, none of them short enough for all to be near. */
async function longPlace(): Promise<Place> {
  const place = openPlace();
  const say = (count: number, answers?: string): Promise<string> =>
    place.say(tom, `Post **number ${count}**.\n\n${'Words that fill the window. '.repeat(40)}`, answers);
  const first = await say(0);
  for (let count = 1; count < many; count++) await say(count, first);
  return place;
}

const longPanel = async (): Promise<PeerDiscussion> => show(panelFor(await longPlace(), ana));

const rows = (panel: PeerDiscussion): HTMLElement[] => all(panel, 'article');
const bodies = (panel: PeerDiscussion): HTMLElement[] => [
  ...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[part=body]') ?? []),
];

describe('rows far from the window', () => {
  afterEach(clear);

  it('have their text, who wrote it and when, in the order of reading', async () => {
    const panel = await longPanel();
    expect(rows(panel)).to.have.length(many);
    rows(panel).forEach((row, place) => {
      expect(row.textContent).to.include(`number ${place}`);
      expect(row.getAttribute('aria-label')).to.include('Tom');
      expect(get(row, 'heading', 'Tom').textContent).to.equal('Tom Okafor');
      expect(row.querySelector('time')).not.to.equal(null);
    });
  });

  it('are made once the first were painted; until then the list is busy, and a link still leads to any of them', async () => {
    const place = await longPlace();
    const panel = panelFor(place, ana);
    document.body.append(panel);
    await until(() => rows(panel).length > 0);
    const list = get(panel, 'list');
    const seen: [number, boolean][] = [];
    const note = (): void => void seen.push([rows(panel).length, list.getAttribute('aria-busy') === 'true']);
    note();
    const watch = new MutationObserver(note);
    watch.observe(list, { childList: true, attributes: true });
    await until(() => rows(panel).length === many && !list.hasAttribute('aria-busy'));
    watch.disconnect();
    const [[first] = [many]] = seen;
    expect(first).to.be.within(2, 12);
    for (const [count, isBusy] of seen) expect(isBusy, `${count} rows`).to.equal(count < many);
    const saysWhen = (row: Element): boolean => (row.querySelector('time')?.textContent ?? '') !== '';
    await until(() => rows(panel).every(saysWhen), 'every row says when, once the page is idle');

    const other = panelFor(place, ana);
    const last = [...(await place.backend.room(place.discussion).sync(plainLens(ana), null)).posts].at(-1);
    location.hash = `peer-${last?.id ?? ''}`;
    document.body.append(other);
    await until(() => focused(other)?.textContent?.includes(`number ${many - 1}`));
    location.hash = '';
  });

  it('get what can be done with them when they come near, and keep their text as it is', async () => {
    const panel = await longPanel();
    const last = rows(panel).at(-1);
    if (last === undefined) throw new Error('no rows');
    expect(all(last, 'button')).to.have.length(0);
    await until(() => last.querySelector('strong'));
    const text = last.querySelector('strong')?.firstChild;
    last.scrollIntoView();
    await until(() => get(last, 'button', 'Reply'));
    expect(last.querySelector('strong')?.firstChild === text).to.equal(true);
  });

  it('have their Markdown made when the page is idle, without anybody near', async () => {
    const panel = await longPanel();
    await until(() => bodies(panel).every((body) => body.querySelector('strong') !== null));
    expect(all(panel, 'button').filter(({ dataset }) => dataset.mode === 'reply').length).to.be.below(many);
  });
});
