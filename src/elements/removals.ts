// Posts that are being removed: for a few seconds that can be undone, then it is asked for. Whatever ends the page or
// the discussion before asks for it at once, as the person has: it is then kept with all that waits to be sent.
import type { Clock } from '../store/clock.ts';

/** Milliseconds in which a removal can be undone. */
export const undoMs = 8_000;

/** Removals that can still be undone. */
export interface Removals {
  has(id: string): boolean;
  /** Removes a post once the time is over. */
  begin(id: string): void;
  undo(id: string): void;
  /** Stops the time while somebody is at the button; it begins anew after that. */
  hold(id: string, isHeld: boolean): void;
  /** Removes at once whatever waits. */
  flush(): void;
}

/** No removals yet. */
export function createRemovals(clock: Clock, remove: (id: string) => void): Removals {
  const waiting = new Map<string, () => void>();

  const finish = (id: string): void => {
    waiting.get(id)?.();
    if (waiting.delete(id)) remove(id);
  };
  const start = (id: string): void =>
    void waiting.set(
      id,
      clock.after(undoMs, () => finish(id)),
    );

  return {
    has: (id) => waiting.has(id),
    begin: start,
    undo(id) {
      waiting.get(id)?.();
      waiting.delete(id);
    },
    hold(id, isHeld) {
      const cancel = waiting.get(id);
      if (cancel === undefined) return;
      cancel();
      if (isHeld) waiting.set(id, () => {});
      else start(id);
    },
    flush() {
      for (const id of [...waiting.keys()]) finish(id);
    },
  };
}
