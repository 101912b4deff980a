// A session over a Room: what the adapters without a server share. The room may arrive later than the session, be lost
// and be found again. Where rooms are kept is left to memory.ts and local.ts.
import { checkDiscussionId, checkGuest } from '../model/allow.ts';
import { cursorOf, headOf, qualify } from '../model/cursor.ts';
import { asDiscussionError, DiscussionError } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import { parseGuest } from '../model/parse-command.ts';
import type { Capabilities, GuestPosts, Person } from '../model/post.ts';
import { changesFor, plainLens, viewKey, type Commit, type Lens } from '../model/view.ts';
import { changesLenses, type Room } from '../room/room.ts';
import type { Listener, Session } from './adapter.ts';

/** Milliseconds between two looks at whether a gate has opened by its date. */
const gatesPassMs = 15_000;

/** What a session hears of its room, from this page or from another; it reads the marks itself. */
export interface Hearing {
  commit(commit: Commit): void;
  mine(personId: string): void;
}

/** A room that a session is in. */
export interface Entered {
  readonly room: Room;
  /** Ends what the session hears of it. */
  leave(): void;
}

/** What a session over a room is made of. */
export interface RoomSessionOptions {
  readonly me: Person | null;
  readonly guestPosts: GuestPosts;
  /** Hears who a guest is that was let in. */
  readonly onGuest?: (guest: Person) => void;
  /**
   * Goes into the room of a discussion; a rejection closes the session.
   * @param hear hears of all that happens there from now on
   * @param onLost to be called where the room cannot be reached any more: the session then enters anew
   */
  readonly enter: (discussion: string, hear: Hearing, onLost: () => void) => Entered | Promise<Entered>;
}

/** Opens a session over a room, as `Adapter.open` does. */
export function openRoomSession(options: RoomSessionOptions, discussion: string, listener: Listener): Session {
  const { guestPosts, onGuest, enter } = options;
  const can: Capabilities = {
    live: true,
    edit: true,
    moderate: true,
    history: true,
    marks: true,
    guests: guestPosts !== 'none',
    moves: true,
    gates: true,
    endorse: true,
    desk: true,
    credit: true,
    evidence: true,
    index: true,
  };
  let me = options.me;
  let lens = plainLens(me);
  let isOpen = true;
  let isOnline = false;
  let entered: Entered | null = null;
  let told: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  /** Tells things one at a time, later than the call that caused them. */
  const say = (tell: () => unknown): void => {
    told = told.then(() => isOpen && tell()).catch((thrown: unknown) => isOpen && reportError(thrown));
  };
  /** Reads the marks only when it is their turn, so that what is heard last is what is there. */
  const sayMine = (): void =>
    say(async () => {
      if (me === null || entered === null) return;
      const mine = await entered.room.mine(me);
      if (isOpen) listener.mine(mine);
    });
  /** Says who looks, and from then on through which lens; to be called in its turn. */
  const welcome = (found: Lens): void => {
    isOnline = true;
    lens = found;
    listener.status({ state: 'online', me, can });
    sayMine();
  };
  /** Looks anew where this person's view has changed: a gate has opened, or the record is another. */
  const refresh = (): void =>
    say(async () => {
      const found = await entered?.room.lens(me);
      if (isOpen && found !== undefined && viewKey(found) !== viewKey(lens)) welcome(found);
    });
  const hear: Hearing = {
    commit: (commit) => {
      // A new record is looked at through the lens that it makes: what it closes is not told any more.
      if (commit.room !== null) refresh();
      say(() => listener.changes(qualify(changesFor(commit, lens), viewKey(lens))));
      if (commit.room !== null) sayMine();
      else if (changesLenses(commit)) refresh();
    },
    mine: (personId) => {
      if (personId === me?.id) sayMine();
    },
  };

  async function arrive(): Promise<void> {
    let isLost = false;
    const onLost = (): void => {
      if (isLost || !isOpen) return;
      isLost = true;
      entered?.leave();
      entered = null;
      say(() => {
        isOnline = false;
        listener.status({ state: 'offline' });
      });
      void arrive();
    };
    try {
      checkDiscussionId(discussion);
      const found = await enter(discussion, hear, onLost);
      if (isLost || !isOpen) return found.leave();
      entered = found;
      const first = await found.room.lens(me);
      say(() => welcome(first));
    } catch (thrown) {
      say(() => listener.status({ state: 'closed', error: asDiscussionError(thrown) }));
    }
  }

  const reach = (): Room => {
    if (!isOpen || !isOnline || entered === null) throw new DiscussionError('offline', 'the session is not online');
    return entered.room;
  };
  const guarded = async <T>(work: (viewer: Lens, view: string) => T | Promise<T>): Promise<T> => {
    try {
      return await work(lens, viewKey(lens));
    } catch (thrown) {
      throw isOpen ? asDiscussionError(thrown) : new DiscussionError('offline', 'the session is closed');
    }
  };

  say(() => listener.status({ state: 'connecting' }));
  void arrive();
  const gatesPass = setInterval(refresh, gatesPassMs);

  return {
    sync: (cursor, window) =>
      guarded(async (viewer, view) => qualify(await reach().sync(viewer, headOf(cursor, view), window), view)),
    older: (more) =>
      guarded(async (viewer, view) => {
        const page = await reach().older(viewer, more);
        return { ...page, at: cursorOf(page.at, view) };
      }),
    submit: (command) =>
      guarded(async (viewer, view) => {
        const carriedOut = reach().submit(viewer, command);
        underWay.add(carriedOut);
        return qualify(await carriedOut.finally(() => underWay.delete(carriedOut)), view);
      }),
    identify: (entry) =>
      guarded(async () => {
        const room = reach();
        if (me !== null) throw new DiscussionError('forbidden', 'somebody is signed in here');
        if (!can.guests) throw new DiscussionError('forbidden', 'guests may not write here');
        const guest = parseGuest(entry);
        checkGuest(guest);
        me = { id: `guest:${newOp()}`, name: guest.name, role: 'guest' };
        onGuest?.(me);
        const found = await room.lens(me);
        say(() => welcome(found));
      }),
    evidence: (of) => guarded(() => reach().evidence(me, of)),
    close() {
      isOpen = false;
      clearInterval(gatesPass);
      const left = entered;
      entered = null;
      // What was asked for is still carried out, and others are told of it.
      void Promise.allSettled(underWay).then(() => left?.leave());
    },
  };
}
