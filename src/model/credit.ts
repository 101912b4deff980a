// What a sponsor may ask for credit, and how far somebody is with that, as types. The panel never says that credit was
// granted: that is the sponsor's to say. How far somebody is, replay.ts finds out; why something does not count, missed.ts.
import type { Missed } from './missed.ts';

/** What a sponsor asks for; 0 or false where it is not asked. Each part is met by itself. */
export interface CreditRule {
  /** Words of an answer to the prompt. */
  readonly answerWords: number;
  /** Different colleagues to answer. */
  readonly colleagues: number;
  /** Words of such an answer. */
  readonly replyWords: number;
  /** Part of the colleagues' posts to have read, in percent, of the stages that one has come to. */
  readonly readPercent: number;
  /** Whether one must have come back after a reply. */
  readonly comesBack: boolean;
  /** Words on how one applies it: a reply that applies, or a first post at the stage `apply`. */
  readonly applyWords: number;
  /** Whether a facilitator attests it. */
  readonly isAttested: boolean;
}

/** The parts of a rule, in the order in which they are shown. */
export const clamps = ['answer', 'replies', 'read', 'back', 'apply', 'attested'] as const;
export type Clamp = (typeof clamps)[number];

/** How far somebody is with one part. */
export interface ClampProgress {
  readonly clamp: Clamp;
  /** Words, colleagues, percent, or 1 for what is done; the most that ever was. */
  readonly have: number;
  readonly want: number;
  /** When it was met; ISO 8601 in UTC, null where it is not. */
  readonly metAt: string | null;
  /** The last post for it that does not count; left out where it is met, or nothing was missed. */
  readonly missed?: Missed;
}

/** How far somebody is with a rule. */
export interface Progress {
  /** The version of the prompt whose rule stands now. */
  readonly version: number;
  readonly clamps: readonly ClampProgress[];
  /** When every part that was then asked for was met; null where that never was. */
  readonly completedAt: string | null;
}

/** A post that somebody has read, and when they first had; ISO 8601 in UTC. */
export interface Mark {
  readonly id: string;
  readonly at: string;
}

/** What each part of a rule asks for; 0 where it does not. */
export function wants(rule: CreditRule): Readonly<Record<Clamp, number>> {
  return {
    answer: rule.answerWords,
    replies: rule.colleagues,
    read: rule.readPercent,
    back: rule.comesBack ? 1 : 0,
    apply: rule.applyWords,
    attested: rule.isAttested ? 1 : 0,
  };
}
