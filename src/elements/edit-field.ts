// Changes the text of a field as typing would, so that the browser's own undo takes it back.
import type { Marked } from './markup.ts';

/** What a field holds and what is selected in it. */
export function markedOf(field: HTMLTextAreaElement): Marked {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Gives a field another text and selection, and the focus; only what differs is replaced. */
export function editField(field: HTMLTextAreaElement, { text, start, end }: Marked): void {
  const before = field.value;
  const shorter = Math.min(before.length, text.length);
  let head = 0;
  while (head < shorter && before[head] === text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const by = text.slice(head, text.length - tail);
  field.focus();
  if (before !== text) {
    field.setSelectionRange(head, before.length - tail);
    type(by);
    if (field.value !== text) {
      field.value = before;
      field.setRangeText(by, head, before.length - tail, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
    }
  }
  field.setSelectionRange(start, end);
}

/** Deprecated, and still the only way to a change that can be undone; where it does nothing, the caller replaces. */
function type(text: string): void {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}
