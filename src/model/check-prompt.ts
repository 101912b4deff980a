// What a prompt may be, and what may still be changed of one that people have answered.
import type { Circle } from './allow.ts';
import { checkText, limits } from './check-text.ts';
import { invalid } from './errors.ts';
import { gateKey, isOpenAt, stageNames, succeeding, type Gate, type Prompt } from './prompt.ts';
import { renderFlaw } from './render-guard.ts';

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Words that a gate or a rule may ask for at the most. */
const mostWords = 1_000;

function checkMarkdown(field: string, text: string): void {
  if (text !== '') checkText(field, text, limits.promptLength);
  const flaw = renderFlaw(text);
  if (flaw !== null) throw invalid(field, 'too-nested', `${field} ${flaw}`);
}

function isTime(value: string): boolean {
  return !Number.isNaN(Date.parse(value)) && value === new Date(value).toISOString();
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function checkCount(field: string, value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > most)
    throw invalid(field, 'malformed', `${field} is not 0 to ${most}`);
}

function checkGate(gate: Gate): void {
  if ('words' in gate) checkCount('gate', gate.words, mostWords);
  if ('at' in gate && !isTime(gate.at)) throw invalid('gate', 'malformed', 'the gate has no time in ISO 8601 UTC');
}

/** Refuses a prompt that breaks a limit. */
export function checkPrompt(prompt: Prompt): void {
  if (!idForm.test(prompt.id)) throw invalid('id', 'malformed', 'id is not 1 to 64 letters a to z, digits or hyphens');
  checkText('title', prompt.title, limits.discussionLength);
  checkMarkdown('text', prompt.text);
  if (prompt.summary !== null) checkMarkdown('summary', prompt.summary);
  if (!isZone(prompt.timeZone)) throw invalid('timeZone', 'malformed', 'timeZone is not one of the IANA database');
  const places = prompt.stages.map(({ name }) => stageNames.indexOf(name));
  if (places.length === 0) throw invalid('stages', 'missing', 'a prompt has at least one stage');
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)))
    throw invalid('stages', 'malformed', 'the stages are not in their order');
  let latest = '';
  for (const { instruction, gate, from } of prompt.stages) {
    checkMarkdown('instruction', instruction);
    checkGate(gate);
    if (from === null) continue;
    if (!isTime(from) || from <= latest) throw invalid('from', 'malformed', 'a stage begins before the one before it');
    latest = from;
  }
  const { credit } = prompt;
  if (credit === null) return;
  for (const field of ['answerWords', 'replyWords', 'applyWords'] as const) checkCount(field, credit[field], mostWords);
  checkCount('colleagues', credit.colleagues, 100);
  checkCount('readPercent', credit.readPercent, 100);
}

/**
 * Refuses a prompt that may not be, or that would take from people what they see already: a gate that stands open for
 * everybody, with posts behind it, stays open.
 */
export function checkArrange(prompt: Prompt, { discussion, inUse = new Set(), at }: Circle): void {
  checkPrompt(prompt);
  const there = discussion.prompts ?? [];
  const before = there.find(({ id }) => id === prompt.id);
  if (before === undefined && there.length >= limits.prompts)
    throw invalid('id', 'too-long', `a discussion has at most ${limits.prompts} prompts`);
  const isUsed = [...inUse].some((key) => key.startsWith(`${prompt.id}/`));
  if (prompt.state === 'draft' && before?.state !== 'draft' && isUsed)
    throw invalid('state', 'malformed', 'people have written to this prompt: it can be closed, but be no draft again');
  const next = succeeding(prompt, before, inUse);
  for (const { name, gate } of before?.stages ?? []) {
    if (!inUse.has(gateKey(prompt.id, name))) continue;
    if (prompt.state === 'draft')
      throw invalid('state', 'malformed', 'people have written to it: it is no draft again');
    const after = next.stages.find((stage) => stage.name === name);
    if (after === undefined) throw invalid('stages', 'malformed', `people have written at the stage ${name}`);
    if (isOpenAt(gate, at, before?.state) && !isOpenAt(after.gate, at, next.state))
      throw invalid('gate', 'malformed', `everybody sees what was written at the stage ${name}: it stays open`);
  }
}
