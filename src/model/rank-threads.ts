// In which order threads stand when something else than their age decides. Worked out once, when a reader asks for it:
// what then changes moves no thread under their eyes.
import type { Row } from './thread.ts';
import { isPost } from './view.ts';

/** By what threads are sorted. */
export type ThreadSort = 'newest' | 'oldest' | 'active' | 'waiting' | 'unread';

/** Every order a reader can choose, the default first. */
export const threadSorts: readonly ThreadSort[] = ['newest', 'oldest', 'active', 'waiting', 'unread'];

interface Thread {
  readonly id: string;
  /** Greater stands first. */
  weight: number;
  latest: number;
}

/**
 * The places of threads: by their latest post (`active`), those nobody answered first (`waiting`), or those with
 * something unread first (`unread`). Undefined where age alone decides.
 * @param rows all rows, unfolded
 */
export function rankThreads(
  rows: readonly Row[],
  sort: ThreadSort,
  isUnread: (id: string) => boolean,
): ReadonlyMap<string, number> | undefined {
  if (sort === 'newest' || sort === 'oldest') return undefined;
  const threads: Thread[] = [];
  for (const { entry, depth, replies } of rows) {
    if (depth === 0) threads.push({ id: entry.id, weight: sort === 'waiting' && replies === 0 ? 1 : 0, latest: 0 });
    const thread = threads.at(-1);
    if (thread === undefined || !isPost(entry)) continue;
    thread.latest = Math.max(thread.latest, entry.order);
    if (sort === 'unread' && isUnread(entry.id)) thread.weight = 1;
  }
  threads.sort((a, b) => b.weight - a.weight || b.latest - a.latest);
  return new Map(threads.map(({ id }, place) => [id, place]));
}
