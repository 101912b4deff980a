// Figures of cohorts: waits in their order, and how often anybody was asked within any seven days.
import type { Played, Shown } from './simulate.ts';

const weekMs = 7 * 86_400_000;

/** The wait that this part of the posts had at the most; Infinity where that many were never answered. */
export function waitOf(waits: readonly number[], part: number): number {
  const sorted = waits.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
}

/** The most that any one person was shown within any seven days. */
export function mostInAWeek(shown: readonly Shown[]): number {
  let most = 0;
  for (const { personId, at } of shown)
    most = Math.max(
      most,
      shown.filter((one) => one.personId === personId && one.at > at - weekMs && one.at <= at).length,
    );
  return most;
}

/** What is said of several cohorts together. */
export function figuresOf(played: readonly Played[]) {
  const waits = played.flatMap((one) => one.waits);
  return {
    posts: waits.length,
    median: waitOf(waits, 0.5),
    ninetieth: waitOf(waits, 0.9),
    never: waits.filter((hours) => hours === Infinity).length / waits.length,
    replies: played.reduce((sum, { replies }) => sum + replies, 0) / played.length,
    shown: played.reduce((sum, one) => sum + one.shown.length, 0) / played.length,
    most: Math.max(...played.map((one) => mostInAWeek(one.shown))),
  };
}
