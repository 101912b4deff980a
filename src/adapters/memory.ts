// A Room inside the page, gone with it: for tests, for demos without a server, and the shortest adapter to learn from.
// Several adapters over one backend are several people in one place.
import { checkDiscussionId, checkGuest } from '../model/allow.ts';
import { cursorOf, headOf, qualify } from '../model/cursor.ts';
import { asDiscussionError, DiscussionError } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import { parseGuest } from '../model/parse-command.ts';
import type { Capabilities, GuestPosts, Person } from '../model/post.ts';
import { changesFor, viewKey } from '../model/view.ts';
import { createMemoryStorage } from '../room/memory-storage.ts';
import { createRoom, type Room } from '../room/room.ts';
import type { Storage } from '../room/storage.ts';
import type { Adapter, Listener } from './adapter.ts';

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
}

/** Opens a place in memory where several people can meet. */
export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const { guestPosts = 'held', storage = createMemoryStorage(), now = Date.now } = options;
  const rooms = new Map<string, Room>();
  return {
    guestPosts,
    room(discussion) {
      const room = rooms.get(discussion) ?? createRoom({ key: discussion, discussion, guestPosts, storage, now });
      rooms.set(discussion, room);
      return room;
    },
  };
}

/** Tells things one at a time, later than the call that caused them. */
function createTeller(): (tell: () => void) => void {
  let last: Promise<void> = Promise.resolve();
  return (tell) => {
    last = last.then(tell).catch((thrown: unknown) => reportError(thrown));
  };
}

/** An adapter for one person (or null, who only reads) over a backend in this page. */
export function memoryAdapter(options: { readonly me: Person | null; readonly backend?: MemoryBackend }): Adapter {
  const backend = options.backend ?? createMemoryBackend();
  const can: Capabilities = {
    live: true,
    edit: true,
    moderate: true,
    history: true,
    marks: true,
    guests: backend.guestPosts !== 'none',
  };

  return {
    open(discussion: string, listener: Listener) {
      let me = options.me;
      let open = true;
      let online = false;
      let leave = (): void => {};
      let room: Room | null = null;
      const tell = createTeller();
      const say = (what: () => void): void => tell(() => open && what());

      const welcome = async (entered: Room): Promise<void> => {
        say(() => {
          online = true;
          listener.status({ state: 'online', me, can });
        });
        if (me === null) return;
        const mine = await entered.mine(me);
        say(() => listener.mine(mine));
      };
      const reach = (): Room => {
        if (!open || !online || room === null) throw new DiscussionError('offline', 'the session is not online');
        return room;
      };
      const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
        try {
          return await work();
        } catch (thrown) {
          throw asDiscussionError(thrown);
        }
      };

      say(() => listener.status({ state: 'connecting' }));
      try {
        checkDiscussionId(discussion);
        room = backend.room(discussion);
        leave = room.subscribe({
          commit: (commit) => say(() => listener.changes(qualify(changesFor(commit, me), viewKey(me)))),
          mine: (person, mine) => say(() => person === me?.id && listener.mine(mine)),
        });
        void welcome(room);
      } catch (thrown) {
        say(() => listener.status({ state: 'closed', error: asDiscussionError(thrown) }));
      }

      return {
        sync: (cursor, window) =>
          guarded(async () => {
            const viewer = me;
            const view = viewKey(viewer);
            return qualify(await reach().sync(viewer, headOf(cursor, view), window), view);
          }),
        older: (more) =>
          guarded(async () => {
            const viewer = me;
            const page = await reach().older(viewer, more);
            return { ...page, at: cursorOf(page.at, viewKey(viewer)) };
          }),
        submit: (command) =>
          guarded(async () => {
            const viewer = me;
            return qualify(await reach().submit(viewer, command), viewKey(viewer));
          }),
        identify: (entry) =>
          guarded(async () => {
            const entered = reach();
            if (me !== null) throw new DiscussionError('forbidden', 'somebody is signed in here');
            if (!can.guests) throw new DiscussionError('forbidden', 'guests may not write here');
            const guest = parseGuest(entry);
            checkGuest(guest);
            me = { id: `guest:${newOp()}`, name: guest.name, role: 'guest' };
            await welcome(entered);
          }),
        close() {
          open = false;
          leave();
        },
      };
    },
  };
}
