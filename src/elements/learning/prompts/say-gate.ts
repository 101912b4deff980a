// What opens a gate, in plain words. Whether it is closed for somebody, the authority says.
import type { Gate } from '../../../model/prompt.ts';
import type { MoveWords } from '../moves/move-words.ts';
import type { PromptWords } from './prompt-words.ts';

/** What is said of a gate. */
export interface GateSaid {
  readonly title: string;
  readonly how: readonly string[];
}

/**
 * What opens a gate.
 * @param sayTime a time in words, in the facilitator's time zone
 */
export function sayGate(
  gate: Gate,
  words: PromptWords,
  { kinds }: MoveWords,
  sayTime: (at: string) => string,
): GateSaid {
  const asked = 'words' in gate ? (gate.words > 1 ? words.gateWords(gate.words) : words.gateAny) : null;
  const kind = 'kind' in gate && gate.kind !== null ? words.gateKind(kinds[gate.kind].name) : null;
  const date = 'at' in gate ? words.gateDate(sayTime(gate.at)) : null;
  const manual = gate.type === 'manual' ? words.gateManual : null;
  return {
    title: asked === null ? words.gateLater : words.gateFirst,
    how: [asked, kind, date, manual].filter((one) => one !== null),
  };
}
