// The rows of a discussion: their order, their depth, and that no post is ever lost, whatever answers whatever.
import { expect } from 'chai';
import type { Marker, Post } from '../../src/model/post.ts';
import { threadRows, type Row } from '../../src/model/thread.ts';
import { isPost } from '../../src/model/view.ts';
import { createRandom } from '../support/seeded.ts';

const author = { id: 'a', name: 'Ana', role: 'member' } as const;

function post(id: string, parentId: string | null, order: number): Post {
  const times = { createdAt: '2026-01-01T00:00:00.000Z', editedAt: null, revision: 1 };
  return { id, parentId, author, body: id, ...times, order, state: 'shown' };
}

function marker(id: string, parentId: string | null): Marker {
  return { id, parentId, removed: true };
}

/** "a.b" is b at depth 1 below a: rows as they read. */
function drawn(rows: readonly Row[]): string {
  return rows.map(({ entry, depth }) => '.'.repeat(depth) + (isPost(entry) ? entry.id : `(${entry.id})`)).join(' ');
}

const cases: readonly (readonly [why: string, entries: readonly (Post | Marker)[], rows: string])[] = [
  ['nothing is no rows', [], ''],
  ['one post is one row', [post('a', null, 1)], 'a'],
  ['threads stand the oldest first', [post('b', null, 2), post('a', null, 1)], 'a b'],
  [
    'answers stand below what they answer, the oldest first',
    [post('a', null, 1), post('b', null, 2), post('y', 'a', 4), post('x', 'a', 3), post('z', 'x', 5)],
    'a .x ..z .y b',
  ],
  ['an answer may come before what it answers', [post('x', 'a', 2), post('a', null, 1)], 'a .x'],
  ['an answer to something unknown begins a thread', [post('x', 'gone', 2), post('a', null, 1)], 'a x'],
  ['a marker without a post below is left out', [marker('m', null), post('a', null, 1)], 'a'],
  ['a chain of markers without a post is left out', [marker('m', null), marker('n', 'm'), post('a', null, 1)], 'a'],
  [
    'a marker stands where its earliest post below stands',
    [post('a', null, 2), marker('m', null), post('x', 'm', 3), post('y', 'm', 1), post('b', null, 4)],
    '(m) .y .x a b',
  ],
  [
    'a marker below markers counts through them',
    [post('b', null, 2), marker('m', null), marker('n', 'm'), post('x', 'n', 1), post('c', null, 3)],
    '(m) .(n) ..x b c',
  ],
  ['what answers itself begins a thread', [post('x', 'x', 1), post('a', null, 2)], 'x a'],
  [
    'a ring is cut at its oldest',
    [post('p', 'r', 5), post('q', 'p', 3), post('r', 'q', 4), post('tail', 'r', 6), post('a', null, 1)],
    'a q .r ..p ..tail',
  ],
  ['a ring of markers alone is left out', [marker('m', 'n'), marker('n', 'm'), post('a', null, 1)], 'a'],
];

describe('threadRows', () => {
  for (const [why, entries, rows] of cases) it(why, () => expect(drawn(threadRows(entries))).to.equal(rows));

  it('keeps a marker below which somebody writes, where its post stood', () => {
    const entries = [post('a', null, 1), marker('m', null), post('b', null, 3)];
    expect(drawn(threadRows(entries, { keep: new Map([['m', 2]]) }))).to.equal('a (m) b');
  });

  it('says what a row answers, and how many posts stand below', () => {
    const rows = threadRows([post('a', null, 1), marker('m', 'a'), post('x', 'm', 2), post('y', 'x', 3)]);
    expect(rows.map(({ replies }) => replies)).to.deep.equal([2, 2, 1, 0]);
    expect(rows.map(({ parent }) => parent?.id ?? null)).to.deep.equal([null, 'a', 'm', 'x']);
  });

  it('holds for any forest: every post once, below what it answers, siblings in order, whatever the order of entries', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const count = Math.floor(random() * 40);
      const ids = Array.from({ length: count }, (_, place) => `p${place}`);
      const entries = ids.map((id, place) => {
        const chance = random();
        const parentId = chance < 0.2 ? null : chance < 0.3 ? 'unknown' : (ids[Math.floor(random() * count)] ?? null);
        return random() < 0.25 ? marker(id, parentId) : post(id, parentId, place + 1);
      });
      const rows = threadRows(entries);
      const shuffled = entries.map((entry) => ({ entry, key: random() })).sort((a, b) => a.key - b.key);
      expect(drawn(threadRows(shuffled.map(({ entry }) => entry))), `seed ${seed}: order of entries`).to.equal(
        drawn(rows),
      );

      const posts = entries.filter(isPost).map(({ id }) => id);
      const shown = rows.map(({ entry }) => entry);
      expect(
        shown.filter(isPost).map(({ id }) => id),
        `seed ${seed}: every post once`,
      ).to.have.members(posts);
      const path: Row[] = [];
      const last = new Map<string, number>();
      for (const row of rows) {
        path.length = row.depth;
        expect(path.at(-1)?.entry ?? null, `seed ${seed}: below what it answers`).to.equal(row.parent);
        path.push(row);
        const order = Math.min(
          ...below(rows, row)
            .filter(isPost)
            .map((entry) => entry.order),
        );
        const key = row.parent?.id ?? '';
        const place = isPost(row.entry) ? row.entry.order : order;
        expect(place, `seed ${seed}: siblings in order, no marker for nothing`).to.be.within(last.get(key) ?? 0, 1e6);
        last.set(key, place);
      }
    }
  });

  it('takes a chain of 10,000 answers, and 10,000 threads, in a moment', () => {
    const chain = Array.from({ length: 10_000 }, (_, place) =>
      post(`p${place}`, place === 0 ? null : `p${place - 1}`, place + 1),
    );
    const wide = Array.from({ length: 10_000 }, (_, place) => post(`p${place}`, null, 10_000 - place));
    const begun = performance.now();
    expect(threadRows(chain).at(-1)?.depth).to.equal(9_999);
    expect(threadRows(wide)[0]?.entry.id).to.equal('p9999');
    expect(performance.now() - begun).to.be.below(500);
  });
});

/** The entries of a row and of all rows below it. */
function below(rows: readonly Row[], row: Row): (Post | Marker)[] {
  const from = rows.indexOf(row);
  const rest = rows.slice(from + 1);
  const end = rest.findIndex(({ depth }) => depth <= row.depth);
  return [row, ...(end < 0 ? rest : rest.slice(0, end))].map(({ entry }) => entry);
}
