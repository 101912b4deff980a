// How one looks at a discussion: in another order, only a part of it, or what has certain words; over all of it, also
// over what was not loaded yet.
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import {
  all,
  ana,
  clear,
  fill,
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

const found = (panel: PeerDiscussion): string[] =>
  rows(panel).map((text) => /\b(?:P\d+|Q\d+)\b/u.exec(text)?.[0] ?? '');

function choose(panel: PeerDiscussion, name: string, option: string): void {
  const list = get(panel, 'select', name) as HTMLSelectElement;
  const place = [...list.options].findIndex(({ text }) => text === option);
  expect(place, option).to.be.at.least(0);
  list.selectedIndex = place;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

async function furnished(): Promise<{ place: Place; ids: Record<string, string> }> {
  const place = openPlace();
  const ids: Record<string, string> = {};
  ids['P1'] = await place.say(tom, 'P1 An old question about café culture');
  ids['P2'] = await place.say(ana, 'P2 Mine');
  ids['P3'] = await place.say(mira, 'P3 Naïve and *bold* words');
  ids['Q1'] = await place.say(mira, 'Q1 An answer', ids['P1']);
  ids['P4'] = await place.say(tom, 'P4 The newest');
  ids['Q2'] = await place.say(ana, 'Q2 About cafe, too', ids['P3']);
  return { place, ids };
}

describe('how one looks at it', () => {
  afterEach(clear);

  it('in every order: newest, oldest, latest activity, without a reply, new to me', async () => {
    const { place } = await furnished();
    // What is in sight long enough is read, and then no longer new: out of sight it stays so however long this takes.
    const above = document.createElement('div');
    above.dataset['test'] = '';
    above.style.blockSize = '300vh';
    document.body.append(above);
    const panel = await show(panelFor(place, ana));
    expect(found(panel)).to.deep.equal(['P4', 'P3', 'Q2', 'P2', 'P1', 'Q1']);
    expect(await flaws(panel)).to.deep.equal([]);
    const orders = {
      'Oldest first': ['P1', 'Q1', 'P2', 'P3', 'Q2', 'P4'],
      'Latest activity': ['P3', 'Q2', 'P4', 'P1', 'Q1', 'P2'],
      'Without a reply first': ['P4', 'P2', 'P3', 'Q2', 'P1', 'Q1'],
      'New to me first': ['P3', 'Q2', 'P4', 'P1', 'Q1', 'P2'],
    };
    for (const [option, order] of Object.entries(orders)) {
      choose(panel, 'Order', option);
      await until(() => JSON.stringify(found(panel)) === JSON.stringify(order), option);
    }
  });

  it('an answer moves no thread until the order is asked for again', async () => {
    const { place, ids } = await furnished();
    const panel = await show(panelFor(place, ana));
    choose(panel, 'Order', 'Latest activity');
    await until(() => found(panel)[0] === 'P3');
    await place.say(ana, 'Q3 From my phone', ids['P2']);
    await until(() => row(panel, 'Q3'));
    expect(found(panel)).to.deep.equal(['P3', 'Q2', 'P4', 'P1', 'Q1', 'P2', 'Q3']);
  });

  it('a part of it: mine, without a reply, one person’s; what it answers stays above it', async () => {
    const { place } = await furnished();
    const panel = await show(panelFor(place, ana));
    choose(panel, 'Show', 'My posts');
    await until(() => textOf(panel).includes('2 posts found'));
    expect(found(panel)).to.deep.equal(['P3', 'Q2', 'P2']);
    expect(await flaws(panel)).to.deep.equal([]);
    choose(panel, 'Show', 'Without a reply');
    await until(() => JSON.stringify(found(panel)) === JSON.stringify(['P4', 'P2']));
    get(panel, 'button', 'Show everything').click();
    await until(() => rows(panel).length === 6);
    const [more] = all(row(panel, 'Q1'), 'button', 'Posts by Mira Lind');
    more?.click();
    await until(() => JSON.stringify(found(panel)) === JSON.stringify(['P3', 'P1', 'Q1']));
    choose(panel, 'Show', 'Everything');
    await until(() => rows(panel).length === 6);
  });

  it('a search knows no case and no accents, and marks what it found', async () => {
    const { place } = await furnished();
    const panel = await show(panelFor(place, ana));
    const field = get(panel, 'textbox', /^Search$/);
    fill(field, 'CAFÉ');
    await until(() => textOf(panel).includes('2 posts found'));
    expect(found(panel)).to.deep.equal(['P3', 'Q2', 'P1']);
    await until(() => textOf(get(panel, 'status')) === '2 posts found.');
    const marked = (): string[] => [...(CSS.highlights.get('peer-search') ?? [])].map(String).sort();
    await until(() => marked().length === 2);
    expect(marked()).to.deep.equal(['cafe', 'café']);
    fill(field, 'naive');
    await until(() => marked()[0] === 'Naïve');
    fill(field, 'nowhere to be found');
    await until(() => textOf(panel).includes('Nothing was found'));
    expect(await flaws(panel)).to.deep.equal([]);
    get(panel, 'button', 'Show everything').click();
    await until(() => rows(panel).length === 6);
    expect([CSS.highlights.has('peer-search'), focused(panel) === field]).to.deep.equal([false, true]);
  });

  it('over all pages: what was not loaded is loaded first', async () => {
    const place = openPlace();
    await place.say(tom, 'A needle');
    for (let count = 0; count < 50; count++) await place.say(tom, `Hay ${count}`);
    const panel = await show(panelFor(place, ana));
    fill(get(panel, 'textbox', /^Search$/), 'needle');
    await until(() => textOf(panel).includes('1 post found'));
    expect(rows(panel)).to.have.length(1);
    get(panel, 'button', 'Show everything').click();
    choose(panel, 'Order', 'Oldest first');
    await until(() => rows(panel)[0]?.includes('needle') && rows(panel).length === 51);
  });

  it('what one writes meanwhile is shown, whatever is looked for', async () => {
    const { place } = await furnished();
    const panel = await show(panelFor(place, ana));
    fill(get(panel, 'textbox', /^Search$/), 'naive');
    await until(() => rows(panel).length === 1);
    fill(get(panel, 'textbox', /^Your post$/), 'Something else');
    get(panel, 'button', /^Post$/).click();
    await until(() => row(panel, 'Something else'));
  });

  it('in a short discussion there is no such bar', async () => {
    const place = openPlace();
    await place.say(tom, 'One');
    const panel = await show(panelFor(place, ana));
    await settle(panel);
    expect(all(panel, 'textbox', /^Search$/)).to.have.length(0);
  });
});
