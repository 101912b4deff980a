// The adapter over what this browser keeps: every rule of the contract, several tabs over one discussion, and a browser
// that keeps nothing, or no longer.
import { expect } from 'chai';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { localAdapter, type LocalAdapter, type LocalAdapterOptions } from '../../src/adapters/local.ts';
import { newOp } from '../../src/model/op.ts';
import type { Changes, CreateCommand, Person } from '../../src/model/post.ts';
import { emptyHead } from '../../src/room/storage.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { State } from '../../src/store/state.ts';
import type { Store } from '../../src/store/store.ts';
import { databaseName, deleteDatabase, localCan, makeLocalBench } from '../support/local-bench.ts';
import { called, replace } from '../support/replace.ts';
import { runRules } from '../support/run-rules.ts';

const ada: Person = { id: 'ada', name: 'Ada', role: 'member' };
const bo: Person = { id: 'bo', name: 'Bo', role: 'member' };
const discussion = '/lesson';

const create = (body: string, op = newOp()): CreateCommand => ({ type: 'create', op, parentId: null, body });

/** Waits until a store shows it. */
function until(store: Store, isSo: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    const undo = store.subscribe((state) => {
      if (!isSo(state)) return;
      resolve(state);
      queueMicrotask(() => undo());
    });
  });
}

const bodiesOf = ({ posts }: State): string[] =>
  [...posts.values()].map((entry) => ('body' in entry ? entry.body : ''));
const isLoaded = ({ discussion }: State): boolean => discussion !== null;
const shows =
  (body: string) =>
  (state: State): boolean =>
    state.outbox.length === 0 && bodiesOf(state).includes(body);

/** What a test opens; `end()` closes all of it and takes the database away. */
function createScene() {
  const name = databaseName();
  const stores: Store[] = [];
  const scene = {
    name,
    adapter: (me: Person | null, more: Partial<LocalAdapterOptions> = {}): LocalAdapter =>
      localAdapter({ me, name, ...more }),
    async open(adapter: Adapter): Promise<Store> {
      const store = createStore(adapter, discussion);
      stores.push(store);
      await until(store, isLoaded);
      return store;
    },
    /** A tab of its own: another adapter, storage and channel. */
    tab: (me: Person | null, more?: Partial<LocalAdapterOptions>) => scene.open(scene.adapter(me, more)),
    async end() {
      for (const store of stores) store.close();
      await deleteDatabase(name);
    },
  };
  return scene;
}

/** An IndexedDB whose open() ends in this way. */
function refusing(code: string, isThrown: boolean): unknown {
  const error = new DOMException('refused', code);
  const open = (): IDBOpenDBRequest => {
    if (isThrown) throw error;
    const request = Object.create(IDBOpenDBRequest.prototype, { error: { value: error } }) as IDBOpenDBRequest;
    const events = new EventTarget();
    request.addEventListener = events.addEventListener.bind(events);
    request.removeEventListener = events.removeEventListener.bind(events);
    queueMicrotask(() => events.dispatchEvent(new Event('error')));
    return request;
  };
  return { open };
}

/** From now on nothing more finds room in any database; returns the undo. */
function fillDisk(): () => void {
  return replace(IDBObjectStore.prototype, 'put', () => {
    throw new DOMException('no space', 'QuotaExceededError');
  });
}

describe('localAdapter', () => {
  runRules(it, adapterRules, makeLocalBench, localCan);
});

describe('localAdapter in several tabs', () => {
  it('shows in one what is written in another, and what is there after all were closed', async () => {
    const scene = createScene();
    const [here, there] = [await scene.tab(ada), await scene.tab(bo)];
    here.submit({ type: 'create', parentId: null, body: 'words' });
    const state = await until(there, shows('words'));
    expect(state.discussion?.keptIn).to.equal('browser');
    here.close();
    there.close();
    expect(bodiesOf((await scene.tab(null)).state)).to.deep.equal(['words']);
    await scene.end();
  });

  it('tells the others of a post whose tab closed before it was kept', async () => {
    const scene = createScene();
    const [here, there] = [await scene.tab(ada), await scene.tab(bo)];
    here.submit({ type: 'create', parentId: null, body: 'last words' });
    here.close();
    await until(there, shows('last words'));
    await scene.end();
  });

  it('loses nothing where two tabs commit fifty times at once: one chain, shown by both', async () => {
    const scene = createScene();
    const adapters = [scene.adapter(ada), scene.adapter(bo)];
    const watching = await Promise.all(adapters.map((adapter) => scene.open(adapter)));
    const answers: Changes[] = [];
    const sessions = await Promise.all(
      adapters.map(
        (adapter) =>
          new Promise<ReturnType<Adapter['open']>>((resolve) => {
            const session = adapter.open(discussion, {
              status: ({ state }) => state === 'online' && resolve(session),
              changes: () => {},
              mine: () => {},
            });
          }),
      ),
    );
    const commands = Array.from({ length: 50 }, (_, place) => place);
    await Promise.all(
      sessions.flatMap((session, who) =>
        commands.map(async (place) => answers.push(await session.submit(create(`${who} ${place}`)))),
      ),
    );
    const next = new Map(answers.map(({ from, to }) => [from?.split('|')[0], to.split('|')[0]]));
    let length = 0;
    for (let head = next.get(emptyHead); head !== undefined; head = next.get(head)) length++;
    expect([next.size, length], 'commits, and steps of the chain from the beginning').to.deep.equal([100, 100]);
    for (const store of watching) {
      const { posts } = await until(store, (state) => state.posts.size === 100);
      expect(new Set([...posts.values()].map((post) => 'order' in post && post.order)).size).to.equal(100);
    }
    sessions.forEach((session) => session.close());
    await scene.end();
  });

  it('heals a commit that was told to nobody', async () => {
    const scene = createScene();
    const here = await scene.tab(ada);
    const there = await scene.tab(bo, { beaconMs: 20 });
    const restore = replace(BroadcastChannel.prototype, 'postMessage', () => {});
    try {
      here.submit({ type: 'create', parentId: null, body: 'unheard' });
      await until(there, shows('unheard'));
    } finally {
      restore();
    }
    await scene.end();
  });

  it('reaches another page', async () => {
    const scene = createScene();
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script type="module">
      import { localAdapter } from '/src/adapters/local.ts';
      window.dispatchEvent(Object.assign(new Event('ready'), { localAdapter }));
    </script>`;
    const loaded = new Promise<typeof localAdapter>((resolve) => {
      document.body.append(frame);
      const listen = (): void =>
        frame.contentWindow?.addEventListener('ready', (event) =>
          resolve((event as unknown as { localAdapter: typeof localAdapter }).localAdapter),
        );
      listen();
      frame.addEventListener('load', listen);
    });
    const here = await scene.tab(ada);
    const there = await scene.open((await loaded)({ me: bo, name: scene.name }));
    there.submit({ type: 'create', parentId: null, body: 'from there' });
    await until(here, shows('from there'));
    here.submit({ type: 'create', parentId: null, body: 'from here' });
    await until(there, shows('from here'));
    there.close();
    frame.remove();
    await scene.end();
  });

  it('lets go of the database and the channel once it is closed, also where that is before it came online', async () => {
    const scene = createScene();
    const adapter = scene.adapter(ada);
    for (const isEarly of [true, false]) {
      const store = createStore(adapter, discussion);
      if (!isEarly) await until(store, isLoaded);
      const released = [called(IDBDatabase.prototype, 'close'), called(BroadcastChannel.prototype, 'close')];
      store.close();
      await Promise.all(released);
    }
    await scene.end();
  });

  it('lets a guest be the same the next time', async () => {
    const scene = createScene();
    let guest: Person | null = null;
    const first = await scene.tab(null, { onGuest: (person) => (guest = person) });
    await first.identify({ name: 'Gil', email: 'gil@example.org' });
    await until(first, ({ me }) => me !== null);
    first.submit({ type: 'create', parentId: null, body: 'a guest' });
    await until(first, shows('a guest'));
    first.close();
    const [post] = (await scene.tab(guest)).state.posts.values();
    expect(post).to.deep.include({ body: 'a guest', author: guest, state: 'shown' });
    await scene.end();
  });

  it('exports all that is kept of a discussion', async () => {
    const scene = createScene();
    const adapter = scene.adapter(ada);
    const store = await scene.open(adapter);
    const op = store.submit({ type: 'create', parentId: null, body: 'words' });
    await until(store, shows('words'));
    const { posts, ...rest } = JSON.parse(await adapter.exportDiscussion(discussion)) as { posts: { id: string }[] };
    expect(rest).to.deep.equal({ format: 'peer-discussion', version: 1, discussion, title: null, url: null });
    expect(posts.map(({ id }) => id)).to.deep.equal([op]);
    await scene.end();
  });
});

describe('localAdapter where the browser keeps nothing', () => {
  const refusals: readonly (readonly [what: string, value: unknown])[] = [
    ['there is no IndexedDB', undefined],
    ['open() throws', refusing('SecurityError', true)],
    ['open() ends in an error', refusing('SecurityError', false)],
    ['there is no space', refusing('QuotaExceededError', false)],
  ];
  for (const [what, value] of refusals)
    it(`works from memory and says so, where ${what}`, async () => {
      const restore = replace(window, 'indexedDB', value);
      try {
        const adapter = localAdapter({ me: ada, name: databaseName() });
        const [here, there] = [createStore(adapter, discussion), createStore(adapter, discussion)];
        await until(here, isLoaded);
        here.submit({ type: 'create', parentId: null, body: 'words' });
        await until(here, shows('words'));
        const state = await until(there, shows('words'));
        expect([state.connection, state.discussion?.keptIn]).to.deep.equal(['online', 'page']);
        expect(await adapter.exportDiscussion(discussion)).to.include('"body": "words"');
        here.close();
        there.close();
      } finally {
        restore();
      }
    });

  it('begins anew where the database is deleted while it is open', async () => {
    const scene = createScene();
    const [here, there] = [await scene.tab(ada), await scene.tab(bo)];
    here.submit({ type: 'create', parentId: null, body: 'words' });
    await until(there, shows('words'));
    await deleteDatabase(scene.name);
    await until(here, ({ connection, posts }) => connection === 'online' && posts.size === 0);
    there.submit({ type: 'create', parentId: null, body: 'new words' });
    const state = await until(here, shows('new words'));
    expect(bodiesOf(state)).to.deep.equal(['new words']);
    expect(state.discussion?.keptIn).to.equal('browser');
    await scene.end();
  });

  it('goes on in memory where the database is deleted and no other is given', async () => {
    const scene = createScene();
    const store = await scene.tab(ada);
    const restore = replace(window, 'indexedDB', {
      ...(refusing('SecurityError', true) as object),
      deleteDatabase: indexedDB.deleteDatabase.bind(indexedDB),
    });
    await deleteDatabase(scene.name);
    await until(store, ({ discussion }) => discussion?.keptIn === 'page');
    store.submit({ type: 'create', parentId: null, body: 'words' });
    await until(store, shows('words'));
    restore();
    await scene.end();
  });

  it('is closed as `unsupported` where a newer version of the program keeps the discussion', async () => {
    const scene = createScene();
    const store = await scene.tab(ada);
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(scene.name, 99);
      request.onsuccess = () => resolve(request.result);
    });
    const { error } = await until(store, ({ connection }) => connection === 'closed');
    expect(error?.code).to.equal('unsupported');
    newer.close();
    await scene.end();
  });

  it('goes over to memory with all there is where the disk is full, and says so: nothing is lost, nothing is there twice', async () => {
    const scene = createScene();
    const adapter = scene.adapter(ada);
    const store = await scene.open(adapter);
    const first = store.submit({ type: 'create', parentId: null, body: 'before' });
    await until(store, shows('before'));
    store.submit({ type: 'edit', id: first, body: 'before, changed', revision: 1 });
    await until(store, shows('before, changed'));
    store.submit({ type: 'read', ids: [first] });
    await until(store, ({ read }) => read.has(first));
    const restore = fillDisk();
    try {
      store.submit({ type: 'create', parentId: first, body: 'while it is full' });
      const state = await until(store, shows('while it is full'));
      expect([state.connection, state.discussion?.keptIn]).to.deep.equal(['online', 'page']);
      expect(bodiesOf(state)).to.deep.equal(['before, changed', 'while it is full']);
      expect([...state.read]).to.include(first);
      const other = await scene.open(adapter);
      expect(bodiesOf(other.state)).to.deep.equal(['before, changed', 'while it is full']);
      other.submit({ type: 'create', parentId: null, body: 'from another panel' });
      await until(store, shows('from another panel'));
      expect(await adapter.exportDiscussion(discussion)).to.include('from another panel');
    } finally {
      restore();
    }
    expect(bodiesOf((await scene.tab(bo)).state), 'what stays on the disk').to.deep.equal(['before, changed']);
    await scene.end();
  });

  it('takes all panels of the page along where the disk is full, and knows an op again that it had before', async () => {
    const scene = createScene();
    const adapter = scene.adapter(ada);
    const [here, there] = [await scene.open(adapter), await scene.open(adapter)];
    const command = create('once');
    const open = (): Promise<ReturnType<Adapter['open']>> =>
      new Promise((resolve) => {
        const session = adapter.open(discussion, {
          status: ({ state }) => state === 'online' && resolve(session),
          changes: () => {},
          mine: () => {},
        });
      });
    const before = await open();
    const { to } = await before.submit(command);
    before.close();
    const restore = fillDisk();
    try {
      here.submit({ type: 'create', parentId: null, body: 'full' });
      await until(here, shows('full'));
      await until(there, shows('full'));
      expect(there.state.discussion?.keptIn).to.equal('page');
      const after = await open();
      expect((await after.submit(command)).posts, 'what the same op changes').to.deep.equal([]);
      const since = await after.sync(to);
      expect([since.from, since.posts.length], 'the changes since a cursor of the disk').to.deep.equal([to, 1]);
      after.close();
    } finally {
      restore();
    }
    await scene.end();
  });
});
