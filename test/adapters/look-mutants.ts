// Adapters that break one promise about a first look, or about what they cannot do: more of adapter-mutants.ts.
import { DiscussionError } from '../../src/model/errors.ts';
import type { Mutant } from './adapter-mutants.ts';

/** Every fault about looks and about what is not there, in the order of the rules. */
export const lookMutants: readonly Mutant[] = [
  {
    breaks: 'A73',
    fault: 'looks as somebody not signed in',
    hooks: () => ({ look: async (discussion, next) => ({ ...(await next(discussion)), me: null, mine: null }) }),
  },
  {
    breaks: 'A73',
    fault: 'looks past what waits for a facilitator',
    hooks: () => ({
      async look(discussion, next) {
        const found = await next(discussion);
        const posts = found.changes.posts.filter((entry) => 'removed' in entry || entry.state === 'shown');
        return { ...found, changes: { ...found.changes, posts } };
      },
    }),
  },
  {
    breaks: 'A73',
    fault: 'names a bare head, where a sync names a cursor',
    hooks: () => ({
      async look(discussion, next) {
        const found = await next(discussion);
        return { ...found, changes: { ...found.changes, to: found.changes.to.split('|')[0] ?? '' } };
      },
    }),
  },
  {
    breaks: 'A73',
    fault: 'says nothing of what was read',
    hooks: () => ({ look: async (discussion, next) => ({ ...(await next(discussion)), mine: null }) }),
  },
  {
    breaks: 'A74',
    fault: 'looks at another discussion where the id is not allowed',
    hooks: () => ({ look: (discussion, next) => next(discussion).catch(() => next('another')) }),
  },
  {
    breaks: 'A75',
    fault: 'takes an authority that is not reached for one that fails',
    hooks: () => ({
      look: (discussion, next) =>
        next(discussion).catch((thrown: unknown) => {
          const isLost = thrown instanceof DiscussionError && thrown.code === 'offline';
          throw isLost ? new DiscussionError('internal', 'not reached') : thrown;
        }),
    }),
  },
  {
    breaks: 'A76',
    fault: 'says that it cannot keep marks, and keeps them',
    also: { rules: ['A47', 'A73'], why: 'there marks are wanted, and what a look says is compared' },
    hooks: () => ({
      status: (status, next) =>
        next(status.state === 'online' ? { ...status, can: { ...status.can, marks: false } } : status),
    }),
  },
];
