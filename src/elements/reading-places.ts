// Where people read in long discussions, kept in the browser: one post for each discussion and reader, the last used first.

/** The most places that are kept; the oldest go first. */
export const placeLimit = 50;

const storageKey = 'peer-discussion:places';

type Entry = readonly [reader: string, id: string];

function isEntry(value: unknown): value is Entry {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

function read(): readonly Entry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** The post at which somebody read; null where that is not known. */
export function recallPlace(reader: string): string | null {
  return read().find(([whose]) => whose === reader)?.[1] ?? null;
}

/** Keeps the post at which somebody reads, or forgets it; where the browser refuses, nothing is kept. */
export function keepPlace(reader: string, id: string | null): void {
  const others = read().filter(([whose]) => whose !== reader);
  const entries: readonly Entry[] = id === null ? others : [[reader, id], ...others];
  try {
    localStorage.setItem(storageKey, JSON.stringify(entries.slice(0, placeLimit)));
  } catch {
    return; // refused by the browser
  }
}
