// The rooms that somebody is in just now: one of each, whoever asks and by whatever way.
import { mayModerate } from '../model/may.ts';
import type { Command, Person } from '../model/post.ts';
import type { Commit } from '../model/view.ts';
import { createRoom, type Room } from '../room/room.ts';
import type { Storage } from '../room/storage.ts';
import { createRateLimit, type Allowance } from './rate-limit.ts';
import type { Seat } from './reception.ts';

/** What happens in rooms, with the key of the room. */
export interface RoomsListener {
  commit(key: string, commit: Commit): void;
  mine(key: string, personId: string): void;
}

/** The open rooms of a server. */
export interface Rooms {
  /** The room of this seat, which stays open until `leave` was called as often. */
  enter(seat: Seat): Room;
  leave(seat: Seat): void;
  /** The room of this key, where it is open. */
  find(key: string): Room | undefined;
  /** Every open room, with its key. */
  entries(): Iterable<readonly [string, Room]>;
}

/** Read marks come as fast as somebody reads, but gathered. */
const markAllowance = { burst: 30, refillMs: 500 };

/** What everybody does alike: it is limited alike. */
const everybodys: ReadonlySet<Command['type']> = new Set(['create', 'edit', 'remove', 'offer']);

/** A facilitator's acts come in runs, three for one question of an event: so many times as many, and as often. */
const acts = { atOnce: 12, later: 6 };

/** Lets what came in meanwhile be answered first. */
export const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Opens rooms over a storage as they are needed.
 * @param allowance for what one person sends; a facilitator's acts on posts and prompts have one of their own
 * @param onLeft hears of each room that nobody is in any more
 */
export function createRooms(
  storage: Storage,
  allowance: Allowance,
  listener: RoomsListener,
  onLeft: (key: string) => void,
): Rooms {
  const open = new Map<string, { readonly room: Room; readonly undo: () => void; seats: number }>();
  const limit = createRateLimit(allowance);
  const limitMarks = createRateLimit(markAllowance);
  const { burst, refillMs } = allowance;
  const limitActs = createRateLimit({ ...allowance, burst: burst * acts.atOnce, refillMs: refillMs / acts.later });

  function limitFor(person: Person, { type }: Command): (key: string) => void {
    if (type === 'read') return limitMarks;
    return mayModerate(person) && !everybodys.has(type) ? limitActs : limit;
  }

  return {
    enter({ key, site, discussion }) {
      let entry = open.get(key);
      if (entry === undefined) {
        const throttle = (person: Person, command: Command): void =>
          limitFor(person, command)(`${site.id} ${person.id}`);
        const origins = site.index === 'off' ? [] : site.origins;
        const room = createRoom({ key, discussion, guestPosts: site.guestPosts, origins, storage, throttle, pause });
        const undo = room.subscribe({
          commit: (commit) => listener.commit(key, commit),
          mine: (personId) => listener.mine(key, personId),
        });
        entry = { room, undo, seats: 0 };
        open.set(key, entry);
      }
      entry.seats++;
      return entry.room;
    },
    leave({ key }) {
      const entry = open.get(key);
      if (entry === undefined || --entry.seats > 0) return;
      entry.undo();
      open.delete(key);
      onLeft(key);
    },
    find: (key) => open.get(key)?.room,
    *entries() {
      for (const [key, { room }] of open) yield [key, room] as const;
    },
  };
}
