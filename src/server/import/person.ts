// Who wrote an imported comment: a name to show and an id that belongs to nobody who can sign in.
// Neither is made from an e-mail address, so that no address can be tested against what is stored.
import { createHash } from 'node:crypto';
import { hasVisibleText, limits } from '../../model/allow.ts';
import type { Person } from '../../model/post.ts';
import type { SourceComment, SourceExport } from './source.ts';

const nobody = 'Anonymous';
const unshown = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** A text in one line, without control characters and marks that turn the direction of writing. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unshown, '').trim();
}

/** The start of a text, never ending in half a character. */
export function shortened(text: string, maxLength: number): string {
  return text.length <= maxLength
    ? text
    : text
        .slice(0, maxLength)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd();
}

/** A name as it may be shown. An e-mail address is no part of one; alone in its place it gives what is before the @. */
export function cleanName(written: string): string {
  const line = shortened(cleanLine(written), 4 * limits.nameLength);
  const names = cleanLine(line.replace(/\S*@\S+\.\S+/g, ''));
  const name = shortened(hasVisibleText(names) ? names : line.replace(/@.*/, ''), limits.nameLength);
  return hasVisibleText(name) ? name : nobody;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The author of a comment. Comments of one registered user, or under one name, are by one person. */
export function personOf(comment: SourceComment, source: SourceExport): Person {
  const name = cleanName(comment.authorName);
  const isUser = comment.userId !== null && !comment.userId.includes('@');
  const known = isUser ? ['user', comment.userId ?? ''] : name === nobody ? ['comment', comment.id] : ['name', name];
  const role = comment.byPageAuthor ? 'facilitator' : isUser ? 'member' : 'guest';
  return { id: `import:${source.kind}:${digest([source.origin, ...known])}`, name, role };
}

/** Who stands for the author of a comment of which only the place is kept. */
export function personOfPlace(comment: SourceComment, source: SourceExport): Person {
  return { id: `import:${source.kind}:${digest([source.origin, 'place', comment.id])}`, name: nobody, role: 'guest' };
}
