// Puts together what learning adds to a panel: its parts, each with its words in the panel's language.
import { html, nothing } from 'lit';
import { makeDesk } from './desk/desk.ts';
import { createHearing } from './hearing.ts';
import type { Learning, LearningBasis } from './learning.ts';
import { makeLive } from './live/live.ts';
import { makeMoves } from './moves/moves.ts';
import { makePrompts } from './prompts/prompts.ts';

type Moves = Awaited<ReturnType<typeof makeMoves>>;

/** Where the adapter knows nothing of moves: the panel loads this then for a prompt in the page alone. */
const noMoves: Omit<Moves, 'heard'> = {
  filters: [],
  label: () => '',
  chip: () => nothing,
  below: () => nothing,
  acts: () => nothing,
  choices: () => nothing,
};

/**
 * What learning adds, in the language of the panel. Rejects where its words could not be loaded.
 * @param before what was there in another language; it is to be left only for one that shows as much
 */
export async function makeLearning(given: Omit<LearningBasis, 'kept'>, before: Learning | null): Promise<Learning> {
  const nothingYet = { hasDesk: false, isDeskOpen: false, hasLive: false };
  const kept = before?.kept ?? { hearing: createHearing(given.state), ...nothingYet };
  const basis = { ...given, kept };
  const [moves, prompts, live, desk] = await Promise.all([
    given.knowsMoves ? makeMoves(basis) : noMoves,
    makePrompts(basis),
    makeLive(basis),
    makeDesk(basis),
  ]);
  return {
    heard: kept.hearing.tell,
    ...moves,
    ...prompts,
    kept,
    above: (state, level) =>
      html`${prompts.above(state, level)} ${live.above(state, level)} ${desk.above(state, level)}`,
    choices: (host) => html`${prompts.choices(host)} ${moves.choices(host)}`,
  };
}
