// Which posts a reader looks for: by words, by person, or by what is still to do. Pure; what is shown of it is decided in
// visible-rows.ts.
import { isKind } from '../model/moves.ts';
import type { Row } from '../model/thread.ts';
import type { Person } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { Look } from './look.ts';

/** A text without case, accents and the difference between forms of a character. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a query, as `plain()` has them. */
export function wordsOf(query: string): readonly string[] {
  return plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Ids of the posts looked for; null where nothing is left out. */
export function findPosts(
  rows: readonly Row[],
  { filter, query, person }: Look,
  me: Person | null,
  isUnread: (id: string) => boolean,
): ReadonlySet<string> | null {
  const words = wordsOf(query);
  if (filter === 'all' && words.length === 0) return null;
  const found = new Set<string>();
  let isOfKind = false;
  for (const { entry, depth, replies } of rows) {
    if (depth === 0) isOfKind = isPost(entry) && entry.kind === filter;
    if (!isPost(entry)) continue;
    const passes = isKind(filter)
      ? isOfKind
      : {
          all: true,
          unread: isUnread(entry.id),
          mine: entry.author.id === me?.id,
          waiting: depth === 0 && replies === 0,
          person: entry.author.id === person?.id,
        }[filter];
    if (!passes) continue;
    const text = words.length === 0 ? '' : plain(`${entry.author.name}\n${entry.body}`);
    if (words.every((word) => text.includes(word))) found.add(entry.id);
  }
  return found;
}
