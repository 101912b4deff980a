// Who may be meant by what stands after an @. Who wrote in a discussion at all: authors.ts. Pure.
import type { Person } from '../model/post.ts';

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

/** Those of these people whose name, or a word of it, begins like this. */
export function suggest(people: readonly Person[], query: string): readonly Person[] {
  const sought = plain(query);
  const fits = ({ name }: Person): boolean =>
    [name, ...name.split(/\s+/u)].some((part) => plain(part).startsWith(sought));
  return people.filter(fits).slice(0, most);
}
