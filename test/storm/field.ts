// The people of a storm over real servers: the product's own store over the socket adapter, each over a wire of their own
// that can be cut, each with an outbox that outlives a reload. They write until they are told to rest.
import { signMember, admitGuest } from '../../src/server/auth.ts';
import { socketAdapter } from '../../src/adapters/socket.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Changes, Mine, Person } from '../../src/model/post.ts';
import { systemClock } from '../../src/store/clock.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { State } from '../../src/store/state.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakePage, createKeyValue } from '../support/fake-clock.ts';
import { createRelay, type Relay } from '../support/relay.ts';
import { createRandom } from '../support/seeded.ts';
import { origin, site } from '../support/server-bench.ts';
import { spoilAdapter } from '../support/spoil-adapter.ts';
import { choose } from './choose.ts';
import type { Client, Shown } from './evidence.ts';
import { noteAnswers, noteAsked, noteShown, type Record as Notes } from './recorder.ts';

/** The discussion that all of them are in. */
export const discussion = 'storm';
/** Most commands that one person lets wait before writing on. */
const mostWaiting = 20;
/** Milliseconds between two commands of one person, at the most. */
const paceMs = 120;

/** Somebody in the field. */
export interface Somebody {
  readonly name: string;
  readonly relay: Relay;
  readonly store: Store;
  readonly person: Person | null;
  /** Loads the page anew: another store, over the same kept outbox. */
  reload(): void;
  /** What this person wrote and read, for the checker. */
  testimony(): Client;
  /** What somebody who comes new as this person is shown. */
  lookAnew(): Promise<{ readonly changes: Changes; readonly mine: Mine }>;
}

/** Everybody. */
export interface Field {
  readonly people: readonly Somebody[];
  readonly notes: Notes;
  readonly operations: number;
  /** Resolves when this holds of everybody's states, at the latest after so many milliseconds: true if it did. */
  until(holds: () => boolean, patienceMs: number): Promise<boolean>;
  /** Resolves when so many more commands are acknowledged. */
  acknowledged(more: number): Promise<void>;
  /** Everybody begins to write; what is returned makes them rest. */
  write(): () => Promise<void>;
  close(): Promise<void>;
}

const members: readonly (Person | null)[] = [
  { id: 'amina', name: 'Amina', role: 'member' },
  { id: 'jonas', name: 'Jonas', role: 'member' },
  { id: 'rosa', name: 'Rosa', role: 'facilitator' },
  null,
];

interface Spans {
  readonly all: { from: number; until: number | null }[];
  note(adapter: Adapter): Adapter;
}

/** Notes when a line was whole: from a sync on, until the session is not online. */
function createSpans(): Spans {
  const all: { from: number; until: number | null }[] = [];
  return {
    all,
    note: (adapter) =>
      spoilAdapter(adapter, null, {
        status(status, next) {
          const last = all.at(-1);
          if (status.state !== 'online' && last !== undefined) last.until ??= Date.now();
          next(status);
        },
        async sync(cursor, next) {
          const changes = await next(cursor);
          if (all.at(-1)?.until !== null) all.push({ from: Date.now(), until: null });
          return changes;
        },
      }),
  };
}

/** Lets people into the field; each goes to the servers in turn, and to the next one when the connection broke. */
export async function createField(ports: readonly number[], seed: number): Promise<Field> {
  const random = createRandom(seed);
  const notes: Notes = { asked: [], ended: [] };
  const watchers = new Set<() => void>();
  const guest = await admitGuest(site, 'Noor');
  const everybody = [...members, guest.person];
  let operations = 0;

  async function letIn(person: Person | null, place: number): Promise<Somebody> {
    let connections = place;
    const relay = await createRelay(() => ports[connections++ % ports.length] ?? 0);
    const getToken = async (): Promise<string | null> => {
      if (person === null) return null;
      return person.role === 'guest' ? guest.token : signMember(site, person);
    };
    const adapter = (server: string): Adapter => socketAdapter({ server, getToken, headers: { origin } });
    const name = person?.id ?? 'the reader';
    const shown: Shown[] = [];
    const keyValue = createKeyValue();
    const spans = createSpans();
    const sit = (): { store: Store; leave(): void } => {
      const store = createStore(spans.note(noteAnswers(adapter(relay.url), notes, Date.now)), discussion, {
        ...{ clock: systemClock, page: createFakePage(), locks: null, keyValue },
      });
      const stop = noteShown(store, shown, notes, Date.now);
      const undo = store.subscribe(() => watchers.forEach((watch) => watch()));
      const leave = (): void => {
        stop();
        undo();
        store.close();
      };
      return { store, leave };
    };
    let seat = sit();
    return {
      name,
      relay,
      person,
      get store() {
        return seat.store;
      },
      reload() {
        seat.leave();
        const last = spans.all.at(-1);
        if (last !== undefined) last.until ??= Date.now();
        seat = sit();
      },
      testimony: () => ({
        ...{ name, shown, isWhole: true, read: null, told: null },
        undisturbed: spans.all.map(({ from, until }) => ({ from, until: until ?? Date.now() })),
        waiting: seat.store.state.outbox.filter(({ state }) => state !== 'refused').map(({ command }) => command.op),
      }),
      lookAnew: () =>
        new Promise((resolve, reject) => {
          const session = adapter(relay.url).open(discussion, {
            status(status) {
              if (status.state === 'closed') reject(status.error);
              if (status.state !== 'online') return;
              session
                .sync(null)
                .then((changes) => resolve({ changes, mine: { read: [] } }), reject)
                .finally(() => session.close());
            },
            changes: () => {},
            mine: () => {},
          });
        }),
    };
  }

  const people: Somebody[] = [];
  for (const [place, person] of everybody.entries()) people.push(await letIn(person, place));

  function until(holds: () => boolean, patienceMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (result: boolean): void => {
        clearTimeout(timer);
        watchers.delete(watch);
        resolve(result);
      };
      const watch = (): void => {
        if (holds()) end(true);
      };
      const timer = setTimeout(() => end(false), patienceMs);
      watchers.add(watch);
      watch();
    });
  }

  /** One person, writing as fast as people in a hurry do. */
  async function writeOn(somebody: Somebody, isResting: () => boolean): Promise<void> {
    while (!isResting()) {
      const { store } = somebody;
      const refused = store.state.outbox.find(({ state }) => state === 'refused');
      if (refused !== undefined) store.dismiss(refused.command.op);
      const waits = store.state.outbox.length >= mostWaiting;
      const request = waits ? null : choose(store, { random, count: operations, at: Date.now() });
      if (request !== null) {
        operations++;
        noteAsked(store, store.submit(request), notes, Date.now);
      }
      await new Promise((resolve) => setTimeout(resolve, random() * paceMs));
    }
  }

  return {
    people,
    notes,
    get operations() {
      return operations;
    },
    until,
    async acknowledged(more) {
      const count = (): number => notes.ended.filter(({ refusal }) => refusal === null).length;
      const goal = count() + more;
      if (!(await until(() => count() >= goal, 60_000)))
        throw new Error(`nothing is acknowledged any more: ${count()}`);
    },
    write() {
      let isResting = false;
      const writing = people.map((somebody) => writeOn(somebody, () => isResting));
      return async () => {
        isResting = true;
        await Promise.all(writing);
      };
    },
    async close() {
      for (const { store, relay } of people) {
        store.close();
        await relay.close();
      }
    },
  };
}

/** True where somebody's store is at rest: online, and nothing waits. */
export function isAtRest({ connection, outbox }: State): boolean {
  return connection === 'online' && outbox.every(({ state }) => state === 'refused');
}
