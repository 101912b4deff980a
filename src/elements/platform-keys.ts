// Keys together with Control (Command on a Mac): which shortcut was pressed, and what it is called.
import type { Strings } from './strings.ts';

/** A key with Control or Command: a letter as the keyboard writes it, or the code of any other key. */
export interface Shortcut {
  readonly key: string;
  /** What is shown for it. */
  readonly sign: string;
  readonly isShifted?: boolean;
}

const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** True where this key press is that shortcut. A letter counts as written, or by its place where another script is. */
export function isPressed({ key, isShifted = false }: Shortcut, event: KeyboardEvent): boolean {
  if ((isMac ? !event.metaKey : !event.ctrlKey) || event.altKey || event.shiftKey !== isShifted) return false;
  if (key.length > 1) return event.code === key;
  const isLatin = /^[a-z]$/i.test(event.key);
  return isLatin ? event.key.toLowerCase() === key : event.code === `Key${key.toUpperCase()}`;
}

/** A shortcut as people read it: "Ctrl+B", "⌘B". */
export function sayShortcut({ sign, isShifted = false }: Shortcut, { controlKey, shiftKey }: Strings): string {
  if (isMac) return `${isShifted ? '⇧' : ''}⌘${sign}`;
  return [controlKey, ...(isShifted ? [shiftKey] : []), sign].join('+');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut({ sign, isShifted = false }: Shortcut): string {
  return [isMac ? 'Meta' : 'Control', ...(isShifted ? ['Shift'] : []), sign].join('+');
}
