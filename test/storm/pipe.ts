// A bad network between one person and a simulated server: it delays, loses, doubles, reorders and cuts, loses answers
// whose question arrived, and makes a new connection after each cut. What it did is counted.
import type { Adapter, Listener, Session, Status } from '../../src/adapters/adapter.ts';
import { openRoomSession } from '../../src/adapters/room-session.ts';
import { qualify } from '../../src/model/cursor.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Mine, Person } from '../../src/model/post.ts';
import { viewKey } from '../../src/model/view.ts';
import type { Room } from '../../src/room/room.ts';
import type { Clock } from '../../src/store/clock.ts';

/** How often each trouble comes, from 0 to 1; how long things take. */
export interface Weather {
  readonly loseQuestion: number;
  readonly loseAnswer: number;
  readonly doubleQuestion: number;
  readonly loseChange: number;
  readonly doubleChange: number;
  readonly maxDelayMs: number;
}

/** What went wrong, by name. */
export type Faults = Record<string, number>;

/** A server as a network sees it. */
export interface Upstream {
  readonly isUp: boolean;
  /** The room of a discussion in the process that runs now. */
  room(discussion: string): Room;
}

/** The network of one person. */
export interface Pipe {
  readonly adapter: Adapter;
  /** Ends every connection now; new ones fail until `heal`. */
  cut(): void;
  heal(): void;
  /** Ends every connection, because the server is gone; `connect` tries again. */
  drop(): void;
  connect(): void;
  /** From now on nothing goes wrong and everything is quick. */
  calm(): void;
  /** Spans in which nothing was lost between this person and a discussion, up to now. */
  undisturbed(discussion: string): readonly { readonly from: number; readonly until: number }[];
}

interface Line {
  session: Session;
  isOnline: boolean;
  readonly me: Person | null;
  readonly unanswered: Set<() => void>;
}

const answerTimeoutMs = 1_000;
const beaconMs = 15_000;
const lost = (): DiscussionError => new DiscussionError('offline', 'no answer in time');

/** What a pipe is made of. */
export interface PipeOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly weather: Weather;
  readonly faults: Faults;
  readonly server: Upstream;
  /** Who it is when the next connection is made. */
  readonly me: () => Person | null;
  /** Comes between a connection and its server. */
  readonly spoil: (adapter: Adapter) => Adapter;
}

/** Lays a pipe. */
export function createPipe({ clock, random, weather, faults, server, me, spoil }: PipeOptions): Pipe {
  const ends = new Set<{ drop(): void; connect(): void }>();
  const spans = new Map<string, { from: number; until: number | null }[]>();
  let isCut = false;
  let isCalm = false;
  const count = (kind: string): void => void (faults[kind] = (faults[kind] ?? 0) + 1);
  const happens = (chance: number, kind: string): boolean => {
    if (isCalm || random() >= chance) return false;
    count(kind);
    return true;
  };
  const later = (work: () => void): void => void clock.after(isCalm ? 1 : 1 + random() * weather.maxDelayMs, work);

  function open(discussion: string, listener: Listener): Session {
    let line: Line | null = null;
    let isOpen = true;
    /** Counts what got lost: a sync that nothing got lost after makes the line whole again. */
    let losses = 0;
    const disturb = (): void => {
      losses++;
      const last = spans.get(discussion)?.at(-1);
      if (last !== undefined) last.until ??= clock.now();
    };
    const settleDown = (): void => {
      const all = spans.get(discussion) ?? [];
      if (all.at(-1)?.until !== null) spans.set(discussion, [...all, { from: clock.now(), until: null }]);
    };

    function connect(): void {
      if (!isOpen || line !== null || isCut || !server.isUp) return;
      const viewer = me();
      const enter = (_: string, hear: Parameters<Room['subscribe']>[0]) => {
        const room = server.room(discussion);
        return { room, leave: room.subscribe(hear) };
      };
      const inner = spoil({
        open: (id, hearing) => openRoomSession({ me: viewer, guestPosts: 'held', enter }, id, hearing),
      });
      const tell = (work: () => void): void => later(() => line === mine && isOpen && mine.isOnline && work());
      const online = (status: Status): void =>
        later(() => {
          if (line !== mine || !isOpen) return;
          mine.isOnline = status.state === 'online';
          listener.status(status);
          if (newest !== null && mine.isOnline) listener.mine(newest);
        });
      let newest: Mine | null = null;
      const mine: Line = { isOnline: false, me: viewer, unanswered: new Set(), session: noSession };
      line = mine;
      mine.session = inner.open(discussion, {
        status: (status) => status.state !== 'connecting' && online(status),
        // What is private comes in its order: the newest there is, whenever it comes.
        mine(told) {
          newest = told;
          tell(() => newest !== null && listener.mine(newest));
        },
        changes(changes) {
          if (happens(weather.loseChange, 'changes lost')) return disturb();
          tell(() => listener.changes(changes));
          if (happens(weather.doubleChange, 'changes doubled')) tell(() => listener.changes(changes));
        },
      });
    }

    function drop(): void {
      disturb();
      const gone = line;
      line = null;
      if (gone === null) return;
      gone.session.close();
      // Whoever asked hears of the loss at once, or only when the time for an answer is over.
      for (const giveUp of gone.unanswered) clock.after(random() < 0.5 ? 0 : random() * answerTimeoutMs, giveUp);
      clock.after(0, () => isOpen && line?.isOnline !== true && listener.status({ state: 'offline' }));
    }

    function beacon(): void {
      clock.after(beaconMs, () => {
        if (!isOpen) return;
        beacon();
        const over = line;
        if (over?.isOnline !== true || !server.isUp) return;
        const room = server.room(discussion);
        void Promise.all([room.head(), room.lens(over.me)]).then(([head, lens]) => {
          if (happens(weather.loseChange, 'changes lost')) return;
          later(() => line === over && listener.changes(qualify({ from: head, to: head, posts: [] }, viewKey(lens))));
        });
      });
    }

    /** Sends a question and its answer through the weather. */
    function ask<T>(
      question: (session: Session) => Promise<T>,
      isDoubled: boolean,
      onAnswer = (): void => {},
    ): Promise<T> {
      const over = line;
      return new Promise<T>((resolve, reject) => {
        if (over === null || !over.isOnline) return reject(lost());
        const giveUp = (): void => {
          over.unanswered.delete(giveUp);
          reject(lost());
        };
        const bring = (work: () => void): void => {
          if (happens(weather.loseAnswer, 'answers lost')) {
            disturb();
            clock.after(answerTimeoutMs, giveUp);
          } else
            later(() => {
              if (line !== over || !over.unanswered.delete(giveUp)) return;
              work();
            });
        };
        over.unanswered.add(giveUp);
        if (happens(weather.loseQuestion, 'questions lost')) {
          disturb();
          clock.after(answerTimeoutMs, giveUp);
          return;
        }
        const arrive = (isFirst: boolean): void =>
          later(() => {
            if (line !== over) return;
            const answered = question(over.session);
            answered.then(
              (answer) =>
                isFirst &&
                bring(() => {
                  resolve(answer);
                  onAnswer();
                }),
              (thrown: unknown) => isFirst && bring(() => reject(thrown)),
            );
          });
        arrive(true);
        if (isDoubled && happens(weather.doubleQuestion, 'questions doubled')) arrive(false);
      });
    }

    const end = { drop, connect: () => void later(connect) };
    ends.add(end);
    clock.after(0, () => isOpen && listener.status({ state: 'connecting' }));
    end.connect();
    beacon();
    return {
      sync(cursor, window) {
        const before = losses;
        return ask(
          (session) => session.sync(cursor, window),
          false,
          () => before === losses && settleDown(),
        );
      },
      older: (more) => ask((session) => session.older?.(more) ?? Promise.reject(lost()), false),
      submit: (command) => ask((session) => session.submit(command), true),
      close() {
        drop();
        isOpen = false;
        ends.delete(end);
      },
    };
  }

  const drop = (): void => ends.forEach((end) => end.drop());
  const connect = (): void => ends.forEach((end) => end.connect());
  return {
    adapter: { open },
    cut() {
      if (isCut) return;
      isCut = true;
      count('connections cut');
      drop();
    },
    heal() {
      isCut = false;
      connect();
    },
    drop,
    connect,
    calm() {
      isCalm = true;
    },
    undisturbed: (discussion) =>
      (spans.get(discussion) ?? []).map(({ from, until }) => ({ from, until: until ?? clock.now() })),
  };
}

/** What stands in for a session in the moment before it is there. */
const noSession: Session = {
  sync: () => Promise.reject(lost()),
  submit: () => Promise.reject(lost()),
  close: () => {},
};
