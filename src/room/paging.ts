// How a long discussion is asked for in pages: windows read with suspicion, and the text that names what comes after one.
import { limits } from '../model/allow.ts';
import { invalid } from '../model/errors.ts';
import type { StoredPost, ThreadOrder, Window } from '../model/post.ts';
import { digest } from './history.ts';

const orders: ReadonlySet<unknown> = new Set<ThreadOrder>(['newest', 'oldest']);

/**
 * A window out of anything.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseWindow(data: unknown): Window {
  const {
    threads,
    order,
    with: wanted,
  } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(threads) || Number(threads) < 1 || Number(threads) > limits.windowThreads)
    throw invalid('threads', 'malformed', `threads is not 1 to ${limits.windowThreads}`);
  if (!orders.has(order)) throw invalid('order', 'malformed', 'order is not newest or oldest');
  if (wanted !== undefined && typeof wanted !== 'string') throw invalid('with', 'malformed', 'with is not an id');
  return { threads: Number(threads), order: order as ThreadOrder, ...(wanted !== undefined && { with: wanted }) };
}

/** Tells the pages of one room from those of another. */
function markOf(key: string): string {
  return digest(key).slice(0, 12);
}

/**
 * What names the threads after a page; null where there are none.
 * @param key the room's: elsewhere the name means nothing
 */
export function moreOf(key: string, { threads, order }: Window, next: number | null): string | null {
  return next === null ? null : `${order} ${threads} ${next} ${markOf(key)}`;
}

/**
 * What such a name asks for.
 * @throws DiscussionError `invalid` for a name that was not given by the room of this key
 */
export function parseMore(key: string, more: unknown): { readonly window: Window; readonly after: number } {
  const [, order, threads, after, mark] =
    /^(newest|oldest) (\d{1,3}) (\d{1,16}) ([\da-f]{12})$/.exec(String(more)) ?? [];
  const isGiven = Number(threads) >= 1 && Number(threads) <= limits.windowThreads && mark === markOf(key);
  if (!isGiven) throw invalid('more', 'malformed', 'more was not given by this discussion');
  return { window: { order: order as ThreadOrder, threads: Number(threads) }, after: Number(after) };
}

/** Of these posts all that stand in the threads of these first ones, in the order of the log. */
export function threadsUnder(roots: readonly StoredPost[], posts: readonly StoredPost[]): StoredPost[] {
  const ids = new Set(roots.map(({ id }) => id));
  const under: StoredPost[] = [];
  for (const post of posts.toSorted((a, b) => a.order - b.order)) {
    if (!ids.has(post.parentId ?? post.id)) continue;
    ids.add(post.id); // whatever answers it comes later
    under.push(post);
  }
  return under;
}
