// A storage that can be put back to an earlier state, as an operator does with a backup: what came after is lost.
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import type { Attempt, Decision, Storage } from '../../src/room/storage.ts';

/** A storage with its own past. */
export interface RestorableStorage extends Storage {
  /** How many commits there were. */
  readonly length: number;
  /** Loses all but the first so many commits. */
  restore(length: number): Promise<void>;
}

/** A storage in memory that remembers how it came to be. */
export function createRestorableStorage(): RestorableStorage {
  let storage = createMemoryStorage();
  let past: { readonly attempt: Attempt; readonly decision: Decision }[] = [];
  return {
    get length() {
      return past.length;
    },
    async restore(length) {
      past = past.slice(0, length);
      storage = createMemoryStorage();
      for (const { attempt, decision } of past) await storage.commit(attempt, () => decision);
    },
    async commit(attempt, decide) {
      const outcome = await storage.commit(attempt, decide);
      if (outcome.kind === 'applied') past.push({ attempt, decision: outcome.decision });
      return outcome;
    },
    since: (room, head) => storage.since(room, head),
    everything: (room) => storage.everything(room),
    threads: (room, order, after, limit) => storage.threads(room, order, after, limit),
    threadOf: (room, postId) => storage.threadOf(room, postId),
    head: (room) => storage.head(room),
    mark: (room, person, ids, at) => storage.mark(room, person, ids, at),
    marks: (room, person) => storage.marks(room, person),
    rooms: () => storage.rooms(),
    list: (prefix, person) => storage.list(prefix, person),
    close: () => storage.close(),
  };
}
