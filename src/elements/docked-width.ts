// How wide a docked panel is: within bounds, by key, by click, and as somebody left it. Loaded with what docks.

/** The narrowest a docked panel may be, in pixels. */
export const narrowestPx = 320;
const widestPx = 720;
const usualPx = 400;
const stepPx = 16;
const leapPx = 80;

/** The widest a docked panel may be, so that the page keeps the better half. */
export function widestIn(windowPx: number): number {
  return Math.max(narrowestPx, Math.min(widestPx, Math.floor(windowPx * 0.5)));
}

/** A width as it may be in a window; null is the usual one. */
export function fitWidth(widthPx: number | null, windowPx: number): number {
  return Math.round(Math.min(Math.max(widthPx ?? usualPx, narrowestPx), widestIn(windowPx)));
}

/** The width after a key on the edge; null for keys that mean nothing there. `isEndRight` where the panel is at the right. */
export function widthAfterKey(key: string, widthPx: number, windowPx: number, isEndRight: boolean): number | null {
  const steps: Readonly<Record<string, number>> = {
    [isEndRight ? 'ArrowLeft' : 'ArrowRight']: stepPx,
    [isEndRight ? 'ArrowRight' : 'ArrowLeft']: -stepPx,
    PageUp: leapPx,
    PageDown: -leapPx,
    Home: -widestPx,
    End: widestPx,
  };
  const step = steps[key];
  return step === undefined ? null : fitWidth(widthPx + step, windowPx);
}

/** The width after a click on the edge, for those who cannot drag: the next of narrow, usual and wide, and round again. */
export function widthAfterClick(widthPx: number, windowPx: number): number {
  const stops = [narrowestPx, usualPx, widestPx].map((stop) => fitWidth(stop, windowPx));
  return stops.find((stop) => stop > widthPx) ?? narrowestPx;
}

const key = 'peer-discussion side width';

/** The width somebody chose before; null where none is known. */
export function recallWidth(): number | null {
  try {
    const width = Number(localStorage.getItem(key));
    return width > 0 ? width : null;
  } catch {
    return null;
  }
}

/** Remembers a width, where the browser lets us. */
export function keepWidth(widthPx: number): void {
  try {
    localStorage.setItem(key, String(widthPx));
  } catch {
    // It holds for as long as the page.
  }
}
