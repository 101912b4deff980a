// The lists of the facilitator's desk: each by its definition, as a table of small discussions.
import { expect } from 'chai';
import { deskLists, deskOf, readiness, type DeskList } from '../../src/model/desk.ts';
import type { Marker, Person, Post } from '../../src/model/post.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00.000Z');
const ana: Person = { id: 'ana', name: 'Ana', role: 'member' };
const ben: Person = { id: 'ben', name: 'Ben', role: 'member' };
const cleo: Person = { id: 'cleo', name: 'Cleo', role: 'guest' };
const rosa: Person = { id: 'rosa', name: 'Rosa', role: 'facilitator' };

/** A post an hour after the one before. */
function post(id: string, author: Person, parentId: string | null = null, more: Partial<Post> = {}): Post {
  const order = start + Number.parseInt(id, 36) * 3_600_000;
  const createdAt = new Date(order).toISOString();
  const rest = { body: id, createdAt, editedAt: null, revision: 1, order, state: 'shown' } as const;
  return { id, parentId, author, ...rest, ...more };
}

/** A thread of three people and five posts. */
const talk = [post('1', ana), post('2', ben, '1'), post('3', cleo, '1'), post('4', ana, '3'), post('5', ben, '4')];

const cases: readonly (readonly [why: string, list: DeskList, posts: readonly (Post | Marker)[], ids: string])[] = [
  ['a post that is held', 'to-moderate', [post('1', cleo, null, { state: 'held' }), post('2', ana)], '1'],
  ['nothing that is hidden', 'to-moderate', [post('1', ana, null, { state: 'hidden' })], ''],
  ['a first post that nobody answered, the oldest first', 'unanswered', [post('2', ben), post('1', ana)], '1 2'],
  ['not what somebody else answered', 'unanswered', [post('1', ana), post('2', ben, '1')], ''],
  ['what only its author answered', 'unanswered', [post('1', ana), post('2', ana, '1')], '1'],
  ['not what a facilitator began', 'unanswered', [post('1', rosa)], ''],
  ['not a question that was settled', 'unanswered', [post('1', ana, null, { settledAt: 'then' })], ''],
  ['a reply that asks', 'unanswered', [post('1', rosa), post('2', ana, '1', { move: 'ask' })], '2'],
  ['not a reply that does not', 'unanswered', [post('1', rosa), post('2', ana, '1')], ''],
  ['not what waits for a facilitator anyway', 'unanswered', [post('1', cleo, null, { state: 'held' })], ''],
  ['the newest post of somebody never answered', 'unheard', [post('1', ana), post('2', ana)], '2'],
  ['nobody who was answered once', 'unheard', [post('1', ana), post('2', rosa, '1'), post('3', ana)], ''],
  ['not who only answered themselves', 'unheard', [post('1', ana), post('2', ana, '1')], '2'],
  ['somebody whose replies were passed over', 'unheard', [post('1', rosa), post('2', ben, '1')], '2'],
  ['no facilitator', 'unheard', [post('1', rosa)], ''],
  ['a contrast nobody took up', 'tensions', [post('1', ana), post('2', ben, '1', { move: 'contrast' })], '2'],
  [
    'not one that somebody took up',
    'tensions',
    [post('1', ana), post('2', ben, '1', { move: 'contrast' }), post('3', ana, '2')],
    '',
  ],
  [
    'one that only its author went on with',
    'tensions',
    [post('1', ana), post('2', ben, '1', { move: 'contrast' }), post('3', ben, '2')],
    '2',
  ],
  ['a thread of several people at rest', 'ready', talk, '1'],
  ['not with fewer posts', 'ready', talk.slice(0, 4), ''],
  ['not with fewer people', 'ready', talk.map((one) => (one.author === cleo ? { ...one, author: ben } : one)), ''],
  ['not while a question is open', 'ready', [...talk, post('6', cleo, '5', { move: 'ask' })], ''],
  ['not what is pinned', 'ready', talk.map((one, place) => (place === 0 ? { ...one, pinned: pin() } : one)), ''],
  [
    'not a thread whose first post is gone',
    'ready',
    [{ id: '1', parentId: null, removed: true }, ...talk.slice(1)],
    '',
  ],
];

function pin(): NonNullable<Post['pinned']> {
  return { by: rosa, at: 'then', note: '' };
}

describe('the desk', () => {
  for (const [why, list, posts, ids] of cases)
    it(`${list}: ${why}`, () => {
      const found = deskOf(posts, start + 10 * day)[list];
      expect(found.map((entry) => entry.post.id).join(' ')).to.equal(ids);
    });

  it('every list has cases that fill it and cases that leave it empty', () => {
    for (const list of deskLists) {
      const own = cases.filter(([, name]) => name === list);
      expect(own.some(([, , , ids]) => ids !== '') && own.some(([, , , ids]) => ids === ''), list).to.equal(true);
    }
  });

  it('a thread is ready once it rested a day, and not a millisecond before', () => {
    const last = Date.parse(talk.at(-1)?.createdAt ?? '');
    expect(deskOf(talk, last + readiness.restMs).ready).to.have.length(1);
    expect(deskOf(talk, last + readiness.restMs - 1).ready).to.have.length(0);
  });

  it('says whose post is their first here, of learners alone', () => {
    const { unanswered } = deskOf([post('1', ana), post('2', ana), post('3', ben)], start + day);
    expect(unanswered.map(({ post: { id }, isFirst }) => [id, isFirst])).to.deep.equal([
      ['1', true],
      ['2', false],
      ['3', true],
    ]);
  });
});
