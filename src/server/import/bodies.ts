// Makes of a comment's HTML the bodies of posts: each one allowed, and together holding all of its text.
import { checkBody, hasVisibleText, limits } from '../../model/allow.ts';
import { DiscussionError } from '../../model/errors.ts';
import { htmlToLines, htmlToMarkdown, type Origin } from './html-to-markdown.ts';
import { codeBlock } from './markdown-code.ts';
import { cutText, numbered } from './split-body.ts';

/** The bodies in order, and what a report should say of how they came about. */
export interface Bodies {
  /** Empty where nothing of the comment shows. */
  readonly bodies: readonly string[];
  readonly changes: readonly string[];
}

/** Space for the number of a part. */
const numberLength = 20;

function areAllowed(bodies: readonly string[]): boolean {
  try {
    for (const body of bodies) checkBody(body);
    return true;
  } catch (thrown) {
    if (thrown instanceof DiscussionError && thrown.flaw !== 'malformed') return false;
    throw thrown;
  }
}

/** See the head of this file. What is more than one post may ask of a browser is spread over several, or made plainer. */
export function bodiesOf(html: string, origin: Origin): Bodies {
  const { markdown, losses } = htmlToMarkdown(html, origin);
  if (!hasVisibleText(markdown)) return { bodies: [], changes: [] };
  const whole = limits.bodyLength;
  const most = whole - numberLength;
  const rich = (limit: number) => cutText(markdown, limit);
  const plain = (limit: number) => cutText(htmlToMarkdown(html, { ...origin, plain: true }).markdown, limit);
  const code = (limit: number) => cutText(htmlToLines(html, origin), limit).map((part) => codeBlock(part).trim());
  const attempts: readonly (readonly [change: string | null, make: () => readonly string[]])[] = [
    [null, () => [markdown]],
    [`longer than ${whole} characters, continued in replies`, () => rich(most)],
    ['with more marks than one post may have, continued in replies', () => rich(most / 2)],
    ['with more marks than one post may have, continued in replies', () => rich(most / 4)],
    ['too deeply nested, taken as plain text', () => plain(most)],
    ['too deeply nested, taken as plain text', () => plain(most / 4)],
    ['with more marks than posts may have, taken as blocks of code', () => code(most - 100)],
    ['with more marks than posts may have, taken as blocks of code', () => code(most / 4)],
  ];
  for (const [change, make] of attempts) {
    const bodies = numbered(make());
    if (areAllowed(bodies)) return { bodies, changes: change === null ? losses : [...losses, change] };
  }
  throw new Error('a block of code was refused as a body');
}
