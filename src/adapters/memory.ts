// A Room inside the page, gone with it: for tests, for demos without a server, and the shortest adapter to learn from.
// Several adapters over one backend are several people in one place. The session itself is in room-session.ts.
import type { GuestPosts, Person, StoredDiscussion } from '../model/post.ts';
import { createMemoryStorage } from '../room/memory-storage.ts';
import { createRoomIndex, type RoomIndex } from '../room/room-index.ts';
import { createRoom, type Room } from '../room/room.ts';
import type { About, Storage } from '../room/storage.ts';
import type { Adapter } from './adapter.ts';
import { openRoomSession, type Entered, type Hearing } from './room-session.ts';

/** How a backend in memory is made. */
export interface MemoryBackendOptions {
  /** What guests' posts meet; held until a facilitator approves them by default. */
  readonly guestPosts?: GuestPosts;
  readonly storage?: Storage;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Rooms that adapters of one page share. */
export interface MemoryBackend {
  readonly guestPosts: GuestPosts;
  /** The room of a discussion, made when first asked for. */
  room(discussion: string): Room;
  /** The index of all its discussions. */
  readonly index: Pick<RoomIndex, 'look'>;
}

/** The origin of this page: what a discussion without a server may stand beside. */
export function ownOrigins(): readonly string[] {
  return typeof location === 'undefined' ? [] : [location.origin];
}

/** Opens a place in memory where several people can meet. */
export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const { guestPosts = 'held', storage = createMemoryStorage(), now = Date.now } = options;
  const keptIn = 'page';
  const rooms = new Map<string, Room>();
  return {
    guestPosts,
    index: createRoomIndex(storage, now),
    room(discussion) {
      const room =
        rooms.get(discussion) ??
        createRoom({ key: discussion, discussion, guestPosts, keptIn, origins: ownOrigins(), storage, now });
      rooms.set(discussion, room);
      return room;
    },
  };
}

/** An adapter for one person (or null, who only reads) over a backend in this page. */
export function memoryAdapter(options: { readonly me: Person | null; readonly backend?: MemoryBackend }): Adapter {
  const { me, backend = createMemoryBackend() } = options;
  const { guestPosts } = backend;
  const enter = (discussion: string, hear: Hearing): Entered => {
    const room = backend.room(discussion);
    return { room, leave: room.subscribe(hear) };
  };
  const record = (id: string, about: About): StoredDiscussion => ({ id, ...about, guestPosts });
  return {
    index: (query) => backend.index.look({ person: me, prefix: '', record, query }),
    open: (discussion, listener) => openRoomSession({ me, guestPosts, enter }, discussion, listener),
  };
}
