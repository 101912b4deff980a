// Tells which rows come near what is seen: within two windows of it, or shown by a search in the page. A row that was near
// stays so. What a row does then is its own affair.

/** A row that can come near. */
export interface NearRow extends Element {
  isNear: boolean;
}

/** A watch over rows. */
export interface Nearness {
  /** Watches these rows until they were near. */
  watch(rows: Iterable<NearRow>): void;
  /** Watches nothing; may be begun again. */
  stop(): void;
}

/** A new watch; `onNear` hears each row once. */
export function createNearness(onNear: (row: NearRow) => void): Nearness {
  const watched = new Set<Element>();
  // Where the panel scrolls by itself, the margin must be that of what scrolls.
  const margins = { rootMargin: '200% 0px', scrollMargin: '200% 0px' };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watched.delete(target);
      observer.unobserve(target);
      onNear(target as NearRow);
    }
  }, margins);
  return {
    watch(rows) {
      const gone = new Set(watched);
      for (const row of rows) {
        gone.delete(row);
        if (row.isNear || watched.has(row)) continue;
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
