// How somebody looks at a discussion: in which order, and what is left of it. What that comes to is worked out by
// find-posts.ts and rank-threads.ts, which are loaded when somebody first asks.
import type { Kind } from '../model/moves.ts';
import type { Person } from '../model/post.ts';
import type { ThreadSort } from '../model/rank-threads.ts';

/**
 * What is left of a discussion: everything, what is new to oneself, one's own, threads without a reply, one person's,
 * or threads that begin with a post of a kind.
 */
export type Filter = 'all' | 'unread' | 'mine' | 'waiting' | 'person' | Kind;

/** How somebody looks at a discussion. */
export interface Look {
  readonly sort: ThreadSort;
  readonly filter: Filter;
  /** Words searched for; empty where nothing is. */
  readonly query: string;
  /** Whose posts are looked for; only with the filter `person`. */
  readonly person: Person | null;
}

/** Everything, the newest thread first: what one came for, and the place to write, are on the screen at once. */
export const plainLook: Look = { sort: 'newest', filter: 'all', query: '', person: null };

/** True where a look needs no more threads than the newest ones. */
export function isPlain({ sort, filter, query }: Look): boolean {
  return sort === 'newest' && filter === 'all' && query.trim() === '';
}
