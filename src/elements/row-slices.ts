// How many of the rows are made: at first as many as a window shows, so that they are read soon; after their paint the
// others, in short slices. Knows the texts alone, not what is made of them.
import { isPost } from '../model/view.ts';
import { afterPaint } from './after-paint.ts';
import type { RowView } from './row-view.ts';

/** The most rows that are made before the first paint. */
const mostAtOnce = 12;
/** Rows of one slice. */
const sliceRows = 500;
/** What a row takes at least, in pixels: without its text, for a line of it, and letters that stand in a line at most. */
const [rowPx, linePx, lineLetters] = [56, 20, 110];

/** The rows of one list. */
export interface RowSlices {
  /** How many of these are made, from the first on; asks for more where that is not all. */
  most(rows: readonly RowView[]): number;
  /** True where all are. */
  readonly isAll: boolean;
  /** Makes all at once from now on. */
  end(): void;
}

/** How many of these fill a window, or a few more. */
export function windowful(rows: readonly RowView[], windowPx: number): number {
  let [place, px] = [0, 0];
  for (; place < Math.min(rows.length, mostAtOnce) && px < windowPx; place++) {
    const entry = rows[place]?.entry;
    const letters = entry !== undefined && isPost(entry) ? entry.body.length : 0;
    px += rowPx + linePx * Math.ceil(letters / lineLetters);
  }
  return place;
}

/** Begins with a windowful; `onMore` hears that more may be made, for the first time after the first are painted. */
export function createRowSlices(onMore: () => void): RowSlices {
  let most = 0;
  let isBegun = false;
  let isAsked = false;
  const more = (): void => {
    most += sliceRows;
    isAsked = false;
    onMore();
  };
  return {
    most(rows) {
      if (most === 0) most = windowful(rows, innerHeight);
      if (isBegun && most >= rows.length) most = Number.POSITIVE_INFINITY;
      if (rows.length === 0 || isAsked || (isBegun && most === Number.POSITIVE_INFINITY)) return most;
      isAsked = true;
      if (isBegun) setTimeout(more);
      else afterPaint(more);
      isBegun = true;
      return most;
    },
    get isAll() {
      return most === Number.POSITIVE_INFINITY;
    },
    end: () => void (most = Number.POSITIVE_INFINITY),
  };
}
