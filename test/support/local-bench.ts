// Benches over the browser's own database: people whose sessions hold storages of their own, and one whole storage.
import type { Adapter, Listener, Session } from '../../src/adapters/adapter.ts';
import type { Bench } from '../../src/adapters/adapter-rules.ts';
import { localAdapter } from '../../src/adapters/local.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { IndexPage, IndexQuery } from '../../src/model/discussion-index.ts';
import { newOp } from '../../src/model/op.ts';
import { createIndexedDbStorage } from '../../src/room/indexeddb-storage.ts';
import type { StorageBench } from '../../src/room/storage-rules.ts';

/** A name of a database that nothing else uses. */
export function databaseName(): string {
  return `test ${newOp()}`;
}

/** Takes a database away, once whoever uses it has let go; rejects where somebody does not. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}

/** A bench of the storage in IndexedDB: opened again, it is another connection to the same data. */
export async function makeIndexedDbBench(): Promise<StorageBench> {
  const name = databaseName();
  let storage = await createIndexedDbStorage(name);
  return {
    storage,
    async reopen() {
      await storage.close();
      storage = await createIndexedDbStorage(name);
      return storage;
    },
    async close() {
      await storage.close();
      await deleteDatabase(name);
    },
  };
}

/** An adapter whose sessions can all be opened anew, as after a reload. */
function createReloading(inner: Adapter): { readonly adapter: Adapter; reload(): void } {
  const reloads = new Set<() => void>();
  const offline = async (): Promise<never> => {
    throw new DiscussionError('offline', 'the session is not online');
  };
  function open(discussion: string, listener: Listener): Session {
    let session = inner.open(discussion, listener);
    const reload = (): void => {
      session.close();
      listener.status({ state: 'offline' });
      session = inner.open(discussion, listener);
    };
    reloads.add(reload);
    return {
      sync: (cursor, window) => session.sync(cursor, window),
      older: (more) => session.older?.(more) ?? offline(),
      submit: (command) => session.submit(command),
      identify: (guest) => session.identify?.(guest) ?? offline(),
      evidence: (of) => session.evidence?.(of) ?? offline(),
      close() {
        reloads.delete(reload);
        session.close();
      },
    };
  }
  const index = (query: IndexQuery): Promise<IndexPage> => inner.index?.(query) ?? offline();
  return { adapter: { open, index }, reload: () => reloads.forEach((reload) => reload()) };
}

/** What the local adapter can do. */
export const localCan = [
  ...['live', 'edit', 'moderate', 'history', 'marks', 'guests', 'restart'],
  ...['moves', 'gates', 'endorse', 'desk', 'credit', 'evidence', 'index'],
] as const;

/** A bench of the local adapter: everybody has an adapter, and every session a storage and a channel, of their own. */
export async function makeLocalBench(): Promise<Bench> {
  const name = databaseName();
  const opened: { reload(): void }[] = [];
  return {
    origin: location.origin,
    connect(who) {
      const me = who && { ...who, id: newOp() };
      const reloading = createReloading(localAdapter({ me, name, guestPosts: 'held' }));
      opened.push(reloading);
      return reloading.adapter;
    },
    async restart() {
      for (const { reload } of opened) reload();
    },
    close: () => deleteDatabase(name),
  };
}
