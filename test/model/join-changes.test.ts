// What was committed at the same moment as one message: it leads where the single ones lead.
import { expect } from 'chai';
import { joinChanges } from '../../src/model/join-changes.ts';
import type { Changes, Post } from '../../src/model/post.ts';

const author = { id: 'a', name: 'Ana', role: 'member' } as const;
const room = { id: 'd', title: 'A lesson', url: null, guestPosts: 'held' } as const;

function post(id: string, revision = 1): Post {
  const times = { createdAt: '2026-01-01T00:00:00.000Z', editedAt: null };
  return { id, parentId: null, author, body: `${id}${revision}`, ...times, revision, order: 1, state: 'shown' };
}

const step = (from: string, to: string, posts: Changes['posts'] = []): Changes => ({ from, to, posts });

describe('joinChanges', () => {
  it('makes one of what follows on, each post once and as it is at the end', () => {
    const joined = joinChanges([
      step('1', '2', [post('x')]),
      { ...step('2', '3'), room },
      step('3', '4', [post('y')]),
      step('4', '5', [post('x', 2)]),
    ]);
    expect(joined).to.deep.equal([{ ...step('1', '5', [post('x', 2), post('y')]), room }]);
  });

  it('joins nothing over a gap', () => {
    const steps = [step('1', '2', [post('x')]), step('3', '4', [post('y')])];
    expect(joinChanges(steps)).to.deep.equal(steps);
    expect(joinChanges([])).to.deep.equal([]);
  });
});
