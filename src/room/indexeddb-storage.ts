// Rooms in a browser's IndexedDB, shared by every tab. Each commit is one transaction, and the database itself runs the
// tabs' transactions one after the other. Telling the other tabs is left to adapters/local.ts.
import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { StoredPost } from '../model/post.ts';
import { upgrades, type PostRow, type RoomRow, type Tables } from './indexeddb-schema.ts';
import { emptyHead } from './storage.ts';
import type { Outcome, Slice, Storage } from './storage.ts';

type Database = IDBPDatabase<Tables>;
type Names = ['rooms', 'posts', 'commits', 'marks'];
type Reading = IDBPTransaction<Tables, Names, 'readonly'>;
type Writing = IDBPTransaction<Tables, Names, 'readwrite'>;

const names: Names = ['rooms', 'posts', 'commits', 'marks'];
const nowhere = Object.freeze({ title: null, url: null });

/** A storage in this browser, whose rooms can be carried over to another one. */
export interface IndexedDbStorage extends Storage {
  /** Copies a room with its history and its marks into a storage that has none of it: every head and op stays known. */
  carryOver(room: string, to: Storage): Promise<void>;
}

/** All keys that begin with these parts: an array is larger than every number and text. */
function under(...parts: (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}

async function roomIn(tx: Reading | Writing, room: string): Promise<RoomRow> {
  return (await tx.objectStore('rooms').get(room)) ?? { room, head: emptyHead, seq: 0, order: 0, about: nowhere };
}

function inOrder(rows: readonly PostRow[]): StoredPost[] {
  return rows.map(({ post }) => post).sort((a, b) => a.order - b.order);
}

const sliceOf = ({ head, order, about }: RoomRow, rows: readonly PostRow[]): Slice => ({
  ...{ head, order, about },
  posts: inOrder(rows),
});

/** Opens the database within a time: one that another tab holds, or that never answers, counts as refused. */
async function openWithin(timeoutMs: number, name: string, onLost: (db: Database) => void): Promise<Database> {
  const opening: Promise<Database> = openDB<Tables>(name, upgrades.length, {
    async upgrade(db, from, _to, tx) {
      try {
        for (const step of upgrades.slice(from)) await step(db, tx);
      } catch {
        tx.abort(); // which leaves the database as it was, and rejects the opening
      }
    },
    blocking: () => void opening.then(onLost),
    terminated: () => void opening.then(onLost),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not open in time')), timeoutMs);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (thrown) {
    opening.then(
      (db) => db.close(),
      () => {},
    );
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens a storage over the database of this name. Rejects with the browser's own error where it refuses, and where the
 * database was written by a newer version of the program (`VersionError`).
 * @param onLost called where the database is deleted, cleared or upgraded elsewhere: every call rejects from then on
 * @param openTimeoutMs milliseconds after which a database that did not open counts as refused
 */
export async function createIndexedDbStorage(
  name: string,
  onLost: () => void = () => {},
  openTimeoutMs = 5_000,
): Promise<IndexedDbStorage> {
  let isOpen = true;
  const underWay = new Set<Promise<unknown>>();
  const db = await openWithin(openTimeoutMs, name, (lost) => {
    lost.close(); // at once: whoever deletes or upgrades it waits for this
    if (isOpen) onLost();
  });

  /** Does work in one transaction, and answers once that is complete: all of it happened, or nothing. */
  function transact<Tx extends Reading | Writing, T>(begin: () => Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      if (!isOpen) throw new Error('the storage is closed');
      const tx = begin();
      const ended = tx.done.then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const [result] = await Promise.allSettled([work(tx)]);
      if (result.status === 'rejected') {
        abort(tx);
        await ended;
        throw result.reason;
      }
      const failure = await ended;
      if (failure !== null) throw failure.error;
      return result.value;
    };
    const call = run();
    const forget = (): boolean => underWay.delete(call);
    underWay.add(call);
    call.then(forget, forget);
    return call;
  }

  function abort(tx: Reading | Writing): void {
    try {
      tx.abort();
    } catch {
      return; // the failure has ended it already
    }
  }

  const read = <T>(work: (tx: Reading) => Promise<T>): Promise<T> => transact(() => db.transaction(names), work);
  const write = <T>(work: (tx: Writing) => Promise<T>): Promise<T> =>
    transact(() => db.transaction(names, 'readwrite', { durability: 'strict' }), work);

  return {
    commit: ({ room, op, by, print, reads }, decide) =>
      write(async (tx): Promise<Outcome> => {
        const [posts, commits] = [tx.objectStore('posts'), tx.objectStore('commits')];
        const before = await roomIn(tx, room);
        const known = await commits.index('byOp').get([room, op]);
        if (known !== undefined) return { kind: 'known', head: before.head, by: known.by, print: known.print };
        const rows = await Promise.all([...new Set(reads)].map((id) => posts.get([room, id])));
        const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.post.id, row.post]])));
        const { head: from, order, about } = before;
        const decision = decide({ head: from, order, about, found });
        const { head, post } = decision;
        if (head === emptyHead) throw new Error('this head was given before');
        const seq = before.seq + 1;
        const after = { room, head, seq, order: decision.order, about: decision.about ?? about };
        const parent = post === null || post.parentId === null ? undefined : await posts.get([room, post.parentId]);
        await Promise.all([
          commits.add({ room, seq, head, op, by, print }),
          tx.objectStore('rooms').put(after),
          post !== null &&
            posts.put({
              ...{ room, root: parent?.root ?? post.id, seq, post },
              ...(post.parentId === null && { first: post.order }),
            }),
        ]);
        return { kind: 'applied', from, to: head, decision };
      }),

    since: (room, head) =>
      read(async (tx) => {
        const commit =
          head === emptyHead ? [room, 0] : await tx.objectStore('commits').index('byHead').getKey([room, head]);
        if (commit === undefined) return null;
        const later = IDBKeyRange.bound(commit, [room, []], true);
        return sliceOf(await roomIn(tx, room), await tx.objectStore('posts').index('byChange').getAll(later));
      }),

    everything: (room) =>
      read(async (tx) =>
        sliceOf(await roomIn(tx, room), await tx.objectStore('posts').index('inOrder').getAll(under(room))),
      ),

    threads: (room, order, after, limit) =>
      read(async (tx) => {
        const posts = tx.objectStore('posts');
        const [low, high] = [[room], [room, []]];
        const isUp = order === 'oldest';
        const beyond =
          after === null
            ? under(room)
            : isUp
              ? IDBKeyRange.bound([room, after], high, true)
              : IDBKeyRange.bound(low, [room, after], false, true);
        // One more than asked for tells whether there is one.
        const roots: { readonly id: string; readonly order: number }[] = [];
        let cursor = await posts.index('firstPosts').openKeyCursor(beyond, isUp ? 'next' : 'prev');
        while (cursor !== null && roots.length <= limit) {
          roots.push({ id: cursor.primaryKey[1], order: cursor.key[1] });
          cursor = await cursor.continue();
        }
        const chosen = roots.slice(0, limit);
        const rows = await Promise.all(chosen.map(({ id }) => posts.index('byThread').getAll([room, id])));
        const next = roots.length > limit ? (chosen.at(-1)?.order ?? null) : null;
        return { ...sliceOf(await roomIn(tx, room), rows.flat()), next };
      }),

    threadOf: (room, postId) =>
      read(async (tx) => {
        const posts = tx.objectStore('posts');
        const row = await posts.get([room, postId]);
        return row === undefined ? [] : inOrder(await posts.index('byThread').getAll([room, row.root]));
      }),

    head: (room) => read(async (tx) => (await roomIn(tx, room)).head),

    mark: (room, person, ids, at) =>
      write(async (tx) => {
        const marks = tx.objectStore('marks');
        const markNew = async (post: string): Promise<void> => {
          const isPost = (await tx.objectStore('posts').getKey([room, post])) !== undefined;
          const isNew = (await marks.getKey([room, person, post])) === undefined;
          if (isPost && isNew) await marks.put({ room, person, post, at });
        };
        await Promise.all([...new Set(ids)].map(markNew));
      }),

    marks: (room, person) =>
      read(async (tx) => {
        const rows = await tx.objectStore('marks').getAll(under(room, person));
        return rows.map(({ post, at }) => ({ id: post, at }));
      }),

    async carryOver(room, to) {
      const { order, about, commits, rows, marks } = await read(async (tx) => ({
        ...(await roomIn(tx, room)),
        commits: await tx.objectStore('commits').getAll(under(room)),
        rows: await tx.objectStore('posts').index('byChange').getAll(under(room)),
        marks: await tx.objectStore('marks').getAll(under(room)),
      }));
      const changedBy = new Map(rows.map(({ seq, post }) => [seq, post]));
      for (const { seq, head, op, by, print } of commits) {
        const post = changedBy.get(seq) ?? null; // changed again later: there it is whole
        await to.commit({ room, op, by, print, reads: [] }, () => ({ head, order, post, about }));
      }
      for (const { person, post, at } of marks) await to.mark(room, person, [post], at);
    },

    list: (prefix, person) =>
      read(async (tx) => {
        const marks = tx.objectStore('marks');
        const rows = await tx.objectStore('rooms').getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
        const readIn = async (room: string): Promise<string[]> =>
          person === null ? [] : (await marks.getAllKeys(under(room, person))).map(([, , post]) => post);
        return Promise.all(
          rows.map(async ({ room, head, order }) => ({ room, head, order, read: await readIn(room) })),
        );
      }),

    rooms: () => read((tx) => tx.objectStore('rooms').getAllKeys()),

    async close() {
      isOpen = false;
      await Promise.allSettled(underWay);
      db.close();
    },
  };
}
