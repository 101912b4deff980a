// Puts together what learning adds to a panel: its parts, each with its words in the panel's language.
import { nothing } from 'lit';
import type { Learning, LearningBasis } from './learning.ts';
import { makeMoves } from './moves/moves.ts';

/** What learning adds, in the language of the panel. */
export async function makeLearning(basis: LearningBasis): Promise<Learning> {
  const moves = await makeMoves(basis);
  return { ...moves, above: () => nothing, ending: () => nothing };
}
