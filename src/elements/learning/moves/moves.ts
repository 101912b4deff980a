// What a post is and what a reply does: chosen beside the field, seen in the head of a row.
import { html, nothing } from 'lit';
import type { Post } from '../../../model/post.ts';
import type { Learning, LearningBasis } from '../learning.ts';
import { moveWordsIn, type MoveText, type MoveWords } from './move-words.ts';

function textOf({ kinds, moves }: MoveWords, { kind, move }: Post): MoveText | null {
  if (kind !== undefined) return kinds[kind];
  return move === undefined ? null : moves[move];
}

/** The part of learning that is about single posts. */
export async function makeMoves({ strings }: LearningBasis): Promise<Omit<Learning, 'above' | 'ending'>> {
  const words = await moveWordsIn(strings);
  return {
    label: (post) => textOf(words, post)?.name ?? '',
    chip(post) {
      const text = textOf(words, post);
      return text === null ? nothing : html`<span class="kind" part="kind">${text.name}</span>`;
    },
    below: () => nothing,
    acts: () => nothing,
    choices: () => nothing,
  };
}
