// Which rows of a discussion are on the page: one thread or all, without what is folded, what lies too deep, and what a
// search or a filter leaves out. Pure.
import type { Row } from '../model/thread.ts';

/** The deepest indentation; what lies below is read as a thread of its own. */
export const deepest = 6;

/** What a reader has opened, closed and asked for. */
export interface Reading {
  /** Ids of posts whose replies are folded. */
  readonly folded: ReadonlySet<string>;
  /** The post whose thread alone is shown; null shows all. */
  readonly focus: string | null;
  /** Ids a search or a filter found, shown with what they answer; null where nothing is left out. */
  readonly only: ReadonlySet<string> | null;
}

/** A row on the page. */
export interface VisibleRow {
  readonly row: Row;
  /** Indentation on the page: 0 to `deepest`. */
  readonly depth: number;
  readonly isFolded: boolean;
  /** True where its replies lie too deep to be shown here. */
  readonly isCut: boolean;
}

/** The rows from one post on: it, and all below it. All rows where it is not among them. */
function threadOf(rows: readonly Row[], id: string | null): readonly Row[] {
  const from = id === null ? -1 : rows.findIndex(({ entry }) => entry.id === id);
  const depth = rows[from]?.depth;
  if (depth === undefined) return rows;
  const end = rows.findIndex((row, place) => place > from && row.depth <= depth);
  return rows.slice(from, end < 0 ? rows.length : end);
}

/** Ids of these and of everything they answer. */
function withPaths(rows: readonly Row[], only: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set<string>();
  const path: string[] = [];
  for (const { entry, depth } of rows) {
    path.length = depth;
    path.push(entry.id);
    if (only.has(entry.id)) for (const id of path) kept.add(id);
  }
  return kept;
}

/** The rows that are on the page. */
export function visibleRows(rows: readonly Row[], { folded, focus, only }: Reading): readonly VisibleRow[] {
  const kept = only === null ? null : withPaths(rows, only);
  const within = threadOf(rows, focus);
  const base = within.length < rows.length ? (within[0]?.depth ?? 0) : 0;
  const visible: VisibleRow[] = [];
  let closedAt = Number.POSITIVE_INFINITY;
  for (const row of within) {
    if (row.depth > closedAt || (kept !== null && !kept.has(row.entry.id))) continue;
    const depth = Math.min(row.depth - base, deepest);
    const isOpen = kept !== null || row.replies === 0;
    const isFolded = !isOpen && folded.has(row.entry.id);
    const isCut = !isOpen && !isFolded && row.depth - base === deepest;
    closedAt = isFolded || isCut ? row.depth : Number.POSITIVE_INFINITY;
    visible.push({ row, depth, isFolded, isCut });
  }
  return visible;
}

/** The posts a post answers, the nearest first; what hides it has to be opened. */
export function pathTo(rows: readonly Row[], id: string): readonly string[] {
  const path: string[] = [];
  for (const { entry, depth } of rows) {
    path.length = depth;
    if (entry.id === id) return path.reverse();
    path.push(entry.id);
  }
  return [];
}

/** The post whose thread, shown alone, holds what lies below this path; null where it is held by the whole discussion. */
export function threadHolding(path: readonly string[]): string | null {
  return path.length > deepest ? (path[(path.length - 1) % deepest] ?? null) : null;
}
