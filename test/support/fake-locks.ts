// Locks as a browser's tabs share them, in the hands of a test: they can also be refused, and a tab can crash.
import type { Locks } from '../../src/store/outbox.ts';

interface Waiting {
  readonly tab: object;
  begin(): Promise<void>;
}

/** The locks of one browser. */
export interface FakeLocks {
  /** Locks for another tab, and what lets go of all that it holds or waits for, as a crash does. */
  tab(): { readonly locks: Locks; crash(): void };
}

/** Locks that nobody holds. */
export function createFakeLocks(): FakeLocks {
  const queues = new Map<string, Waiting[]>();
  const begin = (name: string): void => {
    const [first] = queues.get(name) ?? [];
    if (first === undefined) return;
    void first.begin().finally(() => leave(name, first));
  };
  const leave = (name: string, one: Waiting): void => {
    const queue = queues.get(name) ?? [];
    const place = queue.indexOf(one);
    if (place < 0) return;
    queue.splice(place, 1);
    if (place === 0) begin(name);
  };

  return {
    tab() {
      const tab = {};
      return {
        locks: {
          request: (name, { signal }, work) =>
            new Promise((resolve, reject) => {
              const abort = (): void => {
                if (!hasBegun) leave(name, one);
                reject(new DOMException('aborted', 'AbortError'));
              };
              let hasBegun = false;
              const one: Waiting = {
                tab,
                async begin() {
                  hasBegun = true;
                  signal?.removeEventListener('abort', abort);
                  await Promise.resolve();
                  await work().then(resolve, reject);
                },
              };
              if (signal?.aborted === true) return abort();
              signal?.addEventListener('abort', abort);
              const queue = queues.get(name) ?? [];
              queues.set(name, queue);
              if (queue.push(one) === 1) begin(name);
            }),
        },
        crash() {
          for (const [name, queue] of queues)
            for (const one of queue.filter((waiting) => waiting.tab === tab)) leave(name, one);
        },
      };
    },
  };
}
