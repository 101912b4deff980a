// Commits of one room made on several servers can be heard in another order than they were made. Told like that, every
// client would see a gap and ask for what it missed; waiting a moment for the one before spares them that.
import type { Commit } from '../model/view.ts';

/** Milliseconds to wait for a commit that comes before one that is there. */
const patienceMs = 200;

interface Line {
  /** Where what was told ends. */
  head: string;
  /** What waits, by the head it follows on. */
  readonly waiting: Map<string, Commit>;
  timer: NodeJS.Timeout | undefined;
}

/** Tells commits in the order of their room's history, or after a moment as they came. */
export interface InOrder {
  commit(key: string, commit: Commit): void;
  /** Forgets what waits. */
  close(): void;
}

/** @param isHeard whether anybody listens in this room: of others nothing is kept */
export function createInOrder(
  tell: (key: string, commit: Commit) => void,
  isHeard: (key: string) => boolean,
  waitMs = patienceMs,
): InOrder {
  const lines = new Map<string, Line>();
  const forget = (key: string): void => {
    clearTimeout(lines.get(key)?.timer);
    lines.delete(key);
  };

  /** The one before does not come: all that waits is told, and what comes next is told at once. */
  function giveUp(key: string, line: Line): void {
    forget(key);
    for (const commit of line.waiting.values()) tell(key, commit);
  }

  return {
    commit(key, commit) {
      if (!isHeard(key)) return forget(key);
      const line: Line = lines.get(key) ?? { head: commit.from, waiting: new Map(), timer: undefined };
      lines.set(key, line);
      line.waiting.set(commit.from, commit);
      for (let next = line.waiting.get(line.head); next !== undefined; next = line.waiting.get(line.head)) {
        line.waiting.delete(line.head);
        line.head = next.to;
        tell(key, next);
      }
      if (line.waiting.size > 0) line.timer ??= setTimeout(() => giveUp(key, line), waitMs);
      else {
        clearTimeout(line.timer);
        line.timer = undefined;
      }
    },
    close() {
      for (const key of lines.keys()) forget(key);
    },
  };
}
