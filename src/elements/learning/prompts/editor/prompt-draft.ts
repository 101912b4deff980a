// A prompt as a facilitator edits it: times as the clocks of their zone show them, every stage there, asked or not.
// Pure; how it is shown is the editor's affair.
import type { CreditRule } from '../../../../model/credit.ts';
import { mixerCredit, mixerOptions, type MixerPositions } from '../../../../model/mixer.ts';
import { kinds, type Kind } from '../../../../model/moves.ts';
import { stageNames, type Gate, type Prompt, type Stage, type StageName } from '../../../../model/prompt.ts';
import { fromZoned, toZoned } from '../../../../model/zoned-time.ts';

/** A stage that is edited. */
export interface StageDraft {
  readonly isIn: boolean;
  readonly instruction: string;
  readonly gate: Gate['type'];
  readonly isOpen: boolean;
  readonly words: number;
  readonly kind: Kind | null;
  /** As the clocks of the zone show it; empty where there is none. */
  readonly at: string;
  readonly from: string;
}

/** A prompt that is edited. */
export interface PromptDraft extends Pick<Prompt, 'title' | 'text' | 'state' | 'timeZone' | 'kinds' | 'credit'> {
  readonly mixer: MixerPositions;
  readonly summary: string;
  readonly stages: Readonly<Record<StageName, StageDraft>>;
}

/** What a mixer stands at before somebody moved it. */
const middle: MixerPositions = { immediacy: 1, structure: 1, scale: 1, transparency: 1 };

/** A rule that asks for nothing yet. */
export const noCredit: CreditRule = {
  ...{ answerWords: 0, colleagues: 0, replyWords: 0, readPercent: 0 },
  ...{ comesBack: false, applyWords: 0, isAttested: false },
};

function stageDraft(stage: Stage | undefined, timeZone: string, instruction: string): StageDraft {
  const gate = stage?.gate ?? { type: 'open' };
  return {
    isIn: stage !== undefined,
    instruction: stage?.instruction ?? instruction,
    gate: gate.type,
    isOpen: gate.type === 'manual' && gate.isOpen,
    words: 'words' in gate ? gate.words : 30,
    kind: 'kind' in gate ? gate.kind : null,
    at: 'at' in gate ? toZoned(gate.at, timeZone) : '',
    from: typeof stage?.from === 'string' ? toZoned(stage.from, timeZone) : '',
  };
}

function forStages<Value>(make: (name: StageName) => Value): Readonly<Record<StageName, Value>> {
  return Object.fromEntries(stageNames.map((name) => [name, make(name)])) as Record<StageName, Value>;
}

/** What is edited of a prompt that is there. @param instructions for stages that are not asked yet */
export function draftOf(prompt: Prompt, instructions: Readonly<Record<StageName, string>>): PromptDraft {
  const { title, text, state, timeZone, credit, summary, mixer, stages } = prompt;
  return {
    ...{ title, text, state, timeZone, credit, kinds: prompt.kinds },
    mixer: mixer ?? middle,
    summary: summary ?? '',
    stages: forStages((name) =>
      stageDraft(
        stages.find((stage) => stage.name === name),
        timeZone,
        instructions[name],
      ),
    ),
  };
}

/** What a new prompt begins with. */
export function newDraft(instructions: Readonly<Record<StageName, string>>, timeZone: string): PromptDraft {
  const empty = { title: '', text: '', state: 'open', summary: '', timeZone, kinds: [], credit: null } as const;
  const stages = forStages((name) => stageDraft(undefined, timeZone, instructions[name]));
  return mix({ ...empty, mixer: middle, stages }, middle);
}

/** The draft with what these positions set. */
export function mix(draft: PromptDraft, mixer: MixerPositions): PromptDraft {
  const options = mixerOptions(mixer);
  const { gate } = options;
  const set = {
    gate: gate.type,
    ...('words' in gate && { words: gate.words, kind: gate.kind }),
    ...(gate.type === 'manual' && { isOpen: gate.isOpen }),
  };
  return {
    ...draft,
    mixer,
    kinds: options.starters === 'required' ? kinds : [],
    credit: draft.credit === null ? null : mixerCredit(mixer),
    stages: forStages((name) => {
      const isIn = options.stages.some((one) => one === name);
      // What people write at the first stage is gated; what they then do with it is done together.
      return { ...draft.stages[name], isIn, ...(name === 'open' && set) };
    }),
  };
}

/** What a change of a stage changes. A live one gathers questions: a prompt that asks for certain kinds takes those too. */
export function withStage(
  draft: PromptDraft,
  name: StageName,
  change: Partial<StageDraft>,
): Pick<PromptDraft, 'stages' | 'kinds'> {
  const takesAll = draft.kinds.length === 0 || name !== 'live' || change.isIn !== true;
  const stages = { ...draft.stages, [name]: { ...draft.stages[name], ...change } };
  return {
    stages,
    kinds: kinds.filter((kind) => draft.kinds.includes(kind) || (!takesAll && kind === 'question')),
  };
}

function gateOf({ gate, words, kind, at, isOpen }: StageDraft, timeZone: string): Gate {
  const time = fromZoned(at, timeZone) ?? '';
  switch (gate) {
    case 'open':
      return { type: gate };
    case 'manual':
      return { type: gate, isOpen };
    case 'until-date':
      return { type: gate, at: time };
    case 'post-first':
      return { type: gate, words, kind };
    case 'post-first-or-date':
      return { type: gate, words, kind, at: time };
  }
}

/** An id made of a title, unlike these. */
export function idFor(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFKD').toLowerCase();
  const slug = plain
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const base = slug === '' ? 'prompt' : slug.replace(/-$/, '');
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The prompt that a draft says. @param id its own where it is there already */
export function promptOf(draft: PromptDraft, id: string, version: number): Prompt {
  const { title, text, state, timeZone, kinds: chosen, mixer, credit, summary } = draft;
  return {
    ...{ id, version, title, text, state, kinds: chosen, timeZone, mixer, credit },
    stages: stageNames
      .filter((name) => draft.stages[name].isIn)
      .map((name) => {
        const stage = draft.stages[name];
        const from = stage.from === '' ? null : (fromZoned(stage.from, timeZone) ?? '');
        return { name, instruction: stage.instruction, gate: gateOf(stage, timeZone), from };
      }),
    summary: summary.trim() === '' ? null : summary,
  };
}
