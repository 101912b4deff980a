// The store with a window, over adapters in memory: what it holds of a long discussion, and how it takes pages.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import { asDiscussionError, DiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person, Window } from '../../src/model/post.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import { createStore } from '../../src/store/create-store.ts';
import { pageTries } from '../../src/store/paging.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, settle } from '../support/fake-clock.ts';
import { spoilAdapter, type Hooks, type Place } from '../support/spoil-adapter.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const jonas: Person = { id: 'jonas', name: 'Jonas', role: 'member' };
const newest: Window = { threads: 3, order: 'newest' };

/** Amina's store over eight threads of Jonas's, each with one reply. */
async function setUp(hooks: Hooks = {}, window: Window = newest) {
  const backend = createMemoryBackend();
  const room = backend.room('d');
  const write = async (body: string, parentId: string | null = null): Promise<string> => {
    const op = newOp();
    await room.submit(plainLens(jonas), { type: 'create', op, parentId, body });
    return op;
  };
  const ids: string[] = [];
  for (let count = 1; count <= 8; count++) ids.push(await write(`thread ${count}`));
  for (const [place, id] of ids.entries()) await write(`reply ${place + 1}`, id);
  const asked: string[] = [];
  const places: Place[] = [];
  const adapter = spoilAdapter(memoryAdapter({ me: amina, backend }), null, {
    ...hooks,
    status(status, next, place) {
      places.push(place);
      if (hooks.status === undefined) next(status);
      else hooks.status(status, next, place);
    },
    older(more, next, place) {
      asked.push(more);
      return hooks.older?.(more, next, place) ?? next(more);
    },
  });
  const store = createStore(adapter, 'd', { clock: createFakeClock(), page: createFakePage(), window });
  await settle();
  return { store, room, write, ids, asked, places };
}

/** A gate in the way of one page: the first that comes waits there until it is opened. */
function createGate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const older: Hooks['older'] = async (more, next) => {
    const page = await next(more);
    await opened;
    return page;
  };
  return { older, open: () => open() };
}

const bodies = ({ state }: Store): string[] =>
  [...state.posts.values()]
    .filter(isPost)
    .map(({ body }) => body)
    .sort();

/** What threads of these numbers hold. */
const threads = (...numbers: number[]): string[] =>
  numbers.flatMap((number) => [`reply ${number}`, `thread ${number}`]).sort();

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (thrown: unknown) => asDiscussionError(thrown).code,
  );
}

describe('the store with a window', () => {
  it('holds the first threads only, whole, and says that there are more', async () => {
    const { store, asked } = await setUp();
    expect(bodies(store)).to.deep.equal(threads(6, 7, 8));
    expect(store.state.hasMore).to.equal(true);
    expect(asked).to.deep.equal([]);
  });

  it('loads page after page until all is there, and then asks for none', async () => {
    const { store, asked } = await setUp();
    await store.loadMore();
    expect(bodies(store)).to.deep.equal(threads(3, 4, 5, 6, 7, 8));
    expect(store.state.hasMore).to.equal(true);
    await store.loadMore();
    expect(bodies(store)).to.deep.equal(threads(1, 2, 3, 4, 5, 6, 7, 8));
    expect(store.state.hasMore).to.equal(false);
    await store.loadMore();
    expect(asked).to.have.length(2);
  });

  it('holds the thread that the window names, wherever it stands', async () => {
    const { store } = await setUp({
      async sync(cursor, next, { session }, window) {
        const named = (await session.sync(null)).posts[1]?.id ?? '';
        return next(cursor, window && { ...window, with: named });
      },
    });
    expect(bodies(store)).to.deep.equal(threads(2, 6, 7, 8));
  });

  it('hears of new posts while threads are missing, of those too', async () => {
    const { store, room, write, ids } = await setUp();
    await write('a new thread');
    await write('a late reply', ids[0]);
    await settle();
    expect(bodies(store)).to.deep.equal(['a late reply', 'a new thread', ...threads(6, 7, 8)]);
    while (store.state.hasMore) await store.loadMore();
    const { posts } = await room.sync(plainLens(amina), null);
    expect([...store.state.posts.values()]).to.have.deep.members([...posts]);
  });

  it('takes a page at its own cursor only: one that is late is asked for again', async () => {
    const gate = createGate();
    const { store, room, ids, asked } = await setUp({ older: gate.older });
    const loading = store.loadMore();
    await settle();
    await room.submit(plainLens(jonas), { type: 'edit', op: newOp(), id: ids[4], body: 'changed', revision: 1 });
    await settle();
    gate.open();
    await loading;
    expect(bodies(store)).to.include('changed').and.not.include('thread 5');
    expect(asked).to.have.length(2);
    expect(new Set(asked).size).to.equal(1);
  });

  it('syncs where a page is ahead of it', async () => {
    let isDeaf = false;
    const { store, room, ids } = await setUp({ changes: (changes, next) => void (isDeaf || next(changes)) });
    isDeaf = true;
    await room.submit(plainLens(jonas), { type: 'edit', op: newOp(), id: ids[7], body: 'changed', revision: 1 });
    await store.loadMore();
    expect(bodies(store)).to.include('changed').and.include('thread 3').and.not.include('thread 8');
  });

  it('does not ask on and on where that sync fails: it is `offline`, and may be tried again', async () => {
    let isDeaf = false;
    const limited = new DiscussionError('rate-limited', 'too much', { retryAfterMs: 60_000 });
    const { store, write, asked } = await setUp({
      changes: (changes, next) => void (isDeaf || next(changes)),
      sync: (cursor, next) => (isDeaf ? Promise.reject(limited) : next(cursor)),
    });
    isDeaf = true;
    await write('unheard');
    expect(await codeOf(store.loadMore())).to.equal('offline');
    expect(asked).to.have.length(1);
    expect(bodies(store)).to.deep.equal(threads(6, 7, 8));
    isDeaf = false;
    await store.loadMore();
    expect(bodies(store)).to.deep.equal([...threads(3, 4, 5, 6, 7, 8), 'unheard'].sort());
  });

  it('drops a page that was under way when all began anew', async () => {
    const gate = createGate();
    const { store, places } = await setUp({ older: gate.older });
    const loading = store.loadMore();
    const { discussion } = store.state;
    if (discussion === null) throw new Error('nothing is held');
    places.at(-1)?.tell.changes({ from: null, to: 'anew', posts: [], room: discussion, more: null });
    gate.open();
    await loading;
    expect([bodies(store), store.state.hasMore]).to.deep.equal([[], false]);
  });

  it('rejects `offline` without a connection, keeps what it holds, and may be tried again', async () => {
    let isCut = true;
    const { store } = await setUp({
      older: (more, next) => (isCut ? Promise.reject(new DiscussionError('offline', 'cut')) : next(more)),
    });
    expect(await codeOf(store.loadMore())).to.equal('offline');
    expect([bodies(store), store.state.hasMore]).to.deep.equal([threads(6, 7, 8), true]);
    isCut = false;
    await store.loadMore();
    expect(bodies(store)).to.deep.equal(threads(3, 4, 5, 6, 7, 8));
  });

  it('asked twice at once, loads one page once', async () => {
    const { store } = await setUp();
    await Promise.all([store.loadMore(), store.loadMore()]);
    expect(bodies(store)).to.deep.equal(threads(3, 4, 5, 6, 7, 8));
    await Promise.all([store.loadMore(), store.loadMore()]);
    expect(bodies(store)).to.deep.equal(threads(1, 2, 3, 4, 5, 6, 7, 8));
    expect(store.state.hasMore).to.equal(false);
  });

  it('shows no page that comes after close()', async () => {
    const gate = createGate();
    const { store } = await setUp({ older: gate.older });
    const loading = store.loadMore();
    store.close();
    gate.open();
    await loading;
    expect(bodies(store)).to.deep.equal(threads(6, 7, 8));
  });

  it('asks for no window where the adapter gives no pages', async () => {
    const windows: (Window | undefined)[] = [];
    const { store } = await setUp({
      status: (status, next) =>
        next(status.state === 'online' ? { ...status, can: { ...status.can, history: false } } : status),
      sync(cursor, next, _, window) {
        windows.push(window);
        return next(cursor);
      },
    });
    expect(windows).to.deep.equal([undefined]);
    expect(bodies(store)).to.deep.equal(threads(1, 2, 3, 4, 5, 6, 7, 8));
    expect(store.state.hasMore).to.equal(false);
  });

  it('gives up where an adapter’s pages never fit, and says so', async () => {
    const { store, asked } = await setUp({
      older: async (more, next) => ({ ...(await next(more)), at: newOp() }),
    });
    expect(await codeOf(store.loadMore())).to.equal('internal');
    expect(asked).to.have.length(pageTries);
    expect(bodies(store)).to.deep.equal(threads(6, 7, 8));
  });

  it('gives up where a page names itself as the next one', async () => {
    const { store, asked } = await setUp({ older: async (more, next) => ({ ...(await next(more)), more }) });
    expect(await codeOf(store.loadMore())).to.equal('internal');
    expect(asked).to.have.length(1);
  });

  it('loads the thread of one post, and keeps what it holds and where it stands', async () => {
    const { store, ids, asked } = await setUp();
    await store.loadMore();
    await store.loadThread(ids[0] ?? '');
    expect(bodies(store)).to.deep.equal(threads(1, 3, 4, 5, 6, 7, 8));
    await store.loadMore();
    expect(bodies(store)).to.deep.equal(threads(1, 2, 3, 4, 5, 6, 7, 8));
    expect(asked).to.have.length(2);
  });

  it('a thread is taken at its own cursor only: what changed meanwhile is held as it is now', async () => {
    let change = async (): Promise<void> => {};
    let asked = 0;
    const { store, room, ids } = await setUp({
      async sync(cursor, next, _, window) {
        const changes = await next(cursor, window);
        if (window?.threads === 1 && asked++ === 0) await change();
        return changes;
      },
    });
    change = async () => {
      await room.submit(plainLens(jonas), { type: 'edit', op: newOp(), id: ids[0], body: 'changed', revision: 1 });
      await settle();
    };
    await store.loadThread(ids[0] ?? '');
    expect(asked).to.equal(2);
    expect(bodies(store)).to.deep.equal(['changed', 'reply 1', ...threads(6, 7, 8)].sort());
  });

  it('of a post that is not here it asks once, and loads nothing', async () => {
    let asked = 0;
    const { store } = await setUp({
      sync(cursor, next, _, window) {
        if (window?.threads === 1) asked++;
        return next(cursor, window);
      },
    });
    await store.loadThread(newOp());
    expect([asked, bodies(store)]).to.deep.equal([1, threads(6, 7, 8)]);
  });
});
