// Tells which rows come near what is seen, or are shown by a search in the page: the browser says which it has to draw,
// which costs nothing in a frame where an observer of a thousand rows does. What a row does then is its own affair.

/** A watch over rows. */
export interface Nearness {
  /** Begins, or goes on, with the rows of this list on the page, in their groups. */
  watch(list: Element): void;
  /** Watches nothing; may be begun again. */
  stop(): void;
}

const type = 'contentvisibilityautostatechange';

/** A new watch over rows in this element; `onNear` may hear of a row again. Where browsers do not say, every row is near. */
export function createNearness(within: Element, onNear: (row: Element) => void): Nearness {
  const isSaid = 'ContentVisibilityAutoStateChangeEvent' in window;
  const onChange = (event: Event & { readonly skipped?: boolean }): void => {
    if (event.skipped === false && event.target instanceof Element) onNear(event.target);
  };
  return {
    watch(list) {
      within.addEventListener(type, onChange, true); // captured: not every browser lets it bubble
      if (!isSaid) for (const row of list.querySelectorAll(':scope > * > *')) onNear(row);
    },
    stop: () => within.removeEventListener(type, onChange, true),
  };
}
