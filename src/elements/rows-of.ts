// The rows of a discussion as one reader has them, worked out again only when something they are made from changed.
import { threadRows, type Row } from '../model/thread.ts';
import type { State } from '../store/state.ts';
import type { Arrivals } from './arrivals.ts';
import type { Place } from './reading-view.ts';

/** Gives the rows for a state and a place; none before anything is loaded. */
export type RowsOf = (
  state: State | null,
  arrivals: Arrivals,
  place: Place,
  ranked: ReadonlyMap<string, number> | undefined,
) => readonly Row[];

/** Makes what remembers the rows of one panel. */
export function createRowsOf(): RowsOf {
  let made: readonly Row[] = [];
  let madeFrom: readonly unknown[] = [];
  return (state, { shown, threads, pinned }, { writing, look }, ranked) => {
    if (state === null) return [];
    const places = ranked ?? pinned;
    const from = [state.posts, state.hasMore, shown, writing, look.sort, places];
    if (from.every((one, at) => one === madeFrom[at])) return made;
    madeFrom = from;
    const entries = [...state.posts.values()].filter(({ id }) => shown.has(id));
    made = threadRows(entries, {
      keep: writing,
      newestFirst: look.sort !== 'oldest',
      ...(state.hasMore && { threads }),
      places,
    });
    return made;
  };
}
