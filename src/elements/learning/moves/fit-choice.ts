// What may go with a first post: the kinds that the prompt it is written to asks for. Pure.
import { kinds, type Kind } from '../../../model/moves.ts';
import { mayModerate } from '../../../model/may.ts';
import type { Prompt } from '../../../model/prompt.ts';
import type { State } from '../../../store/state.ts';
import type { Choice } from '../learning.ts';

/** The kinds that a first post can be at a prompt, or without one. */
export function kindsAt(prompt: Prompt | undefined): readonly Kind[] {
  return prompt === undefined || prompt.kinds.length === 0
    ? kinds
    : kinds.filter((kind) => prompt.kinds.includes(kind));
}

/** The prompt that was chosen. */
export function promptOf({ promptId }: Choice, state: State | null): Prompt | undefined {
  return state?.discussion?.prompts?.find(({ id }) => id === promptId);
}

/** True where a first post must say what it is. */
export function isKindRequired(choice: Choice, state: State | null): boolean {
  const prompt = promptOf(choice, state);
  return prompt !== undefined && prompt.kinds.length > 0 && !mayModerate(state?.me ?? null);
}

/** The choice with a kind that is possible: without one that is not, and with the only one where one must be. */
export function fitKind(choice: Choice, state: State | null): Choice {
  const { kind, ...rest } = choice;
  const possible = kindsAt(promptOf(choice, state));
  const only = possible.length === 1 && isKindRequired(choice, state) ? possible[0] : undefined;
  const fitting = kind !== undefined && possible.includes(kind) ? kind : only;
  return fitting === undefined ? rest : { ...rest, kind: fitting };
}
