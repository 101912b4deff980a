// A storm: people of different views write in one discussion over bad networks, the server is put back to a backup
// now and then, and in the end everybody must hold exactly what a fresh look shows. Seeded, with a turned clock.
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import { mayChange, mayReply } from '../../src/model/allow.ts';
import type { Person, Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import type { Room } from '../../src/room/room.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, createKeyValue, settle } from './fake-clock.ts';
import { createRestorableStorage } from './restorable-storage.ts';
import { createRandom, pick } from './seeded.ts';
import { unreliable, type Damage, type Network } from './unreliable.ts';

const discussion = 'storm';

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
}

interface Client {
  readonly me: Person | null;
  readonly network: Network;
  readonly store: Store;
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

/** Raises one storm and looks at what it left. */
export async function raiseStorm(seed: number, steps = 40): Promise<Aftermath> {
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
  const clients: Client[] = people.map((me) => {
    const network = unreliable(memoryAdapter({ me, backend }), clock, random, weather);
    const store = createStore(network.adapter, discussion, { clock, page, keyValue: createKeyValue() });
    return { me, network, store };
  });
  let restores = 0;
  let commands = 0;
  await clock.pass(500);

  for (let step = 0; step < steps; step++) {
    const client = pick(random, clients);
    if (client !== undefined && act(client, random, commands)) commands++;
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
  const broken = await inspect(clients, backend.room(discussion));
  const damage = { questionsLost: 0, answersLost: 0, changesLost: 0, changesDoubled: 0, cuts: 0, restores };
  for (const { network, store } of clients) {
    for (const kind of ['questionsLost', 'answersLost', 'changesLost', 'changesDoubled', 'cuts'] as const)
      damage[kind] += network.damage[kind];
    store.close();
  }
  return { broken, damage, commands };
}

async function inspect(clients: readonly Client[], room: Room): Promise<string[]> {
  const broken: string[] = [];
  for (const { me, store } of clients) {
    const name = me?.id ?? 'the reader';
    const fresh = await room.sync(me, null);
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
