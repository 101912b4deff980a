// The index over the rooms of one storage: keeps of each room what an index needs, its posts without their bodies, and
// reads again only rooms that went on. What is counted of it, and for whom, is in model/discussion-index.ts.
import { entryOf, pageOfIndex, parseIndexQuery, type IndexPage, type Placed } from '../model/discussion-index.ts';
import type { Person, StoredDiscussion, StoredPost } from '../model/post.ts';
import { lensOf } from '../model/view.ts';
import { gatesOpenedBy } from './ledger.ts';
import type { About, Listed, Storage } from './storage.ts';

/** Rooms that one index covers: those where something was written last. */
const mostRooms = 500;
/** Posts that are kept in memory for all indexes; rooms that nobody asked for the longest are forgotten first. */
const mostPosts = 200_000;
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
 */
export function createRoomIndex(
  storage: Storage,
  now: () => number = Date.now,
  pause: () => Promise<void> = async () => {},
): RoomIndex {
  /** By key; those asked for last come last. */
  const gists = new Map<string, Gist>();
  const reading = new Map<string, Promise<void>>();
  let kept = 0;

  function keep(room: string, gist: Gist): void {
    kept += gist.posts.size - (gists.get(room)?.posts.size ?? 0);
    gists.delete(room);
    gists.set(room, gist);
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

  /** Brings these rooms to where they stand, or later. */
  async function renew(rooms: readonly Listed[]): Promise<void> {
    const behind = rooms.filter(({ room, head }) => gists.get(room)?.head !== head);
    for (let at = 0; at < behind.length; at += atOnce) await Promise.all(behind.slice(at, at + atOnce).map(read));
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
      const rooms = listed.toSorted((a, b) => b.order - a.order).slice(0, mostRooms);
      await renew(rooms);
      const at = now();
      const found: Placed[] = [];
      let stretch = 0;
      for (const { room, read: marks } of rooms) {
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
