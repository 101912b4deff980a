// Data from outside as a prompt: every field of its form, none besides, always in the same order. What a prompt may say is
// in check-prompt.ts.
import { invalid } from './errors.ts';
import { isKind } from './moves.ts';
import { pick, type Check, type Shape } from './pick.ts';
import { stageNames, type Gate, type Prompt, type Stage } from './prompt.ts';

const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const count: Check = (value) => Number.isSafeInteger(value);
const flag: Check = (value) => typeof value === 'boolean';
const list: Check = Array.isArray;
const anything: Check = () => true;
const kindOrNull: Check = (value) => value === null || isKind(value);
const position: Check = (value) => value === 0 || value === 1 || value === 2;

const gates: Readonly<Record<string, Shape>> = {
  open: {},
  'post-first': { words: count, kind: kindOrNull },
  'until-date': { at: text },
  manual: { isOpen: flag },
  'post-first-or-date': { words: count, kind: kindOrNull, at: text },
};
const stage: Shape = {
  name: (value) => (stageNames as readonly unknown[]).includes(value),
  instruction: text,
  gate: anything,
  from: textOrNull,
};
const mixer: Shape = { immediacy: position, structure: position, scale: position, transparency: position };
const credit: Shape = {
  answerWords: count,
  colleagues: count,
  replyWords: count,
  readPercent: count,
  comesBack: flag,
  applyWords: count,
  isAttested: flag,
};
const prompt: Shape = {
  id: text,
  version: count,
  title: text,
  text,
  state: (value) => value === 'draft' || value === 'open' || value === 'closed',
  kinds: (value) => Array.isArray(value) && value.every(isKind),
  stages: list,
  timeZone: text,
  mixer: anything,
  credit: anything,
  summary: textOrNull,
};

function parseGate(data: unknown): Gate {
  const type = (data as { type?: unknown } | null)?.type;
  const shape = typeof type === 'string' && Object.hasOwn(gates, type) ? gates[type] : undefined;
  if (shape === undefined) throw invalid('gate', 'malformed', 'gate is not one that is known');
  return { type, ...pick(data, 'gate', shape, ['type']) } as unknown as Gate;
}

function parseStage(data: unknown): Stage {
  const parsed = pick(data, 'stage', stage);
  return { ...parsed, gate: parseGate(parsed['gate']) } as unknown as Stage;
}

/**
 * A prompt out of anything.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parsePrompt(data: unknown): Prompt {
  const parsed = pick(data, 'prompt', prompt);
  const orNull = (name: string, shape: Shape): unknown =>
    parsed[name] === null ? null : pick(parsed[name], name, shape);
  return {
    ...parsed,
    stages: (parsed['stages'] as unknown[]).map(parseStage),
    mixer: orNull('mixer', mixer),
    credit: orNull('credit', credit),
  } as unknown as Prompt;
}
