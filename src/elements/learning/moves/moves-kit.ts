// What the elements about single posts are given: words, and what is known now.
import type { Strings } from '../../strings.ts';
import type { Hearing } from '../hearing.ts';
import type { MoveText, MoveWords } from './move-words.ts';
import type { Post } from '../../../model/post.ts';

/** Words, and what is known now. The same object for all posts of a panel. */
export interface MovesKit extends Hearing {
  readonly strings: Strings;
  readonly words: MoveWords;
}

/** What a post is, in words; null where it is nothing in particular. */
export function textOf({ kinds, moves }: MoveWords, { kind, move }: Pick<Post, 'kind' | 'move'>): MoveText | null {
  if (kind !== undefined) return kinds[kind];
  return move === undefined ? null : moves[move];
}
