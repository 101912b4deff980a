// What was read and not told yet: gathered for a moment, sent as one command, kept while it cannot be sent.
import type { Session } from '../adapters/adapter.ts';
import { asDiscussionError, isRetryable } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import { backOffMs, type Clock } from './clock.ts';

/** Milliseconds in which marks are gathered into one command. */
const gatherMs = 1_000;
/** Marks sent at once; well under `limits.readIds`. */
const batch = 100;

/** Read marks on their way. */
export interface ReadMarks {
  /** Ids that the authority does not know of yet. */
  readonly ids: readonly string[];
  /** Adds ids; `whenDue` is called when it is time to send. */
  add(ids: readonly string[], whenDue: () => void): void;
  /** Sends what waits; what could not be sent stays and is due again after a while, what was refused is dropped. */
  send(session: Session): Promise<void>;
  /** Forgets everything: somebody else reads now, or nobody. */
  clear(): void;
}

/** No marks yet. */
export function createReadMarks(clock: Clock): ReadMarks {
  let ids: readonly string[] = [];
  let failures = 0;
  let isDue = (): void => {};
  let cancel = (): void => {};
  const wait = (delayMs: number): void => {
    cancel();
    cancel = clock.after(delayMs, () => isDue());
  };

  return {
    get ids() {
      return ids;
    },
    add(more, whenDue) {
      ids = [...new Set([...ids, ...more])];
      isDue = whenDue;
      wait(gatherMs);
    },
    async send(session) {
      while (ids.length > 0) {
        const sent = ids.slice(0, batch);
        try {
          await session.submit({ type: 'read', op: newOp(), ids: sent });
          failures = 0;
        } catch (thrown) {
          const { code, retryAfterMs } = asDiscussionError(thrown);
          if (isRetryable(code) && ids.length > 0) wait(retryAfterMs ?? backOffMs(failures++, clock.random()));
          if (isRetryable(code)) return;
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
