// What the rows of a list have in common: one object for all, since there are as many rows as posts.
import type { GuestPosts } from '../model/post.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** What the rows of a list have in common. */
export interface RowShared {
  readonly strings: Strings;
  /** Set where one may write here as a guest. */
  readonly guest: GuestPosts | null;
  readonly aids: WritingAids | null;
  /** Level of the heading that the author's name is. */
  readonly level: number;
}
