// What a change costs: a row is touched only when it changed itself, and typing touches no row at all.
import { expect } from 'chai';
import { newOp } from '../../src/model/op.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import {
  all,
  ana,
  clear,
  fill,
  get,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  tom,
  until,
} from '../support/panel.ts';
import { plainLens } from '../../src/model/view.ts';

/** The rows that were touched while something was done. */
async function touched(panel: PeerDiscussion, work: () => Promise<unknown>): Promise<string[]> {
  const found = new Set<Element>();
  const articles = all(panel, 'article');
  const observer = new MutationObserver((records) => {
    for (const { target } of records) for (const article of articles) if (article.contains(target)) found.add(article);
  });
  const [list] = all(panel, 'list');
  if (list === undefined) throw new Error('no list');
  observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
  await work();
  await settle(panel);
  observer.disconnect();
  return [...found].map((article) => /Post \d+/u.exec(article.textContent ?? '')?.[0] ?? '').sort();
}

describe('cost', () => {
  afterEach(clear);

  it('a change by somebody touches that row, an own post none but its own, typing none', async () => {
    const place = openPlace();
    const ids: string[] = [];
    for (let count = 0; count < 10; count++) ids.push(await place.say(tom, `Post ${count}`));
    await place.backend.room(place.discussion).submit(plainLens(ana), { type: 'read', op: newOp(), ids });
    const panel = await show(panelFor(place, ana));
    await import('../../src/elements/learning/panel-learning.ts'); // comes when the page is idle, and is shown once
    const saysExactly = (one: Element): boolean => (one.querySelector('time')?.title ?? '') !== '';
    const isHelpful = (one: Element): boolean => one.querySelector('peer-discussion-acts') !== null;
    await until(() => all(panel, 'article').every(isHelpful), 'what learning adds');
    await until(() => all(panel, 'article').every(saysExactly), 'exact times, which come when the page is idle, too');
    await settle(panel);
    const change = (): Promise<void> =>
      place.act(tom, { type: 'edit', id: ids[7] ?? '', body: 'Post 7, changed', revision: 1 });
    expect(await touched(panel, () => change().then(() => until(() => row(panel, 'changed'))))).to.deep.equal([
      'Post 7',
    ]);

    const field = get(panel, 'textbox', /^Your post$/);
    expect(await touched(panel, async () => fill(field, 'word '.repeat(1_990)))).to.deep.equal([]);
    fill(field, 'Mine');
    const send = async (): Promise<unknown> => {
      get(panel, 'button', /^Post$/).click();
      return until(() => rows(panel).length === 11);
    };
    expect(await touched(panel, send)).to.deep.equal([]);
    expect(await touched(panel, () => place.say(tom, 'Waits'))).to.deep.equal([]);
    const open = async (): Promise<unknown> => {
      get(row(panel, 'Post 3'), 'button', 'Reply').click();
      return until(() => get(panel, 'textbox', 'Your reply'));
    };
    expect(await touched(panel, open)).to.deep.equal(['Post 3']);
  });

  it('a body is made once: what a reader selected in it stays selected', async () => {
    const place = openPlace();
    const id = await place.say(ana, 'Some *fine* words');
    const panel = await show(panelFor(place, ana));
    const body = row(panel, 'Some fine words').querySelector('em');
    get(panel, 'button', 'Edit').click();
    await until(() => get(panel, 'textbox', 'Change your post'));
    get(panel, 'button', 'Cancel').click();
    await place.say(tom, 'An answer', id);
    (await until(() => get(panel, 'button', '1 new post'))).click();
    await until(() => rows(panel).length === 2);
    expect(row(panel, 'Some fine words').querySelector('em') === body).to.equal(true);
  });
});
