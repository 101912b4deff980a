// Work that need not be done before what stands there is seen.

/** Milliseconds after which it is done even where nothing is painted. */
const longestMs = 1_000;

/** Does this once, after what stands in the page now is on the screen, which the frame after shows; where a page is not shown, soon. */
export function afterPaint(task: () => void): void {
  let isDone = false;
  const once = (): void => {
    clearTimeout(atLast);
    if (!isDone) task();
    isDone = true;
  };
  const atLast = setTimeout(once, longestMs);
  if (document.visibilityState === 'hidden') setTimeout(once);
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
}
