// What is done now and then, by a turned clock: a session that looks anew every 15 s does so in a storm, too.
import type { Clock } from '../../src/store/clock.ts';
import { replace } from './replace.ts';

/** Makes intervals that are begun from now on due by this clock; returns what puts the browser's own back. */
export function turnIntervals(clock: Clock): () => void {
  const running = new Map<unknown, () => void>();
  const restoreSetting = replace(globalThis, 'setInterval', ((work: () => void, ms: number) => {
    const name = Symbol('interval');
    const again = (): void => {
      const cancel = clock.after(ms, () => {
        again();
        work();
      });
      running.set(name, cancel);
    };
    again();
    return name;
  }) as unknown as typeof setInterval);
  const restoreClearing = replace(globalThis, 'clearInterval', ((name: unknown) => {
    running.get(name)?.();
    running.delete(name);
  }) as typeof clearInterval);
  return () => {
    restoreSetting();
    restoreClearing();
  };
}
