// A discussion kept in this browser, with no server: every tab has a Room of its own over one database, and tells the
// others of its commits. Where the browser keeps nothing, or no more, it works from memory, and the discussion's record
// says so.
import { DiscussionError } from '../model/errors.ts';
import type { GuestPosts, Person, StoredDiscussion } from '../model/post.ts';
import type { Commit } from '../model/view.ts';
import { createIndexedDbStorage, type IndexedDbStorage } from '../room/indexeddb-storage.ts';
import { createMemoryStorage } from '../room/memory-storage.ts';
import { createRoomIndex } from '../room/room-index.ts';
import { createRoom } from '../room/room.ts';
import { roomToJson } from '../room/room-json.ts';
import type { About, Storage } from '../room/storage.ts';
import type { Adapter } from './adapter.ts';
import { createMemoryBackend, ownOrigins } from './memory.ts';
import { openRoomSession, type Entered, type Hearing } from './room-session.ts';

/** Whose discussion it is, and where the browser keeps it. */
export interface LocalAdapterOptions {
  /** Who writes here; null where nobody is signed in. */
  readonly me: Person | null;
  /** Name of the database; discussions of different names know nothing of each other. */
  readonly name?: string;
  /** What guests' posts meet; shown by default, since nobody else sees them. */
  readonly guestPosts?: GuestPosts;
  /** Hears who a guest is that was let in, so that the page can give it as `me` the next time. */
  readonly onGuest?: (guest: Person) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Milliseconds between two looks at how far the discussion is, so that a commit that was not heard of is noticed; 15,000 unless given. */
  readonly beaconMs?: number;
}

/** An adapter over what this browser keeps. */
export interface LocalAdapter extends Adapter {
  /** Everything that is kept of a discussion, whoever may see it, as the JSON that `peer-discussion-server import json` reads. */
  exportDiscussion(discussion: string): Promise<string>;
}

/** What tabs tell each other: the commit, of which each shows its own view; or whose marks there are to read again. */
type News = { readonly commit: Commit } | { readonly marksOf: string };

function isFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
}

/** An adapter for one person over a discussion that this browser keeps. */
export function localAdapter(options: LocalAdapterOptions): LocalAdapter {
  const { name = 'peer-discussion', guestPosts = 'shown', now = Date.now, beaconMs = 15_000 } = options;
  const memory = createMemoryStorage();
  const page = createMemoryBackend({ guestPosts, now, storage: memory });
  let isRefused = false;
  /** Discussions for which there is no space any more; each is settled once all of it is in memory. */
  const carried = new Map<string, Promise<void>>();
  /** What brings the sessions of a discussion there. */
  const movers = new Map<string, Set<() => void>>();

  /** The browser's database, or null where it refuses one: from then on all stays in memory. */
  async function openStorage(onLost?: () => void): Promise<IndexedDbStorage | null> {
    if (isRefused) return null;
    try {
      return await createIndexedDbStorage(name, onLost);
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'VersionError')
        throw new DiscussionError('unsupported', 'a newer version of this program keeps the discussion here');
      isRefused = true;
      return null;
    }
  }

  /** A discussion leaves the full disk with all there is. Where it cannot be read, it stays. */
  async function moveToMemory(discussion: string, storage: IndexedDbStorage): Promise<void> {
    await storage.carryOver(discussion, memory).catch(() => carried.delete(discussion));
    movers.get(discussion)?.forEach((move) => move());
  }

  /** The same storage, which writes nothing more once the disk is full: what was refused is then tried again in memory. */
  function whileThereIsSpace(discussion: string, storage: IndexedDbStorage): Storage {
    const full = (): DiscussionError => new DiscussionError('offline', 'the disk is full: memory takes over');
    async function attempt<T>(write: () => Promise<T>): Promise<T> {
      if (carried.has(discussion)) throw full();
      try {
        return await write();
      } catch (thrown) {
        if (!isFull(thrown)) throw thrown;
        if (!carried.has(discussion)) carried.set(discussion, moveToMemory(discussion, storage));
        throw full();
      }
    }
    return {
      ...storage,
      commit: (asked, decide) => attempt(() => storage.commit(asked, decide)),
      mark: (...marks) => attempt(() => storage.mark(...marks)),
    };
  }

  async function enter(discussion: string, hear: Hearing, onLost: () => void): Promise<Entered> {
    await carried.get(discussion);
    const kept = carried.has(discussion) ? null : await openStorage(onLost);
    if (kept === null) {
      const room = page.room(discussion);
      return { room, leave: room.subscribe(hear) };
    }
    const storage = whileThereIsSpace(discussion, kept);
    const moving = movers.get(discussion) ?? new Set();
    movers.set(discussion, moving.add(onLost));
    const channel = new BroadcastChannel(`peer-discussion ${JSON.stringify([name, discussion])}`);
    const tell = (news: News): void => channel.postMessage(news);
    const room = createRoom({
      key: discussion,
      discussion,
      guestPosts,
      keptIn: 'browser',
      origins: ownOrigins(),
      storage,
      now,
    });
    room.subscribe({
      commit: (commit) => tell({ commit }),
      mine: (marksOf) => tell({ marksOf }),
    });
    const leave = room.subscribe(hear);
    channel.onmessage = ({ data }: MessageEvent<News>) => {
      if ('commit' in data) hear.commit(data.commit);
      else hear.mine(data.marksOf);
    };
    // A tab that is frozen or torn away may tell nobody of its commit.
    const beacon = setInterval(() => {
      room.head().then(
        (head) => hear.commit({ from: head, to: head, post: null, room: null }),
        () => {}, // lost, which is heard of by itself
      );
    }, beaconMs);
    return {
      room,
      leave() {
        leave();
        moving.delete(onLost);
        clearInterval(beacon);
        channel.onmessage = null;
        // What is under way is carried out, and the others are told of it.
        void storage.close().then(() => channel.close());
      },
    };
  }

  return {
    async index(query) {
      const storage = await openStorage();
      const record = (id: string, about: About): StoredDiscussion => ({ id, ...about, guestPosts });
      const index = storage === null ? page.index : createRoomIndex(storage, now);
      try {
        return await index.look({ person: options.me, prefix: '', record, query });
      } finally {
        await storage?.close();
      }
    },
    open: (discussion, listener) => openRoomSession({ ...options, guestPosts, enter }, discussion, listener),
    async exportDiscussion(discussion) {
      await carried.get(discussion);
      const storage = carried.has(discussion) ? null : await openStorage();
      const text = roomToJson(discussion, await (storage ?? memory).everything(discussion));
      await storage?.close();
      return text;
    },
  };
}
