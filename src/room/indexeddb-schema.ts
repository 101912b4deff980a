// The tables of the database in a browser, as numbered upgrades: forward only, and never changed once released.
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoredPost } from '../model/post.ts';
import type { About } from './storage.ts';

/** A room and where its history stands. */
export interface RoomRow {
  readonly room: string;
  readonly head: string;
  /** Number of commits. */
  readonly seq: number;
  readonly order: number;
  readonly about: About;
}

/** A post and what it is found by. */
export interface PostRow {
  readonly room: string;
  /** Id of the first post of its thread. */
  readonly root: string;
  /** The commit that changed it last. */
  readonly seq: number;
  /** Its order where it is the first of a thread; left out otherwise, so that the index holds first posts alone. */
  readonly first?: number;
  readonly post: StoredPost;
}

/** A commit: which head it made, and the op that asked for it. */
export interface CommitRow {
  readonly room: string;
  readonly seq: number;
  readonly head: string;
  readonly op: string;
  readonly by: string;
  readonly print: string;
}

/** A post that a person has read. */
export interface MarkRow {
  readonly room: string;
  readonly person: string;
  readonly post: string;
  /** When it was first marked: ISO 8601 in UTC. */
  readonly at: string;
}

/** What is in the database. */
export interface Tables extends DBSchema {
  rooms: { key: string; value: RoomRow };
  posts: {
    key: [room: string, id: string];
    value: PostRow;
    indexes: {
      inOrder: [room: string, order: number];
      byThread: [room: string, root: string];
      byChange: [room: string, seq: number];
      firstPosts: [room: string, order: number];
    };
  };
  commits: {
    key: [room: string, seq: number];
    value: CommitRow;
    indexes: { byHead: [room: string, head: string]; byOp: [room: string, op: string] };
  };
  marks: { key: [room: string, person: string, post: string]; value: MarkRow };
}

type Upgrade = (
  db: IDBPDatabase<Tables>,
  tx: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>,
) => Promise<void>;

/** Each entry brings the database from the version before to the version of its place, counted from 1. */
export const upgrades: readonly Upgrade[] = [
  async (db) => {
    db.createObjectStore('rooms', { keyPath: 'room' });
    const posts = db.createObjectStore('posts', { keyPath: ['room', 'post.id'] });
    posts.createIndex('inOrder', ['room', 'post.order']);
    posts.createIndex('byThread', ['room', 'root']);
    posts.createIndex('byChange', ['room', 'seq']);
    posts.createIndex('firstPosts', ['room', 'first']);
    const commits = db.createObjectStore('commits', { keyPath: ['room', 'seq'] });
    commits.createIndex('byHead', ['room', 'head'], { unique: true });
    commits.createIndex('byOp', ['room', 'op'], { unique: true });
    db.createObjectStore('marks', { keyPath: ['room', 'person', 'post'] });
  },
  // Marks get a time. When the ones there are were made is not known: by now at the latest.
  async (_db, tx) => {
    const at = new Date().toISOString();
    for await (const cursor of tx.objectStore('marks')) await cursor.update({ ...cursor.value, at });
  },
];
