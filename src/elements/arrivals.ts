// Which posts are shown at once and which wait behind "3 new", so that nothing moves under the eyes of a reader. Pure.
import { isPost } from '../model/view.ts';
import type { State } from '../store/state.ts';

/** What is on the page, and what waits. */
export interface Arrivals {
  /** Ids of the entries that are shown. */
  readonly shown: ReadonlySet<string>;
  /** Ids of the posts that wait, in the order they came. */
  readonly waiting: readonly string[];
}

/** Nothing was loaded yet: whatever comes first is shown. */
export const noArrivals: Arrivals = { shown: new Set(), waiting: [] };

/**
 * What to show of a new state. One's own posts and markers are shown at once, everything where nothing was to be read
 * before; the posts of others wait, and with them what oneself answered to one of those elsewhere.
 */
export function arrive(before: Arrivals, { posts, me }: Pick<State, 'posts' | 'me'>): Arrivals {
  const shown = new Set<string>();
  const waiting = new Set<string>();
  let hasRead = false;
  for (const entry of posts.values()) hasRead ||= isPost(entry) && before.shown.has(entry.id);
  for (const entry of posts.values()) {
    const isOwn = isPost(entry) && entry.author.id === me?.id && !waiting.has(entry.parentId ?? '');
    if (!hasRead || isOwn || !isPost(entry) || before.shown.has(entry.id)) shown.add(entry.id);
    else waiting.add(entry.id);
  }
  return { shown, waiting: [...waiting] };
}

/** Shows everything that waits. */
export function showAll({ shown, waiting }: Arrivals): Arrivals {
  return { shown: new Set([...shown, ...waiting]), waiting: [] };
}
