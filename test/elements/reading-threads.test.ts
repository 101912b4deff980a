// Threads of any depth: folded and unfolded, read on where they go deep, and a link that leads to one post.
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import {
  all,
  ana,
  clear,
  drawn,
  flaws,
  focused,
  get,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';

/** A chain of answers. */
async function chain(length: number): Promise<{ place: Place; ids: string[] }> {
  const place = openPlace();
  const ids: string[] = [];
  for (let count = 0; count < length; count++) ids.push(await place.say(tom, `Level ${count}.`, ids.at(-1) ?? null));
  return { place, ids };
}

const follow = (id: string): void => {
  location.hash = `peer-${id}`;
};

function isInSight(panel: PeerDiscussion, words: string): boolean {
  const { top } = row(panel, words).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

describe('threads', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('replies fold away and come back; the button says how many, and whether they are shown', async () => {
    const place = openPlace();
    const first = await place.say(tom, 'Question');
    await place.say(tom, 'Beneath', await place.say(ana, 'Answer', first));
    const panel = await show(panelFor(place, ana));
    const fold = get(row(panel, 'Question'), 'button', '2 replies');
    expect(fold.getAttribute('aria-expanded')).to.equal('true');
    fold.click();
    await until(() => rows(panel).length === 1);
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(await flaws(panel)).to.deep.equal([]);
    fold.click();
    await until(() => rows(panel).length === 3);
    expect(focused(panel) === null || fold.isConnected).to.equal(true);
  });

  it('what one answers to a folded post opens it', async () => {
    const place = openPlace();
    const first = await place.say(tom, 'Question');
    await place.say(tom, 'Known', first);
    const panel = await show(panelFor(place, ana));
    get(row(panel, 'Question'), 'button', '1 reply').click();
    await until(() => rows(panel).length === 1);
    get(panel, 'button', 'Reply: post by Tom').click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    (field as HTMLTextAreaElement).value = 'Mine';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    get(row(panel, 'Question'), 'button', /^Reply$/).click();
    await until(() => row(panel, 'Mine'));
    row(panel, 'Known');
  });

  it('a thread that goes deeper is read on by itself, and there is a way back', async () => {
    const { place } = await chain(10);
    const panel = await show(panelFor(place, ana));
    expect(rows(panel)).to.have.length(7);
    get(panel, 'button', 'Continue this thread: 3 replies').click();
    await until(() => rows(panel).length === 4);
    await until(() => focused(panel) === row(panel, 'Level 6.'));
    row(panel, 'Level 9.');
    expect(await flaws(panel)).to.deep.equal([]);
    get(panel, 'button', 'Back to the whole discussion').click();
    await until(() => rows(panel).length === 7);
    await until(() => focused(panel) === row(panel, 'Level 6.'));
  });

  it('a link leads to a post: it has the focus and is clear of what covers the top', async () => {
    const place = openPlace();
    for (let count = 0; count < 8; count++) await place.say(tom, `Older ${count}\n\n${'more '.repeat(300)}`);
    const first = await place.say(tom, 'Question');
    const wanted = await place.say(tom, 'Answer wanted', first);
    for (let count = 0; count < 8; count++) await place.say(tom, `Other ${count}\n\n${'more '.repeat(300)}`);
    document.documentElement.style.setProperty('--peer-offset-top', '80px');
    const panel = await show(panelFor(place, ana));
    get(row(panel, 'Question'), 'button', '1 reply').click();
    await until(() => all(panel, 'article').every((article) => !textOf(article).includes('wanted')));
    follow(wanted);
    await until(() => focused(panel) === row(panel, 'Answer wanted'));
    await drawn();
    const { top } = row(panel, 'Answer wanted').getBoundingClientRect();
    expect(top).to.be.closeTo(88, 3);
  });

  it('a link opens the thread of a post that lies deep, and loads the one that was not there', async () => {
    const { place, ids } = await chain(16);
    for (let count = 0; count < 25; count++) await place.say(tom, `Thread ${count}`);
    const panel = await show(panelFor(place, ana));
    follow(ids[14] ?? '');
    await until(() => focused(panel) === row(panel, 'Level 14.'));
    expect(isInSight(panel, 'Level 14.')).to.equal(true);
  });

  it('a link to a thread that is not there: another panel of the page asks once, loads nothing and stays where it is', async () => {
    const { place, ids } = await chain(3);
    for (let count = 0; count < 45; count++) await place.say(tom, `Thread ${count}`);
    const other = openPlace();
    for (let count = 0; count < 45; count++) await other.say(tom, `Elsewhere ${count}`);
    const asked: (string | undefined)[] = [];
    const inner = memoryAdapter({ me: ana, backend: other.backend });
    const counting: Adapter = {
      open(discussion, listener) {
        const session = inner.open(discussion, listener);
        return { ...session, sync: (cursor, window) => (asked.push(window?.with), session.sync(cursor, window)) };
      },
    };
    const stranger = panelFor(other, ana);
    stranger.adapter = counting;
    await show(stranger);
    const panel = await show(panelFor(place, ana));
    asked.length = 0;
    follow(ids[2] ?? '');
    await until(() => focused(panel) === row(panel, 'Level 2.'));
    await settle(stranger);
    expect(asked).to.deep.equal([ids[2]]);
    expect([rows(stranger).length, focused(stranger)]).to.deep.equal([20, null]);
    expect(rows(panel)).to.have.length(23);
  });

  it('opened by such a link it begins there, with the thread, and only the panel that has the post moves', async () => {
    const { place, ids } = await chain(3);
    for (let count = 0; count < 25; count++) await place.say(tom, `Thread ${count}`);
    follow(ids[2] ?? '');
    const other = openPlace();
    await other.say(tom, 'Elsewhere');
    const stranger = await show(panelFor(other, ana));
    const panel = await show(panelFor(place, ana));
    await until(() => focused(panel) === row(panel, 'Level 2.'));
    expect(rows(panel)).to.have.length(23);
    expect(focused(stranger)).to.equal(null);
  });

  it('the link to a post can be copied; where the browser refuses, it stands in the address bar', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'Question');
    const panel = await show(panelFor(place, ana));
    const copied: string[] = [];
    const real = navigator.clipboard;
    const set = (value: unknown): void =>
      void Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    set({ writeText: async (text: string) => void copied.push(text) });
    get(panel, 'button', 'Copy link').click();
    await until(() => textOf(get(panel, 'status')).includes('was copied'));
    expect(new URL(copied[0] ?? '').hash).to.equal(`#peer-${id}`);
    set({ writeText: () => Promise.reject(new Error('no')) });
    get(panel, 'button', 'Copy link').click();
    await until(() => textOf(get(panel, 'status')).includes('address bar'));
    expect(location.hash).to.equal(`#peer-${id}`);
    set(real);
  });
});
