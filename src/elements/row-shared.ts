// What the rows of a list have in common: one object for all, since there are as many rows as posts.
import type { GuestPosts } from '../model/post.ts';
import type { Learning } from './learning/learning.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** What the rows of a list have in common. */
export interface RowShared {
  readonly strings: Strings;
  /** Set where one may write here as a guest. */
  readonly guest: GuestPosts | null;
  readonly aids: WritingAids | null;
  /** What learning adds; null until it is loaded, and where the adapter knows nothing of it. Comes without a new object. */
  learning: Learning | null;
  /** What time it is, in milliseconds since 1970; null until the first rows are painted. Goes on without a new object. */
  now: number | null;
  /** Level of the heading that the author's name is. */
  readonly level: number;
}
