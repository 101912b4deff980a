// Benches in memory: people on one backend whose connections can break, and a storage that can be opened again.
import type { Adapter, FirstLook, Listener, Session, Status } from '../../src/adapters/adapter.ts';
import type { Bench, Somebody } from '../../src/adapters/adapter-rules.ts';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { IndexPage, IndexQuery } from '../../src/model/discussion-index.ts';
import { newOp } from '../../src/model/op.ts';
import type { Mine, Window } from '../../src/model/post.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import type { Storage } from '../../src/room/storage.ts';
import type { StorageBench } from '../../src/room/storage-rules.ts';

/** What the adapter in memory can do. */
export const memoryCan = [
  ...['live', 'edit', 'moderate', 'history', 'marks', 'guests'],
  ...['moves', 'gates', 'endorse', 'desk', 'credit', 'evidence', 'index'],
] as const;

/** A person of this name and role, not met before. */
const personOf = (who: Somebody | null) => who && { ...who, id: newOp() };

/** The bench of the adapter in memory as it is: there is no connection that could break. */
export async function makeMemoryBench(): Promise<Bench> {
  const backend = createMemoryBackend();
  return {
    origin: location.origin,
    connect: (who) => memoryAdapter({ me: personOf(who), backend }),
    close: async () => {},
  };
}

/** An adapter whose connection can be cut and healed. */
interface Breakable {
  readonly adapter: Adapter;
  cut(): void;
  heal(): void;
}

/** Looks as an adapter would that can: by a session of its own. */
function lookBy(adapter: Adapter, discussion: string, window?: Window): Promise<FirstLook> {
  return new Promise((resolve, reject) => {
    let online: Extract<Status, { state: 'online' }> | null = null;
    const answer = async (mine: Mine | null): Promise<void> => {
      if (online === null) return;
      const changes = await session.sync(null, window);
      session.close();
      resolve({ me: online.me, can: online.can, changes, mine });
    };
    const session = adapter.open(discussion, {
      status(status) {
        if (status.state === 'closed') reject(status.error);
        if (status.state !== 'online') return;
        online = status;
        if (status.me === null) answer(null).catch(reject);
      },
      changes: () => {},
      mine: (mine) => void answer(mine).catch(reject),
    });
  });
}

/** Asks an adapter that has an index. */
function demandIndex(adapter: Adapter, query: IndexQuery): Promise<IndexPage> {
  return adapter.index?.(query) ?? Promise.reject(new Error('no index'));
}

/** An adapter over others, each made for one connection. */
function createBreakable(connect: () => Adapter): Breakable {
  const cuts = new Set<() => void>();
  const heals = new Set<() => void>();
  const offline = (): DiscussionError => new DiscussionError('offline', 'the connection is cut');

  function open(discussion: string, listener: Listener): Session {
    let inner: Session | null = null;
    let lose = (): void => {};
    let lost: Promise<never> = Promise.reject(offline());
    const enter = (): void => {
      lost = new Promise((_, reject) => (lose = () => reject(offline())));
      lost.catch(() => {});
      inner = connect().open(discussion, listener);
    };
    const leave = (): void => {
      inner?.close();
      inner = null;
      lose();
    };
    const cut = (): void => {
      leave();
      queueMicrotask(() => cuts.has(cut) && listener.status({ state: 'offline' }));
    };
    const ask = async <T>(question: (session: Session) => Promise<T> | undefined): Promise<T> => {
      const answer = inner === null ? undefined : question(inner);
      if (answer === undefined) throw offline();
      return Promise.race([answer, lost]);
    };
    lost.catch(() => {});
    cuts.add(cut);
    heals.add(enter);
    enter();
    return {
      sync: (cursor, window) => ask((session) => session.sync(cursor, window)),
      older: (more) => ask((session) => session.older?.(more)),
      submit: (command) => ask((session) => session.submit(command)),
      identify: (guest) => ask((session) => session.identify?.(guest)),
      evidence: (of) => ask((session) => session.evidence?.(of)),
      close() {
        cuts.delete(cut);
        heals.delete(enter);
        leave();
      },
    };
  }
  let isCut = false;
  return {
    adapter: {
      open,
      index: async (query) => (isCut ? Promise.reject(offline()) : demandIndex(connect(), query)),
      look: async (discussion, window) => (isCut ? Promise.reject(offline()) : lookBy(connect(), discussion, window)),
    },
    cut() {
      isCut = true;
      cuts.forEach((cut) => cut());
    },
    heal() {
      isCut = false;
      heals.forEach((heal) => heal());
    },
  };
}

/** A bench in memory that can do everything a bench can; `wrap` puts something around each adapter. */
export async function makeBreakableBench(
  wrap: (adapter: Adapter, who: Somebody | null) => Adapter = (adapter) => adapter,
  patienceMs = 2_000,
): Promise<Bench> {
  const storage = createMemoryStorage();
  const connections = new Map<Adapter, Breakable>();
  let backend = createMemoryBackend({ storage });
  return {
    origin: location.origin,
    patienceMs,
    connect(who) {
      const me = personOf(who);
      const breakable = createBreakable(() => memoryAdapter({ me, backend }));
      const adapter = wrap(breakable.adapter, who);
      connections.set(adapter, breakable);
      return adapter;
    },
    cut: (adapter) => connections.get(adapter)?.cut(),
    heal: (adapter) => connections.get(adapter)?.heal(),
    async restart() {
      for (const { cut } of connections.values()) cut();
      await new Promise((resolve) => setTimeout(resolve, 0));
      backend = createMemoryBackend({ storage });
      for (const { heal } of connections.values()) heal();
    },
    close: async () => {},
  };
}

/** A bench of the storage in memory; what is opened again is the same memory. `wrap` puts something around each. */
export async function makeStorageBench(
  wrap: (storage: Storage, isReopened: boolean) => Storage = (storage) => storage,
): Promise<StorageBench> {
  const memory = createMemoryStorage();
  return {
    storage: wrap(memory, false),
    reopen: async () => wrap(memory, true),
    close: async () => {},
  };
}
