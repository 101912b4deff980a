// A long discussion in pages: whole threads of which a viewer sees something, so many at a time. Of the others there is
// no trace, not even in what names the next page.
import type { Page, StoredPost, Window } from '../model/post.ts';
import { isPost, seen, viewKey, viewOf, type Lens } from '../model/view.ts';
import type { Known } from './ledger.ts';
import type { Outlook } from './outlook.ts';
import { moreOf, parseMore, threadsUnder } from './paging.ts';
import type { About, Slice, Storage, ThreadSlice } from './storage.ts';

/** Gives the threads of one room in pages. */
export interface Windows {
  /** The first threads, those that are pinned, and the wanted one, as they stand at one head. */
  first(lens: Lens, window: Window): Promise<{ readonly slice: Slice; readonly more: string | null }>;
  /** The threads that `more` of an earlier answer names. Rejects `invalid` where it names none. */
  older(lens: Lens, more: string): Promise<Page>;
}

/**
 * The order that a page ends at, null where no thread comes after it. An order tells a time: that of a post which is gone
 * is nobody's to know, so it is then told by the thread after it, or lies between the two where both are gone.
 */
function boundary(lens: Lens, last: StoredPost | undefined, next: StoredPost | undefined): number | null {
  if (last === undefined || next === undefined) return null;
  const isShown = (post: StoredPost): boolean => {
    const entry = seen(post, lens);
    return entry !== null && isPost(entry);
  };
  if (isShown(last)) return last.order;
  const step = Math.sign(last.order - next.order);
  if (isShown(next)) return next.order + step;
  const middle = (last.order + next.order) / 2;
  return step > 0 ? Math.ceil(middle) : Math.floor(middle);
}

/** Pinned threads that come with a first page, those pinned last: more of them would be a page of their own. */
const mostPinned = 20;

/** Ids of the threads that are pinned, those that were pinned last. */
function pinnedIn({ posts }: Known): readonly string[] {
  const pins = [...posts.values()].flatMap(({ id, pinned }) => (pinned === undefined ? [] : [{ id, at: pinned.at }]));
  const byTime = pins.sort((a, b) => (a.at < b.at ? -1 : 1));
  return byTime.slice(-mostPinned).map(({ id }) => id);
}

/** Threads, and the lens that they are seen through. */
interface Found extends ThreadSlice {
  readonly lens: Lens;
}

/**
 * Pages over the threads of a room.
 * @param outlook what is known of the room: the lens, no wider than it allows, and what is pinned
 */
export function createWindows(storage: Storage, key: string, { narrow, known }: Outlook): Windows {
  /** So many threads of which this viewer sees something, through a lens of the record that they were read with. */
  async function threads(given: Lens, window: Window, after: number | null, about?: About): Promise<Found> {
    const lens = await narrow(given, about);
    const enough = window.threads + 1; // one more than asked for tells whether there is one
    const sign = window.order === 'oldest' ? 1 : -1;
    let found = await storage.threads(key, window.order, after, enough);
    const roots = (): StoredPost[] => found.posts.filter((post) => post.parentId === null && seen(post, lens) !== null);
    while (roots().length < enough && found.next !== null) {
      const next = await storage.threads(key, window.order, found.next, enough);
      if (next.head !== found.head) return threads(given, window, after);
      found = { ...next, posts: [...found.posts, ...next.posts] };
    }
    if (viewKey(await narrow(given, found.about)) !== viewKey(lens)) return threads(given, window, after, found.about);
    const first = roots().sort((a, b) => sign * (a.order - b.order));
    const chosen = first.slice(0, window.threads);
    return {
      ...{ ...found, lens },
      posts: threadsUnder(chosen, found.posts),
      next: boundary(lens, chosen.at(-1), first[chosen.length]),
    };
  }

  async function first(lens: Lens, window: Window): Promise<{ slice: Slice; more: string | null }> {
    const found = await threads(lens, window, null);
    const room = await known();
    const pinned = room === null ? [] : pinnedIn(room);
    const wanted = window.with === undefined ? pinned : [...pinned, window.with];
    const threadsToo = await Promise.all(wanted.map((id) => storage.threadOf(key, id)));
    if ((await storage.head(key)) !== found.head) return first(lens, window);
    const byId = new Map([...found.posts, ...threadsToo.flat()].map((post) => [post.id, post]));
    const posts = [...byId.values()].sort((a, b) => a.order - b.order);
    return { slice: { ...found, posts }, more: moreOf(key, window, found.next) };
  }

  return {
    first,
    async older(lens, more) {
      const { window, after } = parseMore(key, more);
      const found = await threads(lens, window, after);
      return { at: found.head, posts: viewOf(found.posts, found.lens), more: moreOf(key, window, found.next) };
    },
  };
}
