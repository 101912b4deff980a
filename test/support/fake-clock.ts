// A clock that stands until a test turns it, and a page that is whatever a test says.
import type { Clock, PageLife } from '../../src/store/clock.ts';
import type { KeyValue } from '../../src/store/kept-commands.ts';

/** A clock to turn by hand. */
export interface FakeClock extends Clock {
  /** Lets so many milliseconds pass: what is due is called in its order, promises in between are let through. */
  pass(ms: number): Promise<void>;
  /** How many things wait to be done later. */
  readonly waiting: number;
}

/** Node's own way to be called once no promise can move on; a browser has none. */
const { nextTick } = ((globalThis as { process?: unknown }).process ?? {}) as { nextTick?: (then: () => void) => void };

/** Lets every promise that can move on do so. */
export async function settle(): Promise<void> {
  if (nextTick !== undefined)
    await new Promise<void>((resolve) => void Promise.resolve().then(() => nextTick(resolve)));
  else for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** A clock that begins at a fixed time; `random` is 0.5 unless a test hands in its own. */
export function createFakeClock(random: () => number = () => 0.5): FakeClock {
  let time = Date.UTC(2026, 0, 5, 9);
  /** What waits, what is due first at the end; of what is due at once what was asked for first is nearer the end. */
  const timers: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    now: () => time,
    random,
    after(delayMs, callback) {
      const timer = { at: time + delayMs, callback };
      let [place, end] = [0, timers.length];
      while (place < end) {
        const middle = (place + end) >> 1;
        if ((timers[middle]?.at ?? 0) > timer.at) place = middle + 1;
        else end = middle;
      }
      timers.splice(place, 0, timer);
      return () => {
        const there = timers.indexOf(timer);
        if (there >= 0) timers.splice(there, 1);
      };
    },
    async pass(ms) {
      const end = time + ms;
      await settle();
      for (let due = timers.at(-1); due !== undefined && due.at <= end; due = timers.at(-1)) {
        timers.pop();
        time = Math.max(time, due.at);
        due.callback();
        await settle();
      }
      time = end;
    },
    get waiting() {
      return timers.length;
    },
  };
}

/** A page in front, whose waking a test brings about. */
export function createFakePage(): PageLife & { wake(): void } {
  const callbacks = new Set<() => void>();
  return {
    isVisible: () => true,
    onWake(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    wake: () => callbacks.forEach((callback) => callback()),
  };
}

/** A place to keep things, as a browser's Storage is one. */
export function createKeyValue(): KeyValue & { readonly all: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    all: kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
}
