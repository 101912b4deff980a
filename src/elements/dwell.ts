// Tells which rows were really read: at least half of one, or of the window, in sight for a second and one more for
// every 50 words, while the page was in front. Who is told decides what becomes of it.

const baseMs = 1_000;
const wordsASecond = 50;
const mostMs = 5_000;
const steps = Array.from({ length: 21 }, (_, step) => step / 20);

/** What there is to read in a row. */
export interface Reading {
  readonly id: string;
  readonly text: string;
}

/** A watch over rows. */
export interface Dwell {
  /** Watches exactly these rows from now on: each with the id of its post and what there is to read. */
  watch(rows: ReadonlyMap<Element, Reading>): void;
  /** Watches one more. */
  add(row: Element, reading: Reading): void;
  /** Watches nothing; may be begun again. */
  stop(): void;
}

interface Watched extends Reading {
  isVisible: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds that a text of so many words has to be in sight. */
export function readingMs(words: number): number {
  return Math.min(mostMs, baseMs + (words / wordsASecond) * 1_000);
}

/** A new watch; `onRead` hears each id once for every time it is watched. */
export function createDwell(onRead: (id: string) => void): Dwell {
  const watched = new Map<Element, Watched>();

  const start = (element: Element, one: Watched): void => {
    clearTimeout(one.timer);
    if (!one.isVisible || document.visibilityState === 'hidden') return;
    one.timer = setTimeout(
      () => {
        drop(element);
        onRead(one.id);
      },
      readingMs(one.text.split(/\s+/u).length),
    );
  };
  const drop = (element: Element): void => {
    clearTimeout(watched.get(element)?.timer);
    watched.delete(element);
    observer.unobserve(element);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
        const one = watched.get(target);
        const window = rootBounds?.height ?? innerHeight;
        const isVisible =
          intersectionRect.height > 0 && (intersectionRatio >= 0.5 || intersectionRect.height >= window / 2);
        if (one === undefined || one.isVisible === isVisible) continue;
        one.isVisible = isVisible;
        start(target, one);
      }
    },
    { threshold: steps },
  );
  const onTurn = (): void => {
    for (const [element, one] of watched) start(element, one);
  };

  const add = (element: Element, { id, text }: Reading): void => {
    if (watched.has(element)) return;
    if (watched.size === 0) document.addEventListener('visibilitychange', onTurn);
    watched.set(element, { id, text, isVisible: false, timer: undefined });
    observer.observe(element);
  };

  return {
    add,
    watch(rows) {
      for (const [element, { id }] of watched) if (rows.get(element)?.id !== id) drop(element);
      for (const [element, reading] of rows) add(element, reading);
      if (watched.size === 0) document.removeEventListener('visibilitychange', onTurn);
    },
    stop() {
      for (const element of [...watched.keys()]) drop(element);
      document.removeEventListener('visibilitychange', onTurn);
    },
  };
}
