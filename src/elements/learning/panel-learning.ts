// Puts together what learning adds to a panel: its parts, each with its words in the panel's language.
import { html, nothing } from 'lit';
import { makeDesk } from './desk/desk.ts';
import type { Learning, LearningBasis } from './learning.ts';
import { makeLive } from './live/live.ts';
import { makeMoves } from './moves/moves.ts';
import { makePrompts } from './prompts/prompts.ts';

type Moves = Awaited<ReturnType<typeof makeMoves>>;

/** Where the adapter knows nothing of moves: the panel loads this then for a prompt in the page alone. */
const noMoves: Moves = {
  heard: () => {},
  filters: [],
  label: () => '',
  chip: () => nothing,
  below: () => nothing,
  acts: () => nothing,
  choices: () => nothing,
};

/**
 * What learning adds, in the language of the panel.
 * @param knowsMoves whether the adapter knows moves
 */
export async function makeLearning(basis: LearningBasis, knowsMoves: boolean): Promise<Learning> {
  const [moves, prompts] = await Promise.all([knowsMoves ? makeMoves(basis) : noMoves, makePrompts(basis)]);
  const [live, desk] = [makeLive(basis), makeDesk(basis)];
  return {
    ...moves,
    ...prompts,
    heard() {
      moves.heard();
      prompts.heard();
    },
    above: (state, level) =>
      html`${prompts.above(state, level)} ${live.above(state, level)} ${desk.above(state, level)}`,
    choices: (host) => html`${prompts.choices(host)} ${moves.choices(host)}`,
  };
}
