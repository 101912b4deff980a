// The storage in a browser's IndexedDB keeps every rule of the contract; and what IndexedDB itself must promise.
import { expect } from 'chai';
import { openDB } from 'idb';
import { upgrades, type Tables } from '../../src/room/indexeddb-schema.ts';
import { createIndexedDbStorage } from '../../src/room/indexeddb-storage.ts';
import { add, post, room } from '../../src/room/rules/bench.ts';
import { storageRules } from '../../src/room/storage-rules.ts';
import { databaseName, deleteDatabase, makeIndexedDbBench } from '../support/local-bench.ts';
import { replace } from '../support/replace.ts';
import { runRules } from '../support/run-rules.ts';

/** The name of what a promise rejects with. */
const nameOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'nothing',
    (thrown: unknown) => (thrown instanceof Error || thrown instanceof DOMException ? thrown.name : String(thrown)),
  );

/** Opens a database as another program would. */
function openForeign(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

describe('createIndexedDbStorage', () => {
  runRules(it, storageRules, makeIndexedDbBench, ['reopen']);

  it('commits in one transaction of strict durability', async () => {
    const { storage, close } = await makeIndexedDbBench();
    const begun: IDBTransaction[] = [];
    const begin = IDBDatabase.prototype.transaction;
    const restore = replace(
      IDBDatabase.prototype,
      'transaction',
      function (this: IDBDatabase, ...words: Parameters<typeof begin>) {
        const tx = begin.apply(this, words);
        begun.push(tx);
        return tx;
      },
    );
    await add(storage, 'one');
    restore();
    expect(begun.map(({ mode, durability }) => `${mode} ${durability}`)).to.deep.equal(['readwrite strict']);
    await close();
  });

  for (const [store, how] of [
    ['posts', 'refused'],
    ['rooms', 'refused'],
    ['posts', 'undone'],
  ] as const)
    it(`leaves nothing of a commit whose write to ${store} is ${how} for want of space`, async () => {
      const { storage, close } = await makeIndexedDbBench();
      await add(storage, 'one');
      const before = await storage.everything(room);
      const put = IDBObjectStore.prototype.put;
      const restore = replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, value: unknown) {
        if (this.name === store && how === 'refused') throw new DOMException('no space', 'QuotaExceededError');
        const request = put.call(this, value);
        if (this.name === store) request.onsuccess = () => this.transaction.abort(); // after the last write
        return request;
      });
      const name = await nameOf(add(storage, 'two'));
      restore();
      expect(name).to.equal(how === 'refused' ? 'QuotaExceededError' : 'AbortError');
      expect(await storage.everything(room)).to.deep.equal(before);
      expect((await add(storage, 'two')).kind).to.equal('applied');
      await close();
    });

  it('lets go at once when the database is deleted elsewhere, says so, and rejects from then on', async () => {
    const name = databaseName();
    let lost = 0;
    const storage = await createIndexedDbStorage(name, () => lost++);
    await add(storage, 'one');
    await deleteDatabase(name);
    expect(lost).to.equal(1);
    expect(await nameOf(add(storage, 'two'))).to.equal('InvalidStateError');
    const again = await createIndexedDbStorage(name);
    expect((await again.everything(room)).posts).to.deep.equal([]);
    await again.close();
    await deleteDatabase(name);
  });

  it('refuses a database of a newer program and leaves it as it is', async () => {
    const name = databaseName();
    const newer = await openForeign(name, 99);
    newer.close();
    expect(await nameOf(createIndexedDbStorage(name))).to.equal('VersionError');
    const again = await openForeign(name, 99);
    expect(again.version).to.equal(99);
    again.close();
    await deleteDatabase(name);
  });

  it('brings a database of the first version up to date: posts stay, and marks get a time that is not before the fact', async () => {
    const name = databaseName();
    const old = await openDB<Tables>(name, 1, { upgrade: (db, _from, _to, tx) => upgrades[0]?.(db, tx) });
    const [one, two] = [post('one', 1), post('two', 2)];
    for (const [place, stored] of [one, two].entries()) {
      await old.put('posts', { room, root: stored.id, seq: place + 1, first: stored.order, post: stored });
      await old.put('marks', { room, person: 'ada', post: stored.id } as Tables['marks']['value']);
    }
    old.close();
    const before = new Date().toISOString();
    const storage = await createIndexedDbStorage(name);
    expect((await storage.everything(room)).posts).to.deep.equal([one, two]);
    const marks = await storage.marks(room, 'ada');
    expect(marks.map(({ id }) => id).sort()).to.deep.equal([one.id, two.id].sort());
    for (const { at } of marks) expect(at >= before && at <= new Date().toISOString(), at).to.equal(true);
    await storage.close();
    await deleteDatabase(name);
  });

  it('gives way to a newer program that brings the database to its version', async () => {
    const name = databaseName();
    let lost = 0;
    const storage = await createIndexedDbStorage(name, () => lost++);
    await add(storage, 'one');
    const newer = await openForeign(name, 99);
    expect([lost, [...newer.objectStoreNames]]).to.deep.equal([1, ['commits', 'marks', 'posts', 'rooms']]);
    newer.close();
    await storage.close();
    await deleteDatabase(name);
  });

  it('does not wait for ever for a database that somebody holds, and lets go of it when it opens late', async () => {
    const name = databaseName();
    const holding = await openForeign(name, 1);
    const deleted = deleteDatabase(name); // waits for the one who holds it; whoever opens then waits for both
    expect(await nameOf(createIndexedDbStorage(name, () => {}, 50))).to.equal('Error');
    const close = IDBDatabase.prototype.close;
    let restore = (): void => {};
    const closed = new Promise<void>((resolve) => {
      restore = replace(IDBDatabase.prototype, 'close', function (this: IDBDatabase) {
        close.call(this);
        if (this !== holding) resolve();
      });
    });
    holding.close();
    await deleted;
    await closed;
    restore();
    await deleteDatabase(name);
  });

  it('reads the threads asked for, and no others', async () => {
    const { storage, close } = await makeIndexedDbBench();
    for (const name of ['a', 'b', 'c', 'd']) await add(storage, name);
    for (const name of ['e', 'f']) await add(storage, name, { parentId: post('b', 2).id });
    let rows = 0;
    const restores = [IDBObjectStore.prototype, IDBIndex.prototype].map((target) => {
      const getAll = target.getAll;
      return replace(target, 'getAll', function (this: IDBIndex, ...words: []) {
        const request = getAll.apply(this, words);
        request.addEventListener('success', () => (rows += request.result.length));
        return request;
      });
    });
    expect((await storage.threads(room, 'newest', 3, 1)).posts.map(({ order }) => order)).to.deep.equal([2, 5, 6]);
    expect(rows, 'rows read for a page').to.equal(3);
    rows = 0;
    expect(await storage.threadOf(room, post('c', 3).id)).to.have.length(1);
    expect(rows, 'rows read for a thread').to.equal(1);
    rows = 0;
    expect((await storage.since(room, '0.a.b.c.d.e'))?.posts).to.have.length(1);
    expect(rows, 'rows read since a head').to.equal(1);
    restores.forEach((restore) => restore());
    await close();
  });
});
