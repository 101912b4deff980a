// What the author of a storage brings to the rules, and the small history that the rules write into it.
import type { StoredPost } from '../../model/post.ts';
import type { Attempt, Decision, Outcome, Standing, Storage } from '../storage.ts';

/** An empty storage, made anew for every rule. */
export interface StorageBench {
  readonly storage: Storage;
  /** Closes the storage last opened, and opens the same data again; left out where nothing is kept. */
  reopen?(): Promise<Storage>;
  /** Ends the storage and takes its data away. */
  close(): Promise<void>;
}

/** Makes a bench. */
export type MakeStorageBench = () => Promise<StorageBench>;

/** One sentence of the contract and its check. */
export interface StorageRule {
  readonly id: string;
  readonly rule: string;
  /** The rule is for benches that can `reopen`; leave it out for others. */
  readonly needs: readonly 'reopen'[];
  /** Rejects with an Error that says what was expected and what was found. */
  readonly check: (make: MakeStorageBench) => Promise<void>;
}

/** Makes a rule: its check has a new bench, which is closed whatever happens. */
export function storageRule(
  id: string,
  rule: string,
  needs: readonly 'reopen'[],
  run: (storage: Storage, bench: StorageBench) => Promise<void>,
): StorageRule {
  return {
    id,
    rule,
    needs,
    async check(make) {
      const bench = await make();
      try {
        await run(bench.storage, bench);
      } finally {
        await bench.close();
      }
    },
  };
}

/** The room that rules write to where nothing else is said. */
export const room = 'site/lesson';

/** The time at which rules mark posts as read where nothing else is said. */
export const readAt = '2030-01-01T00:05:00.000Z';

/** A UUID that stands for a short name: ids of posts and ops. */
export function idOf(name: string): string {
  const hex = [...name].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const digits = hex.padEnd(32, '0');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}

/** A post as a decision makes it. */
export function post(name: string, order: number, change: Partial<StoredPost> = {}): StoredPost {
  return {
    id: idOf(name),
    parentId: null,
    author: { id: 'ada', name: 'Ada', role: 'member' },
    body: `words of ${name}`,
    createdAt: '2030-01-01T00:00:00.000Z',
    editedAt: null,
    revision: 1,
    order,
    state: 'shown',
    published: true,
    ...change,
  };
}

/** An attempt of Ada's, under the op of this name. */
export function attempt(name: string, change: Partial<Attempt> = {}): Attempt {
  return { room, op: idOf(name), by: 'ada', print: `print of ${name}`, reads: [], ...change };
}

/** What is to be stored: by default nothing but a head, made of the head before it and this name. */
export function decision(name: string, standing: Standing, change: Partial<Decision> = {}): Decision {
  return { head: `${standing.head}.${name}`, order: standing.order, post: null, about: null, ...change };
}

/** Stores a new post, next in order, under the op of the same name. */
export function add(storage: Storage, name: string, change: Partial<StoredPost> = {}, where = room): Promise<Outcome> {
  return storage.commit(attempt(name, { room: where }), (standing) => {
    const order = standing.order + 1;
    return decision(name, standing, { order, post: post(name, order, change) });
  });
}

/** Stores a post again, whole, under an op of its own. */
export function replace(storage: Storage, name: string, changed: StoredPost): Promise<Outcome> {
  return storage.commit(attempt(name, { reads: [changed.id] }), (standing) =>
    decision(name, standing, { post: changed }),
  );
}
