// Single keys for those who read by keyboard. They work while the focus is in the panel, never in a field, never with
// another key held, and can be switched off for good (WCAG 2.1.4).

/** What a key does. */
export type KeyAction = 'next' | 'back' | 'unread' | 'unread-back' | 'reply' | 'quote' | 'list';

/** Every key, in the order they are listed. */
export const singleKeys: readonly (readonly [key: string, action: KeyAction])[] = [
  ['j', 'next'],
  ['k', 'back'],
  ['n', 'unread'],
  ['p', 'unread-back'],
  ['r', 'reply'],
  ['q', 'quote'],
  ['?', 'list'],
];

const storageKey = 'peer-discussion:keys';
let isOffHere = false;

/** True unless somebody switched the keys off in this browser. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return !isOffHere;
  }
}

/** Switches the keys on or off; where the browser keeps nothing, until the page is left. */
export function setKeys(isOn: boolean): void {
  isOffHere = !isOn;
  try {
    if (isOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    return; // refused by the browser
  }
}

/** What was asked by a key, or null where it was meant for something else. */
export function actionOf(event: KeyboardEvent): KeyAction | null {
  const [target] = event.composedPath();
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog')))
    return null;
  const action = singleKeys.find(([key]) => key === event.key)?.[1] ?? null;
  return action !== null && areKeysOn() ? action : null;
}
