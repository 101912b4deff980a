// Coming back to a long discussion: the place where one was reading is offered, for each discussion and each reader.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { keepPlace, placeLimit, recallPlace } from '../../src/elements/reading-places.ts';
import type { Person } from '../../src/model/post.ts';
import {
  all,
  ana,
  clear,
  flaws,
  focused,
  get,
  mira,
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

async function long(threads: number): Promise<{ place: Place; ids: string[] }> {
  const place = openPlace();
  const ids: string[] = [];
  for (let count = 0; count < threads; count++)
    ids.push(await place.say(tom, `Thread ${count}.\n\n${'more '.repeat(80)}`));
  return { place, ids };
}

const offers = (panel: PeerDiscussion): HTMLElement[] => all(panel, 'button', 'Back to where you were');
const kept = (): string => localStorage.getItem('peer-discussion:places') ?? '';

/** Scrolls to a thread; those on the way take their real heights when they come near. */
async function scrollTo(panel: PeerDiscussion, words: string): Promise<void> {
  let turns = 0;
  await until(() => {
    row(panel, words).scrollIntoView({ block: 'start' });
    return ++turns > 20 && Math.abs(row(panel, words).getBoundingClientRect().top) < 20;
  });
}

/** Reads at a thread until that is remembered, as somebody does who scrolls there and stays. */
async function readAt(panel: PeerDiscussion, words: string, id: string | undefined): Promise<void> {
  await scrollTo(panel, words);
  await until(() => kept().includes(id ?? 'no id'), `the place “${words}” is remembered`);
}

/** The page is left, and opened again at its top. */
async function reload(panel: PeerDiscussion, place: Place, who: Person | null): Promise<PeerDiscussion> {
  panel.remove();
  window.scrollTo(0, 0);
  const again = await show(panelFor(place, who));
  await until(() => rows(again).length > 5);
  for (let turn = 0; turn < 4; turn++) await settle(again);
  return again;
}

describe('coming back', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    clear();
  });

  it('the place where one read is offered after a reload, and a press leads there', async () => {
    document.documentElement.lang = 'en';
    const { place, ids } = await long(18);
    const first = await show(panelFor(place, ana));
    await settle(first);
    expect(offers(first)).to.have.length(0);
    await readAt(first, 'Thread 5.', ids[5]);
    const again = await reload(first, place, ana);
    expect(scrollY).to.equal(0);
    const offer = await until(() => offers(again)[0]);
    expect(await flaws(again)).to.deep.equal([]);
    offer.click();
    await until(() => focused(again) === row(again, 'Thread 5.'));
    expect(offers(again)).to.have.length(0);
    expect(row(again, 'Thread 5.').getBoundingClientRect().top).to.be.within(0, 600);
  });

  it('of a thread that is not loaded, that one is', async () => {
    const { place, ids } = await long(45);
    const first = await show(panelFor(place, ana));
    get(first, 'button', 'Show more threads').click();
    await until(() => rows(first).length === 40);
    await readAt(first, 'Thread 12.', ids[12]);
    const again = await reload(first, place, ana);
    (await until(() => offers(again)[0])).click();
    await until(() => focused(again) === row(again, 'Thread 12.'));
    expect(rows(again)).to.have.length(21);
  });

  it('is each reader’s own, and each discussion’s', async () => {
    const { place, ids } = await long(15);
    const panel = await show(panelFor(place, ana));
    await readAt(panel, 'Thread 3.', ids[3]);
    const other = await reload(panel, place, mira);
    expect(offers(other)).to.have.length(0);
    const elsewhere = await reload(other, (await long(15)).place, ana);
    expect(offers(elsewhere)).to.have.length(0);
    const back = await reload(elsewhere, place, ana);
    await until(() => offers(back)[0]);
  });

  it('moves nobody who comes by a link to a post, and offers nothing', async () => {
    const { place, ids } = await long(15);
    const panel = await show(panelFor(place, ana));
    await readAt(panel, 'Thread 3.', ids[3]);
    history.replaceState(null, '', `#peer-${ids[9]}`);
    const again = await reload(panel, place, ana);
    await until(() => focused(again) === row(again, 'Thread 9.'));
    expect(offers(again)).to.have.length(0);
  });

  it('can be dismissed; goes when one scrolls there; stays while one only looks at the beginning', async () => {
    const { place, ids } = await long(15);
    const panel = await show(panelFor(place, ana));
    await readAt(panel, 'Thread 3.', ids[3]);
    const again = await reload(panel, place, ana);
    await until(() => offers(again)[0]);
    const begun = new Promise((resolve) => addEventListener('scrollend', resolve, { once: true }));
    row(again, 'Thread 14.').scrollIntoView({ block: 'start' });
    await begun;
    const settledAt = performance.now() + 1_200;
    await until(() => performance.now() > settledAt, 'whoever stays there that long reads there');
    expect(recallPlace(JSON.parse(kept())[0][0])).to.equal(ids[3]);
    await scrollTo(again, 'Thread 3.');
    await until(() => offers(again).length === 0);
    const third = await reload(again, place, ana);
    await until(() => offers(third)[0]);
    get(third, 'button', 'Dismiss').click();
    await until(() => offers(third).length === 0);
    expect(textOf(third)).not.to.include('Back to where you were');
  });

  it('in a short discussion nothing is remembered', async () => {
    const { place } = await long(4);
    const panel = await show(panelFor(place, ana));
    row(panel, 'Thread 1.').scrollIntoView();
    await settle(panel);
    expect(kept()).to.equal('');
  });
});

describe('places', () => {
  afterEach(clear);

  it('are one for each reader, the last used kept, and none where the browser keeps nothing', () => {
    for (let count = 0; count < placeLimit + 5; count++) keepPlace(`reader ${count}`, `post ${count}`);
    keepPlace('reader 6', 'another');
    expect(recallPlace('reader 6')).to.equal('another');
    expect([recallPlace('reader 4'), recallPlace('reader 5')]).to.deep.equal([null, 'post 5']);
    keepPlace('reader 6', null);
    expect(recallPlace('reader 6')).to.equal(null);
    for (const spoiled of ['{', '{"a":1}', '[[1,2],["a"],"b",null]']) {
      localStorage.setItem('peer-discussion:places', spoiled);
      expect(recallPlace('reader 6')).to.equal(null);
    }
    const { getItem, setItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      keepPlace('reader', 'post');
      expect(recallPlace('reader')).to.equal(null);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });
});
