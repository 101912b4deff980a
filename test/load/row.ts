// One row of the load table: what was measured, beside its bar and beside bare Socket.IO in the same run.
import type { Crowd } from './processes.ts';

/** One figure of a row. */
export interface Figure {
  readonly what: string;
  /** As it is read, with its unit. */
  readonly ours: string;
  readonly bare?: string;
  readonly bar: string;
  readonly holds: boolean;
}

/** A test of the table and its figures. */
export interface Row {
  readonly test: string;
  readonly figures: readonly Figure[];
}

/** How large everything is. */
export interface Size {
  readonly isSmall: boolean;
  /** A number of the full size, or of the small one. */
  pick(full: number, small: number): number;
  /** Figures that only the full size, on a quiet machine, can judge; none at the small one. */
  atFull(...figures: readonly Figure[]): readonly Figure[];
  /** An empty folder of its own. */
  folder(): string;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const round = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(1)));

/** A figure that must not be over its bar. */
export function atMost(what: string, ours: number, bar: number, unit: string, bare?: number): Figure {
  const text = (value: number): string => `${round(value)} ${unit}`.trim();
  return {
    what,
    ours: text(ours),
    bar: `≤ ${text(bar)}`,
    holds: ours <= bar,
    ...(bare !== undefined && { bare: text(bare) }),
  };
}

/** A figure that must be just this. */
export function exactly(what: string, ours: number, bar: number): Figure {
  return { what, ours: round(ours), bar: round(bar), holds: ours === bar };
}

/** The one in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * What both servers did in turns, one right after the other, and the median of how many times the bare one's ours is:
 * must be so much or more.
 */
export function inTurns(
  what: string,
  ours: readonly number[],
  bare: readonly number[],
  unit: string,
  atLeast: number,
): Figure {
  const ratio = median(ours.map((value, turn) => value / (bare[turn] ?? Number.NaN)));
  return {
    what,
    ours: `${round(median(ours))} ${unit} (${ratio.toFixed(2)} ×)`,
    bare: `${round(median(bare))} ${unit}`,
    bar: `≥ ${atLeast} × bare`,
    holds: ratio >= atLeast,
  };
}

/** Waits until all readers of these crowds hold the same head. */
export async function converged(crowds: readonly Crowd[], patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += 100) {
    const reports = await Promise.all(crowds.map((crowd) => crowd.tell('report')));
    if (new Set(reports.flatMap(({ heads }) => heads)).size === 1) return true;
    await pause(100);
  }
  return false;
}
