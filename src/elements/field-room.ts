// The room in a field: it grows with its text, and says what is left near the limit.
import { limits } from '../model/allow.ts';

/** Characters left from which on the writer is told. */
const nearLimit = 500;
const canSizeItself = CSS.supports('field-sizing', 'content');

/** Fits a field to its text; the characters left where they are few, null otherwise. */
export function fitField(field: HTMLTextAreaElement): number | null {
  if (!canSizeItself) {
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  }
  const left = limits.bodyLength - field.value.length;
  return left < nearLimit ? left : null;
}
