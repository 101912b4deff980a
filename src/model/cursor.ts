// A cursor names a point in a room's history and the view it was taken under. Only adapters look inside.
import type { Changes, Cursor } from './post.ts';

const separator = '|';

/** The cursor of a head under a view (`viewKey()`). */
export function cursorOf(head: string, view: string): Cursor {
  return head + separator + view;
}

/** The head that a cursor names, or null where it was taken under another view. */
export function headOf(cursor: Cursor | null, view: string): string | null {
  const cut = cursor?.indexOf(separator) ?? -1;
  if (cursor === null || cut < 0 || cursor.slice(cut + 1) !== view) return null;
  return cursor.slice(0, cut);
}

/** Changes between heads as Changes between cursors. */
export function qualify(changes: Changes, view: string): Changes {
  return {
    ...changes,
    from: changes.from === null ? null : cursorOf(changes.from, view),
    to: cursorOf(changes.to, view),
  };
}
