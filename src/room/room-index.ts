// The index over the rooms of one storage: keeps of each room what an index needs, its posts without their bodies, and
// reads again only rooms that went on. What is counted of it, and for whom, is in model/discussion-index.ts.
import { entryOf, pageOfIndex, parseIndexQuery, type IndexPage, type Placed } from '../model/discussion-index.ts';
import type { Person, StoredDiscussion, StoredPost } from '../model/post.ts';
import { lensOf } from '../model/view.ts';
import { gatesOpenedBy } from './ledger.ts';
import type { About, Listed, Storage } from './storage.ts';

/** Rooms that one index covers: those where something was written last. */
const mostRooms = 500;
/**
 * Posts that are kept in memory for all indexes; rooms that nobody asked for the longest are forgotten first. No index
 * covers more, or each question would read again what the one before had no room for.
 */
const mostKept = 200_000;
/** Rooms that are read at the same time. */
const atOnce = 8;
/** Posts after which others have their turn: some milliseconds of work. */
const atAStretch = 1_000;

/** Whose index is asked for, and of which rooms. */
export interface IndexRequest {
  readonly person: Person | null;
  /** What the keys of the rooms begin with, before the ids of their discussions. */
  readonly prefix: string;
  /** The whole record of what is stored of one. */
  readonly record: (discussion: string, about: About) => StoredDiscussion;
  /** Anything: it is read with suspicion. */
  readonly query: unknown;
}

/** The index over the rooms of a storage. */
export interface RoomIndex {
  /** What is asked for, as this person may see it now. Rejects with a DiscussionError where the question is none. */
  look(request: IndexRequest): Promise<IndexPage>;
}

/** A room at one head; never changed, so that record and posts are always of the same moment. */
interface Gist {
  readonly head: string;
  readonly about: About;
  /** In the order of the log, without bodies. */
  readonly posts: ReadonlyMap<string, StoredPost>;
}

/** What an index needs of a post. */
function withoutWords(post: StoredPost): StoredPost {
  const { id, parentId, author, createdAt, order, state, published, answers, rootId, publishedAt, unlocked } = post;
  const { isPrivate, prompt, kind, move, settledAt } = post;
  return {
    ...{ id, parentId, author, body: '', createdAt, editedAt: null, revision: 1, order, state, published },
    ...(answers !== undefined && { answers }),
    ...(rootId !== undefined && { rootId }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(unlocked !== undefined && { unlocked }),
    ...(isPrivate !== undefined && { isPrivate }),
    ...(prompt !== undefined && { prompt }),
    ...(kind !== undefined && { kind }),
    ...(move !== undefined && { move }),
    ...(settledAt !== undefined && { settledAt }),
  };
}

function openedIn({ about, posts }: Gist, person: Person | null): ReadonlySet<string> {
  if (person === null || about.prompts === undefined) return new Set();
  return new Set([...posts.values()].flatMap((post) => (post.author.id === person.id ? gatesOpenedBy(post) : [])));
}

/**
 * Opens the index over a storage; nothing is read before it is asked.
 * @param pause lets others have their turn in the middle of long work
 * @param mostPosts posts that are kept in memory; 200,000 unless given
 */
export function createRoomIndex(
  storage: Storage,
  now: () => number = Date.now,
  pause: () => Promise<void> = async () => {},
  mostPosts = mostKept,
): RoomIndex {
  /** By key; those asked for last come last. */
  const gists = new Map<string, Gist>();
  const reading = new Map<string, Promise<void>>();
  /** How many posts each room had when it was read last, forgotten or not. */
  const sizes = new Map<string, number>();
  let kept = 0;

  function keep(room: string, gist: Gist): void {
    kept += gist.posts.size - (gists.get(room)?.posts.size ?? 0);
    gists.delete(room);
    gists.set(room, gist);
    sizes.set(room, gist.posts.size);
  }

  async function catchUp(room: string): Promise<void> {
    const before = gists.get(room);
    const later = before === undefined ? null : await storage.since(room, before.head);
    const { head, about, posts } = later ?? (await storage.everything(room));
    const changed = posts.map((post) => [post.id, withoutWords(post)] as const);
    // A new post comes after all others; one that changed keeps its place.
    keep(room, { head, about, posts: new Map([...(later === null ? [] : (before?.posts ?? [])), ...changed]) });
  }

  /** What began before it was asked for may end too early: it is waited for, and read again. */
  async function read({ room, head }: Listed): Promise<void> {
    await reading.get(room)?.catch(() => {});
    if (gists.get(room)?.head === head) return;
    const call = reading.get(room) ?? catchUp(room).finally(() => reading.delete(room));
    reading.set(room, call);
    await call;
  }

  /** The first of these rooms, as many as may be kept together by what is known of them. */
  function fitting(rooms: readonly Listed[]): readonly Listed[] {
    let posts = 0;
    const end = rooms.findIndex(({ room }, place) => (posts += sizes.get(room) ?? 0) > mostPosts && place > 0);
    return end < 0 ? rooms : rooms.slice(0, end);
  }

  /** Brings the first of these rooms, as many as may be kept, to where they stand, or later. */
  async function renew(rooms: readonly Listed[]): Promise<readonly Listed[]> {
    let some = fitting(rooms).slice(0, atOnce);
    for (let at = 0; some.length > 0; some = fitting(rooms).slice(at, at + atOnce)) {
      at += some.length;
      await Promise.all(some.filter(({ room, head }) => gists.get(room)?.head !== head).map(read));
    }
    return fitting(rooms);
  }

  function forget(): void {
    for (const [room, { posts }] of gists) {
      if (kept <= mostPosts) return;
      gists.delete(room);
      kept -= posts.size;
    }
  }

  return {
    async look({ person, prefix, record, query }) {
      const asked = parseIndexQuery(query);
      const listed = await storage.list(prefix + asked.under, person?.id ?? null);
      const rooms = await renew(listed.toSorted((a, b) => b.order - a.order).slice(0, mostRooms));
      const at = now();
      const found: Placed[] = [];
      let stretch = 0;
      // The first come last: they are forgotten last.
      for (const { room, read: marks } of rooms.toReversed()) {
        if (stretch > atAStretch) {
          await pause();
          stretch = 0;
        }
        const gist = gists.get(room);
        if (gist === undefined) continue; // forgotten meanwhile, for another index
        const whole = record(room.slice(prefix.length), gist.about);
        const lens = lensOf(person, whole, openedIn(gist, person), at);
        const one = entryOf(whole, gist.posts.values(), lens, new Set(marks), at);
        if (one !== null) found.push(one);
        stretch += gist.posts.size;
        keep(room, gist);
      }
      forget();
      return pageOfIndex(person, found, asked);
    },
  };
}
