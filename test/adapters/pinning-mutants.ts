// Adapters that break the promise about pinned threads. More of adapter-mutants.ts.
import { isPost } from '../../src/model/view.ts';
import type { Mutant } from './adapter-mutants.ts';

/** Every fault about pinning. */
export const pinningMutants: readonly Mutant[] = [
  {
    breaks: 'A102',
    fault: 'leaves a pinned thread to its page',
    hooks: () => ({
      async sync(cursor, next, _, window) {
        const answer = await next(cursor, window);
        if (cursor !== null || window === undefined) return answer;
        const pinned = new Set(answer.posts.filter((post) => isPost(post) && post.pinned).map(({ id }) => id));
        return { ...answer, posts: answer.posts.filter(({ id, parentId }) => !pinned.has(parentId ?? id)) };
      },
    }),
  },
  {
    breaks: 'A102',
    fault: 'brings the first post of a pinned thread alone',
    hooks: () => ({
      async sync(cursor, next, _, window) {
        const answer = await next(cursor, window);
        if (cursor !== null || window === undefined) return answer;
        const pinned = new Set(answer.posts.filter((post) => isPost(post) && post.pinned).map(({ id }) => id));
        return { ...answer, posts: answer.posts.filter(({ parentId }) => !pinned.has(parentId ?? '')) };
      },
    }),
  },
];
