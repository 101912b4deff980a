// Which posts are shown at once and which wait behind "3 new", so that nothing moves under the eyes of a reader. Pure.
import type { Marker, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { State } from '../store/state.ts';

/** What is on the page, and what waits. */
export interface Arrivals {
  /** Ids of the entries that are shown. */
  readonly shown: ReadonlySet<string>;
  /** Ids of the posts that wait, in the order they came. */
  readonly waiting: readonly string[];
  /** The greatest order held so far: what comes with a page is older than that, and no news. */
  readonly head: number;
  /** True while threads were missing. */
  readonly isPartial: boolean;
  /** Ids of the first entries of threads that were loaded, or began since: of others there may be a post, never all. */
  readonly threads: ReadonlySet<string>;
  /** Places of the threads that were pinned when the discussion was opened: before all others. One pinned later moves nothing. */
  readonly pinned: ReadonlyMap<string, number>;
}

/** Nothing was loaded yet: whatever comes first is shown. */
export const noArrivals: Arrivals = {
  ...{ shown: new Set(), waiting: [], head: 0, isPartial: false, threads: new Set(), pinned: new Map() },
};

function pinnedIn(posts: Iterable<Post | Marker>): ReadonlyMap<string, number> {
  return new Map([...posts].flatMap((entry) => (isPost(entry) && entry.pinned !== undefined ? [[entry.id, -2]] : [])));
}

/** Tells whether the thread of an entry is one of these; each entry is looked at once. */
function isInThread(
  posts: ReadonlyMap<string, Post | Marker>,
  threads: ReadonlySet<string>,
): (entry: Post | Marker) => boolean {
  const known = new Map([...threads].map((id) => [id, true]));
  return (start) => {
    const path = new Set<string>();
    let entry: Post | Marker | undefined = start;
    while (entry !== undefined && entry.parentId !== null && !known.has(entry.id) && !path.has(entry.id)) {
      path.add(entry.id);
      entry = posts.get(entry.parentId);
    }
    const isThere = entry !== undefined && known.get(entry.id) === true;
    for (const id of path) known.set(id, isThere);
    return isThere;
  };
}

/**
 * What to show of a new state. One's own posts and markers are shown at once, and so is all that comes with a page, or
 * where nothing was to be read before; the posts of others wait, and with them what oneself answered to one of those
 * elsewhere. What belongs to a thread that is not loaded is not waited for: it comes with its thread.
 * @param isPage true where threads were just loaded
 */
export function arrive(
  before: Arrivals,
  { posts, me, hasMore }: Pick<State, 'posts' | 'me' | 'hasMore'>,
  isPage: boolean,
): Arrivals {
  const shown = new Set<string>();
  const waiting = new Set<string>();
  const threads = new Set<string>();
  let hasRead = false;
  let head = before.head;
  posts.forEach((entry, id) => {
    const order = isPost(entry) ? entry.order : 0;
    const isLoaded = isPage || order > before.head || before.threads.has(id);
    if (entry.parentId === null && isLoaded) threads.add(id);
    hasRead ||= before.shown.has(id) && isPost(entry);
    head = Math.max(head, order);
  });
  const isThere = hasMore ? isInThread(posts, threads) : () => true;
  const waited = new Set(before.waiting);
  const isOld = (post: Post): boolean => before.isPartial && post.order <= before.head && !waited.has(post.id);
  const isShown = (entry: Post | Marker, id: string): boolean => {
    if (!hasRead || before.shown.has(id) || !isPost(entry) || isOld(entry) || !isThere(entry)) return true;
    return entry.author.id === me?.id && !waiting.has(entry.parentId ?? '');
  };
  posts.forEach((entry, id) => (isShown(entry, id) ? shown : waiting).add(id));
  const pinned = hasRead ? before.pinned : pinnedIn(posts.values());
  return { shown, waiting: [...waiting], head, isPartial: hasMore, threads, pinned };
}

/** Shows everything that waits. */
export function showAll(arrivals: Arrivals): Arrivals {
  return { ...arrivals, shown: new Set([...arrivals.shown, ...arrivals.waiting]), waiting: [] };
}
