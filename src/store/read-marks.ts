// What was read and not told yet: gathered for a moment, sent as one command, kept while it cannot be sent.
import type { Session } from '../adapters/adapter.ts';
import { asDiscussionError, isRetryable } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import type { Clock } from './clock.ts';

/** Milliseconds in which marks are gathered into one command. */
const gatherMs = 1_000;
/** Marks sent at once; well under `limits.readIds`. */
const batch = 100;

/** Read marks on their way. */
export interface ReadMarks {
  /** Ids that the authority does not know of yet. */
  readonly ids: readonly string[];
  /** Adds ids; `isDue` is called when it is time to send. */
  add(ids: readonly string[], isDue: () => void): void;
  /** Sends what waits; what could not be sent stays, what was refused is dropped. */
  send(session: Session): Promise<void>;
  /** Forgets everything: somebody else reads now, or nobody. */
  clear(): void;
}

/** No marks yet. */
export function createReadMarks(clock: Clock): ReadMarks {
  let ids: readonly string[] = [];
  let cancel = (): void => {};

  return {
    get ids() {
      return ids;
    },
    add(more, isDue) {
      ids = [...new Set([...ids, ...more])];
      cancel();
      cancel = clock.after(gatherMs, isDue);
    },
    async send(session) {
      while (ids.length > 0) {
        const sent = ids.slice(0, batch);
        try {
          await session.submit({ type: 'read', op: newOp(), ids: sent });
        } catch (thrown) {
          if (isRetryable(asDiscussionError(thrown).code)) return;
        }
        ids = ids.filter((id) => !sent.includes(id));
      }
    },
    clear() {
      ids = [];
      cancel();
    },
  };
}
