// Who may be meant by what stands after an @: the people of this discussion, whoever wrote last first. Pure.
import type { Marker, Person, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';

/** An @ that is being written: where it stands, and what was written after it. */
export interface Mention {
  readonly start: number;
  readonly query: string;
}

/** The most people that are offered. */
const most = 6;
const begun = /(?:^|[\s(])@((?:[^\s@](?:[^\n@]{0,40}[^\s@])?)?)$/u;

/** The mention that ends at the caret, or null. */
export function mentionAt(text: string, caret: number): Mention | null {
  const query = begun.exec(text.slice(Math.max(0, caret - 60), caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}

/** A name as it is compared: without case and accents. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Everybody who wrote here, whoever wrote last first; without oneself. */
export function authorsOf(posts: Iterable<Post | Marker>, me: Person | null): readonly Person[] {
  const last = new Map<string, Post>();
  for (const entry of posts)
    if (isPost(entry) && entry.author.id !== me?.id && entry.order > (last.get(entry.author.id)?.order ?? -1))
      last.set(entry.author.id, entry);
  return [...last.values()].sort((a, b) => b.order - a.order).map(({ author }) => author);
}

/** Those of these people whose name, or a word of it, begins like this. */
export function suggest(people: readonly Person[], query: string): readonly Person[] {
  const sought = plain(query);
  const fits = ({ name }: Person): boolean =>
    [name, ...name.split(/\s+/u)].some((part) => plain(part).startsWith(sought));
  return people.filter(fits).slice(0, most);
}
