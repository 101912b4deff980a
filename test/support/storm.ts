// A storm: people of different views write in one discussion over bad networks, the server is put back to a backup
// now and then, and in the end everybody must hold exactly what a fresh look shows. Seeded, with a turned clock. Every
// other seed looks through a window and loads pages.
import type { Adapter } from '../../src/adapters/adapter.ts';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import { mayChange, mayReply } from '../../src/model/allow.ts';
import { asDiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Person, Post, Window } from '../../src/model/post.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import { parseMore } from '../../src/room/paging.ts';
import type { Room } from '../../src/room/room.ts';
import type { Storage } from '../../src/room/storage.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, createKeyValue, settle, type FakeClock } from './fake-clock.ts';
import { createRestorableStorage } from './restorable-storage.ts';
import { createRandom, pick } from './seeded.ts';
import { spoilAdapter } from './spoil-adapter.ts';
import { unreliable, type Damage, type Network } from './unreliable.ts';

const discussion = 'storm';
const steps = 40;
const mostPages = 100;

/** Who takes part: two members, a guest, a facilitator, and somebody who only reads. */
const people: readonly (Person | null)[] = [
  { id: 'amina', name: 'Amina', role: 'member' },
  { id: 'jonas', name: 'Jonas', role: 'member' },
  { id: 'guest:noor', name: 'Noor', role: 'guest' },
  { id: 'rosa', name: 'Rosa', role: 'facilitator' },
  null,
];

/** What came of a storm. */
export interface Aftermath {
  /** One sentence for every broken promise; empty where all held. */
  readonly broken: readonly string[];
  readonly damage: Damage & { restores: number };
  readonly commands: number;
  /** Pages that arrived. */
  readonly pages: number;
  /** Pages that had to be asked for again: they were taken at another cursor. */
  readonly pagesAgain: number;
}

/** What was asked of `older()`. */
interface Paging {
  /** What was asked for last. */
  more: string | null;
  /** What the page that came last was asked by. */
  arrived: string | null;
  pages: number;
  pagesAgain: number;
}

interface Client {
  readonly me: Person | null;
  readonly network: Network;
  readonly paging: Paging;
  readonly store: Store;
}

/** Notes the pages that go through an adapter. */
function notePages(adapter: Adapter, paging: Paging): Adapter {
  return spoilAdapter(adapter, null, {
    async older(more, next) {
      paging.more = more;
      if (paging.arrived === more) paging.pagesAgain++;
      const page = await next(more);
      paging.pages++;
      paging.arrived = more;
      return page;
    },
  });
}

/** Something this person might do now, asked of the store. */
function act({ me, store }: Client, random: () => number, count: number): boolean {
  const { discussion: about, posts } = store.state;
  if (me === null || about === null) return false;
  const all = [...posts.values()].filter(isPost);
  const some = (fits: (post: Post) => boolean): Post | undefined => pick(random, all.filter(fits));
  const dice = random();
  if (dice < 0.3) {
    store.submit({ type: 'create', parentId: null, body: `${me.id} ${count}` });
  } else if (dice < 0.55) {
    const parent = some((post) => mayReply(me, post, about));
    if (parent === undefined) return false;
    store.submit({ type: 'create', parentId: parent.id, body: `${me.id} ${count}` });
  } else if (dice < 0.7) {
    const own = some((post) => mayChange(me, post));
    if (own === undefined) return false;
    store.submit({ type: 'edit', id: own.id, body: `${me.id} edit ${count}`, revision: own.revision });
  } else if (dice < 0.8) {
    const own = some((post) => mayChange(me, post));
    if (own === undefined) return false;
    store.submit({ type: 'remove', id: own.id });
  } else if (me.role === 'facilitator') {
    const other = some(() => true);
    if (other === undefined) return false;
    const state = random() < 0.6 ? 'shown' : 'hidden';
    store.submit({ type: 'moderate', id: other.id, state, reason: 'because' });
  } else return false;
  return true;
}

/** Writes what was there before the storm: too long for one window, and with guests' posts that wait. */
async function writePast(room: Room): Promise<void> {
  for (let count = 0; count < 16; count++) {
    const author = people[count % 4] ?? null;
    const op = newOp();
    await room.submit(plainLens(author), { type: 'create', op, parentId: null, body: `past ${count}` });
    if (author?.role === 'guest') continue;
    await room.submit(plainLens(author), { type: 'create', op: newOp(), parentId: op, body: `past reply ${count}` });
  }
}

/** Raises one storm and looks at what it left; `spoil` puts something between each store and its network. */
export async function raiseStorm(seed: number, spoil = (adapter: Adapter): Adapter => adapter): Promise<Aftermath> {
  const random = createRandom(seed);
  const clock = createFakeClock(random);
  const storage = createRestorableStorage();
  const backend = createMemoryBackend({ storage, now: clock.now });
  const weather = {
    loseQuestion: random() * 0.2,
    loseAnswer: random() * 0.2,
    loseChange: random() * 0.3,
    doubleChange: random() * 0.2,
    maxDelayMs: 10 + random() * 400,
  };
  const page = createFakePage();
  const window: Window | null = seed % 2 === 0 ? { threads: 3, order: 'newest' } : null;
  if (window !== null) await writePast(backend.room(discussion));
  const clients: Client[] = people.map((me) => {
    const network = unreliable(memoryAdapter({ me, backend }), clock, random, weather);
    const paging: Paging = { more: null, arrived: null, pages: 0, pagesAgain: 0 };
    const adapter = notePages(spoil(network.adapter), paging);
    const kept = { keyValue: createKeyValue(), locks: null, ...(window !== null && { window }) };
    const store = createStore(adapter, discussion, { clock, page, ...kept });
    return { me, network, paging, store };
  });
  const broken: string[] = [];
  const loadMore = ({ store }: Client): Promise<void> =>
    store.loadMore().catch((thrown: unknown) => {
      const { code } = asDiscussionError(thrown);
      if (code !== 'offline') broken.push(`a page is refused with ${code}`);
    });
  let restores = 0;
  let commands = 0;
  await clock.pass(500);

  for (let step = 0; step < steps; step++) {
    const client = pick(random, clients);
    if (client !== undefined && act(client, random, commands)) commands++;
    if (window !== null) for (const each of clients) if (random() < 0.1) void loadMore(each);
    await clock.pass(random() * 200);
    const dice = random();
    if (dice < 0.06) pick(random, clients)?.network.cut();
    else if (dice < 0.2) for (const { network } of clients) network.heal();
    else if (dice < 0.23) {
      // The server goes down, comes back with an older past, and everybody connects anew.
      for (const { network } of clients) network.cut();
      await settle();
      await storage.restore(Math.floor(storage.length * (0.6 + random() * 0.4)));
      restores++;
      for (const { network } of clients) network.heal();
    }
  }

  for (const { network } of clients) network.calm();
  for (const { network } of clients) network.heal();
  await clock.pass(120_000);
  const room = backend.room(discussion);
  for (const client of clients) broken.push(...(await inspectPages(client, clock, room, storage)));
  broken.push(...(await inspect(clients, room)));
  const damage = { questionsLost: 0, answersLost: 0, changesLost: 0, changesDoubled: 0, cuts: 0, restores };
  for (const { network, store } of clients) {
    for (const kind of ['questionsLost', 'answersLost', 'changesLost', 'changesDoubled', 'cuts'] as const)
      damage[kind] += network.damage[kind];
    store.close();
  }
  const sum = (kind: 'pages' | 'pagesAgain'): number => clients.reduce((all, { paging }) => all + paging[kind], 0);
  return { broken, damage, commands, pages: sum('pages'), pagesAgain: sum('pagesAgain') };
}

/** What of a view stands in threads that begin at this order or later. */
async function reached(view: Changes['posts'], order: number, storage: Storage): Promise<Changes['posts']> {
  const rootOf = new Map<string, number>();
  for (const post of (await storage.everything(discussion)).posts)
    rootOf.set(post.id, rootOf.get(post.parentId ?? '') ?? post.order);
  return view.filter(({ id }) => (rootOf.get(id) ?? 0) >= order);
}

/** Looks at what is held before all pages are there, and then loads them all. */
async function inspectPages(
  { me, paging, store }: Client,
  clock: FakeClock,
  room: Room,
  storage: Storage,
): Promise<string[]> {
  const broken: string[] = [];
  const name = me?.id ?? 'the reader';
  const { posts } = store.state;
  const fresh = (await room.sync(plainLens(me), null)).posts;
  const view = new Map(fresh.map((entry) => [entry.id, entry]));
  for (const [id, entry] of posts)
    if (JSON.stringify(view.get(id)) !== JSON.stringify(entry))
      broken.push(`${name} holds ${JSON.stringify(entry)}, a fresh look shows ${JSON.stringify(view.get(id))}`);
  for (let pages = 0; store.state.hasMore && pages < mostPages; pages++) {
    let isLoaded = false;
    void store.loadMore().then(() => (isLoaded = true));
    await clock.pass(1_000);
    if (!isLoaded) return [...broken, `${name} waits for a page that never comes`];
    if (pages > 0) continue;
    // By what was asked for first one knows what was loaded before.
    const loaded = await reached(fresh, parseMore(discussion, paging.more).after, storage);
    for (const { id } of loaded) if (!posts.has(id)) broken.push(`${name} lacks ${id} in a thread that was loaded`);
  }
  return broken;
}

async function inspect(clients: readonly Client[], room: Room): Promise<string[]> {
  const broken: string[] = [];
  for (const { me, store } of clients) {
    const name = me?.id ?? 'the reader';
    const fresh = await room.sync(plainLens(me), null);
    const expected = JSON.stringify(fresh.posts.toSorted((a, b) => a.id.localeCompare(b.id)));
    const held = JSON.stringify([...store.state.posts.values()].toSorted((a, b) => a.id.localeCompare(b.id)));
    if (store.state.connection !== 'online') broken.push(`${name} is ${store.state.connection}`);
    if (expected !== held) broken.push(`${name} holds ${held}, a fresh look shows ${expected}`);
    const open = store.state.outbox.filter(({ state }) => state !== 'refused');
    if (open.length > 0) broken.push(`${name} still waits: ${JSON.stringify(open)}`);
    const texts = fresh.posts.filter(isPost).map(({ body }) => body);
    if (new Set(texts).size !== texts.length) broken.push(`${name} sees a text twice`);
  }
  return broken;
}
