// The items of a list in their groups: always in the order asked for, and nothing is moved that stays where it is.
import { expect } from 'chai';
import { arrangeItems, makeItem, type RowItem } from '../../src/elements/row-item.ts';
import type { RowView } from '../../src/elements/row-view.ts';
import { createRandom } from '../support/seeded.ts';

/** A thread of so many rows. */
function thread(rows: number): RowItem[] {
  return Array.from({ length: rows }, (_, place) => {
    const item = makeItem();
    item.row.view = { depth: Math.min(place, 1) } as RowView;
    return item;
  });
}

/** What is in the list, in its order, once this was checked: every group begins with a thread and knows its rows. */
function itemsIn(list: Element): Element[] {
  return [...list.children].flatMap((group) => {
    const own = [...group.children];
    expect(own.length).to.be.greaterThan(0);
    expect((group as HTMLElement).style.containIntrinsicSize).to.equal(`auto ${own.length * 180}px`);
    return own;
  });
}

const elements = (threads: readonly RowItem[][]): Element[] => threads.flat().map(({ element }) => element);

describe('items of a list', () => {
  it('stand in the order asked for, whatever comes, goes and is sorted', () => {
    const next = createRandom(7);
    const pick = (below: number): number => Math.floor(next() * below);
    const list = document.createElement('ol');
    let threads: RowItem[][] = [];
    for (let turn = 0; turn < 300; turn++) {
      const before = threads;
      threads = threads.filter(() => next() < 0.97);
      if (next() < 0.6) threads = [thread(1 + pick(30)), ...threads];
      if (next() < 0.2) threads.splice(pick(threads.length), 0, thread(1 + pick(3)));
      if (next() < 0.1) threads = threads.toReversed();
      if (next() < 0.1) threads = threads.toSorted((a, b) => a.length - b.length);
      const kept = new Set(threads.flat());
      arrangeItems(
        list,
        threads.flat(),
        before.flat().filter((item) => !kept.has(item)),
      );
      expect(itemsIn(list)).to.deep.equal(elements(threads));
    }
  });

  it('stay in few groups, each with whole threads', () => {
    const list = document.createElement('ol');
    const threads = Array.from({ length: 300 }, () => thread(3));
    arrangeItems(list, threads.flat(), []);
    expect(list.childElementCount).to.be.within(30, 60);
    const firsts = new Set(threads.map(([first]) => first?.element));
    for (const group of list.children) expect(firsts.has(group.firstElementChild as HTMLLIElement)).to.equal(true);
  });

  it('stay in few groups where one thread after the other comes on top, and none stays as small as it came', () => {
    const list = document.createElement('ol');
    let threads = Array.from({ length: 40 }, () => thread(3));
    arrangeItems(list, threads.flat(), []);
    const before = list.childElementCount;
    for (let count = 0; count < 100; count++) {
      threads = [thread(1), ...threads];
      arrangeItems(list, threads.flat(), []);
    }
    expect(itemsIn(list)).to.deep.equal(elements(threads));
    expect(list.childElementCount - before).to.be.within(1, 4);
  });

  it('are not touched where a thread comes on top of them, or goes from among them', () => {
    const list = document.createElement('ol');
    const threads = Array.from({ length: 40 }, () => thread(3));
    arrangeItems(list, threads.flat(), []);
    const watch = new MutationObserver(() => {});
    watch.observe(list, { childList: true, subtree: true });
    const touched = (): Node[] =>
      watch.takeRecords().flatMap((record) => [...record.addedNodes, ...record.removedNodes]);

    const [come] = [thread(1)];
    arrangeItems(list, [come, ...threads].flat(), []);
    expect(touched().every((node) => node.contains(come[0]?.element ?? null))).to.equal(true);

    const gone = threads.splice(0, 1).flat();
    arrangeItems(list, [come, ...threads].flat(), gone);
    const ofThese = new Set<Node>(gone.map(({ element }) => element));
    expect(touched().every((node) => ofThese.has(node))).to.equal(true);
  });
});
