// Storages that break one promise about threads each: more of storage-mutants.ts.
import type { ThreadSlice } from '../../src/room/storage.ts';
import type { StorageMutant } from './storage-mutants.ts';

const rootsIn = ({ posts }: ThreadSlice): ThreadSlice['posts'] => posts.filter(({ parentId }) => parentId === null);

/** Every fault about threads, in the order of the rules. */
export const threadMutants: readonly StorageMutant[] = [
  {
    breaks: 'S25',
    fault: 'says that something comes after wherever the limit is met',
    spoil: (inner) => ({
      async threads(room, order, after, limit) {
        const slice = await inner.threads(room, order, after, limit);
        const roots = rootsIn(slice);
        const last = order === 'oldest' ? roots.at(-1) : roots[0];
        return { ...slice, next: roots.length === limit ? (last?.order ?? null) : null };
      },
    }),
  },
  {
    breaks: 'S26',
    fault: 'begins with the thread it was to begin after',
    spoil: (inner) => ({
      threads: (room, order, after, limit) =>
        inner.threads(room, order, after === null ? null : after + (order === 'oldest' ? -1 : 1), limit),
    }),
  },
  {
    breaks: 'S27',
    fault: 'finds no replies to replies',
    spoil: (inner) => ({
      async threads(room, order, after, limit) {
        const slice = await inner.threads(room, order, after, limit);
        const roots = new Set(rootsIn(slice).map(({ id }) => id));
        return { ...slice, posts: slice.posts.filter(({ id, parentId }) => roots.has(parentId ?? id)) };
      },
    }),
  },
  {
    breaks: 'S28',
    fault: 'knows the thread of its first post only',
    spoil: (inner) => ({
      async threadOf(room, postId) {
        const posts = await inner.threadOf(room, postId);
        return posts[0]?.id === postId ? posts : [];
      },
    }),
  },
  {
    breaks: 'S29',
    fault: 'looks for the thread of a post in every room',
    spoil: (inner) => ({
      async threadOf(room, postId) {
        for (const anywhere of [room, ...(await inner.rooms())]) {
          const posts = await inner.threadOf(anywhere, postId);
          if (posts.length > 0) return posts;
        }
        return [];
      },
    }),
  },
];
