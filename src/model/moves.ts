// The learning moves: what a post is, and what a reply does with what it answers. Words for them are the panel's.

/** What the first post of a thread can be. */
export const kinds = ['question', 'answer', 'insight', 'experience', 'reflection', 'resource'] as const;
export type Kind = (typeof kinds)[number];

/** What a reply can do. `thank` goes to the author alone. */
export const moves = ['build-on', 'ask', 'contrast', 'apply', 'thank'] as const;
export type Move = (typeof moves)[number];

/** True for the name of a kind. */
export function isKind(value: unknown): value is Kind {
  return (kinds as readonly unknown[]).includes(value);
}

/** True for the name of a move. */
export function isMove(value: unknown): value is Move {
  return (moves as readonly unknown[]).includes(value);
}
