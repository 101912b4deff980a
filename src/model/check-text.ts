// Every limit of the product, and whether a text keeps to one.
import { invalid } from './errors.ts';

/** Every limit of the product. Lengths are in UTF-16 code units, as a text field counts them. */
export const limits = {
  bodyLength: 10_000,
  reasonLength: 500,
  promptLength: 4_000,
  /** Prompts that one discussion may have. */
  prompts: 20,
  nameLength: 80,
  /** RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets. */
  emailLength: 254,
  personIdLength: 128,
  discussionLength: 200,
  /** Address and title of a page that a discussion stands beside. */
  addressLength: 2_000,
  titleLength: 200,
  /** Posts that one `read` command may name. */
  readIds: 200,
  /** Threads that one window or page may hold. */
  windowThreads: 100,
  /** Commands that one person may send at once … */
  burst: 5,
  /** … and then one in this many milliseconds. */
  refillMs: 3_000,
} as const;

const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** True where a text has at least one character that shows. */
export function hasVisibleText(text: string): boolean {
  return text.replace(invisible, '') !== '';
}

/** Refuses a text that is empty to the eye, too long, or cannot be kept byte for byte. */
export function checkText(field: string, text: string, maxLength: number): void {
  if (text.length > maxLength) throw invalid(field, 'too-long', `${field} is longer than ${maxLength} characters`);
  if (unstorable.test(text)) throw invalid(field, 'malformed', `${field} holds control characters or half a character`);
  if (!hasVisibleText(text)) throw invalid(field, 'empty', `${field} is empty`);
}
