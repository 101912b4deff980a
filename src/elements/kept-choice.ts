// What was chosen with a text that comes back: out of a refused command, or as a draft kept it. Pure.
import { isKind, isMove } from '../model/moves.ts';
import type { Choice } from './learning/learning.ts';

/** The choice in what may be anything; parts that are none are left out. */
export function choiceIn(kept: unknown): Choice {
  const { kind, move, promptId, isPrivate } = Object(kept) as Record<string, unknown>;
  return {
    ...(isKind(kind) && { kind }),
    ...(isMove(move) && { move }),
    ...(typeof promptId === 'string' && { promptId }),
    ...(isPrivate === true && { isPrivate }),
  };
}
