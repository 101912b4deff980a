// What a facilitator asks of a discussion: prompts, their stages and gates. Types, and the few questions that only a
// prompt and the time can answer. Who may see what behind a gate is in view.ts, what counts for credit in credit.ts.
import type { CreditRule } from './credit.ts';
import type { MixerPositions } from './mixer.ts';
import type { Kind } from './moves.ts';
import type { Person } from './post.ts';

/** The stages that a prompt can go through, in their order. `live` serves an event. */
export const stageNames = ['open', 'live', 'compare', 'conclude', 'apply'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * Who sees what colleagues wrote in a stage: everybody, whoever answered first (with so many words, as this kind),
 * everybody from a time on, everybody once a facilitator says so, or whoever answered first and everybody from a time on.
 */
export type Gate =
  | { readonly type: 'open' }
  | { readonly type: 'post-first'; readonly words: number; readonly kind: Kind | null }
  | { readonly type: 'until-date'; readonly at: string }
  | { readonly type: 'manual'; readonly isOpen: boolean }
  | { readonly type: 'post-first-or-date'; readonly words: number; readonly kind: Kind | null; readonly at: string };

/** A part of the work on a prompt. */
export interface Stage {
  readonly name: StageName;
  /** Markdown source; may be empty. */
  readonly instruction: string;
  readonly gate: Gate;
  /** When it begins, ISO 8601 in UTC; null where it has no date: the first then begins at once, a later one not yet. */
  readonly from: string | null;
}

/** What a facilitator asks of a discussion. */
export interface Prompt {
  /** Chosen by whoever wrote it: 1 to 64 letters a to z, digits and hyphens. */
  readonly id: string;
  /** 1 when it was first arranged, one more with every change. Counted by the authority, whatever a command says. */
  readonly version: number;
  readonly title: string;
  /** Markdown source. */
  readonly text: string;
  /** `draft` is for staff, `closed` can be read but not answered. */
  readonly state: 'draft' | 'open' | 'closed';
  /** What first posts to it may be; empty where they may be anything. */
  readonly kinds: readonly Kind[];
  /** At least one, in the order of `stageNames`. */
  readonly stages: readonly Stage[];
  /** IANA name of the time zone that the facilitator thinks in. */
  readonly timeZone: string;
  readonly mixer: MixerPositions | null;
  readonly credit: CreditRule | null;
  /** What the facilitator sums up when closing it, as Markdown source; null where nothing was. */
  readonly summary: string | null;
}

/** A facilitator's word for what somebody did with a prompt. */
export interface Attestation {
  readonly personId: string;
  readonly by: Pick<Person, 'id' | 'name'>;
  readonly at: string;
  readonly note: string;
}

/** A prompt as the authority keeps it. */
export interface ArrangedPrompt extends Prompt {
  /** When this version was arranged; ISO 8601 in UTC. */
  readonly since: string;
  /** The rules for credit that stood before, the oldest first, each until the next began. */
  readonly rules: readonly { readonly version: number; readonly since: string; readonly credit: CreditRule | null }[];
  readonly attestations: readonly Attestation[];
}

/** Where a post was written: to which version of a prompt, at which stage. */
export interface PromptPlace {
  readonly id: string;
  readonly version: number;
  readonly stage: StageName;
}

/** Names what a gate stands before: the posts of one stage of one prompt. */
export function gateKey(promptId: string, stage: StageName): string {
  return `${promptId}/${stage}`;
}

/**
 * The stage that a prompt is at.
 * @param at milliseconds since 1970
 */
export function stageAt(prompt: Prompt, at: number): Stage | undefined {
  return (
    prompt.stages.findLast(({ from }, index) => (from === null ? index === 0 : Date.parse(from) <= at)) ??
    prompt.stages[0]
  );
}

/**
 * True where a gate stands open for everybody. One that asks for an answer asks nobody any more once its prompt is closed
 * and takes none.
 * @param at milliseconds since 1970
 */
export function isOpenAt(gate: Gate, at: number, state: Prompt['state'] = 'open'): boolean {
  if (gate.type === 'open' || (state === 'closed' && 'words' in gate)) return true;
  if (gate.type === 'manual') return gate.isOpen;
  return gate.type !== 'post-first' && Date.parse(gate.at) <= at;
}

/**
 * A prompt as it becomes when it takes the place of another version. Where a closed one is opened again, what everybody
 * has seen stays open: a gate that would ask for an answer anew, with posts behind it, is an open one from then on.
 * @param inUse gates that posts stand behind
 */
export function succeeding(prompt: Prompt, before: Prompt | undefined, inUse: ReadonlySet<string>): Prompt {
  if (before?.state !== 'closed' || prompt.state === 'closed') return prompt;
  const wasOpened = (name: StageName): boolean =>
    inUse.has(gateKey(prompt.id, name)) && before.stages.some((one) => one.name === name && 'words' in one.gate);
  const stages = prompt.stages.map((stage) =>
    'words' in stage.gate && wasOpened(stage.name) ? { ...stage, gate: { type: 'open' } as const } : stage,
  );
  return { ...prompt, stages };
}

/** True where this post opens the gate for its author. */
export function opensGate(gate: Gate, words: number, kind: Kind | undefined): boolean {
  if (gate.type !== 'post-first' && gate.type !== 'post-first-or-date') return false;
  return words >= gate.words && (gate.kind === null || gate.kind === kind);
}
