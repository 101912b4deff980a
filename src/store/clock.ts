// Time and the page's life as the store knows them: handed in, so that a test can turn the clock.

/** Time, and things to do later. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds; returns its undo. */
  after(delayMs: number, callback: () => void): () => void;
  /** From 0 to 1, 1 left out. */
  random(): number;
}

/** The page as far as it matters to a connection. */
export interface PageLife {
  isVisible(): boolean;
  /** Calls back when the page comes to the front or the network comes back; returns its undo. */
  onWake(callback: () => void): () => void;
}

/** One thing to do later: setting it again takes the place of what was set. */
export interface Timer {
  set(delayMs: number, callback: () => void): void;
  cancel(): void;
}

/** A timer with nothing set. */
export function createTimer(clock: Clock): Timer {
  let cancel = (): void => {};
  return {
    set(delayMs, callback) {
      cancel();
      cancel = clock.after(delayMs, callback);
    },
    cancel: () => cancel(),
  };
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: Date.now,
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** The page this script runs in. */
export const browserPage: PageLife = {
  isVisible: () => document.visibilityState === 'visible',
  onWake(callback) {
    const shown = (): void => {
      if (document.visibilityState === 'visible') callback();
    };
    addEventListener('online', callback);
    document.addEventListener('visibilitychange', shown);
    return () => {
      removeEventListener('online', callback);
      document.removeEventListener('visibilitychange', shown);
    };
  },
};

/** Full jitter: anything up to 1 s, doubling with every failure to 30 s. In milliseconds. */
export function backOffMs(failures: number, random: number): number {
  return random * Math.min(30_000, 1_000 * 2 ** Math.min(failures, 10));
}
