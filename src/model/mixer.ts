// The mixer: four sliders of three positions (after Cobb and Steele's dimensions of social learning), and what each
// position sets in a new prompt. A facilitator may change every one of them afterwards.
import type { CreditRule } from './credit.ts';
import type { Gate } from './prompt.ts';

/** How soon people meet, how much is laid out, how many take part in what, and how much is in the open: 0, 1 or 2. */
export interface MixerPositions {
  readonly immediacy: 0 | 1 | 2;
  readonly structure: 0 | 1 | 2;
  readonly scale: 0 | 1 | 2;
  readonly transparency: 0 | 1 | 2;
}

/** What a mixer sets. */
export interface MixerOptions {
  /** The stages of the prompt: at leisure (open, conclude), in steps, or with a live one. */
  readonly stages: readonly ('open' | 'live' | 'compare' | 'conclude' | 'apply')[];
  /** Whether a kind is chosen, and starters are offered. */
  readonly starters: 'none' | 'offered' | 'required';
  /** Different colleagues to answer. */
  readonly colleagues: number;
  /** Part of the colleagues' posts to read, in percent. */
  readonly readPercent: number;
  readonly gate: Gate;
}

const stages = [
  ['open', 'conclude'],
  ['open', 'compare', 'conclude', 'apply'],
  ['open', 'live', 'conclude', 'apply'],
] as const;
const starters = ['none', 'offered', 'required'] as const;
const colleagues = [1, 2, 3] as const;
const readPercents = [80, 50, 25] as const;
const gates: readonly [Gate, Gate, Gate] = [
  { type: 'manual', isOpen: false },
  { type: 'post-first', words: 30, kind: null },
  { type: 'open' },
];

/** What these positions set: immediacy the stages, structure the starters, scale whom one meets, transparency the gate. */
export function mixerOptions({ immediacy, structure, scale, transparency }: MixerPositions): MixerOptions {
  return {
    stages: stages[immediacy],
    starters: starters[structure],
    colleagues: colleagues[scale],
    readPercent: readPercents[scale],
    gate: gates[transparency],
  };
}

/** The rule for credit that goes with these positions. */
export function mixerCredit(positions: MixerPositions): CreditRule {
  const { colleagues, readPercent } = mixerOptions(positions);
  return {
    answerWords: 60,
    colleagues,
    replyWords: 20,
    readPercent,
    comesBack: true,
    applyWords: 30,
    isAttested: false,
  };
}
