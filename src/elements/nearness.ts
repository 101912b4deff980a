// Tells which rows come near what is seen, or are shown by a search in the page. A row that was near stays so. What a row
// does then is its own affair.

/** A watch over rows. */
export interface Nearness {
  /** Watches these rows, and no others, until they were near. */
  watch(rows: Iterable<Element>): void;
  /** Watches nothing; may be begun again. */
  stop(): void;
}

/**
 * A new watch over what is in this element; `onNear` may hear of a row again. The browser knows which rows it has to
 * draw and says so; only where it does not, each row is observed, which with a thousand takes its time in every frame.
 */
export function createNearness(within: Element, onNear: (row: Element) => void): Nearness {
  return typeof ContentVisibilityAutoStateChangeEvent === 'function' ? hear(within, onNear) : observe(onNear);
}

function hear(within: Element, onNear: (row: Element) => void): Nearness {
  const onChange = (event: Event): void => {
    if (event instanceof ContentVisibilityAutoStateChangeEvent && !event.skipped && event.target instanceof Element)
      onNear(event.target);
  };
  return {
    watch: () => within.addEventListener('contentvisibilityautostatechange', onChange),
    stop: () => within.removeEventListener('contentvisibilityautostatechange', onChange),
  };
}

function observe(onNear: (row: Element) => void): Nearness {
  const watched = new Set<Element>();
  const wereNear = new WeakSet<Element>();
  // Two windows; where the panel scrolls by itself, the margin must be that of what scrolls.
  const margins = { rootMargin: '200% 0px', scrollMargin: '200% 0px' };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watched.delete(target);
      wereNear.add(target);
      observer.unobserve(target);
      onNear(target);
    }
  }, margins);
  return {
    watch(rows) {
      const gone = new Set(watched);
      for (const row of rows) {
        gone.delete(row);
        if (wereNear.has(row) || watched.has(row)) continue;
        watched.add(row);
        observer.observe(row);
      }
      for (const row of gone) {
        watched.delete(row);
        observer.unobserve(row);
      }
    },
    stop() {
      observer.disconnect();
      watched.clear();
    },
  };
}
