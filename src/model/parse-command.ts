// Data from outside as a command, or a refusal that names the field. Knows shapes only: who may do what is in allow.ts.
import { invalid } from './errors.ts';
import { isKind, isMove } from './moves.ts';
import { parsePrompt } from './parse-prompt.ts';
import { pick, type Check, type Shape } from './pick.ts';
import type { Command, CoursePage, GuestEntry } from './post.ts';

const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const flag: Check = (value) => typeof value === 'boolean';
const revision: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const moderation: Check = (value) => value === 'shown' || value === 'hidden';
const kindMoveOrNull: Check = (value) => value === null || isKind(value) || isMove(value);
const page: Check = (value) => {
  const { url, title } = Object(value) as Partial<Record<keyof CoursePage, unknown>>;
  return text(url) && text(title) && Object.keys(Object(value) as object).length === 2;
};
const reasons: ReadonlySet<unknown> = new Set([null, 'complete', 'tested', 'reasoning']);
const anything: Check = () => true;

const shapes: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
  ['create', { op: text, parentId: textOrNull, body: text }],
  ['edit', { op: text, id: text, body: text, revision }],
  ['remove', { op: text, id: text }],
  ['moderate', { op: text, id: text, state: moderation, reason: text }],
  ['classify', { op: text, id: text, as: kindMoveOrNull }],
  ['endorse', { op: text, id: text, isEndorsed: flag, reason: (value) => reasons.has(value), note: text }],
  ['help', { op: text, id: text, hasHelped: flag }],
  ['settle', { op: text, id: text, isSettled: flag }],
  ['pin', { op: text, id: text, isPinned: flag, note: text }],
  ['invite', { op: text, id: text, personId: text, isInvited: flag }],
  ['void', { op: text, id: text, isVoid: flag, reason: text }],
  ['transfer', { op: text, id: text, promptId: text }],
  ['arrange', { op: text, prompt: anything }],
  ['attest', { op: text, promptId: text, personId: text, isAttested: flag, note: text }],
  ['offer', { op: text }],
  ['read', { op: text, ids: texts }],
]);
const optional: ReadonlyMap<unknown, Shape> = new Map([
  ['create', { kind: isKind, move: isMove, promptId: text, isPrivate: flag, page }],
  ['arrange', { page }],
]);

/**
 * A command out of anything: every field of its form, none besides, always in the same order.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseCommand(data: unknown): Command {
  const { type } = Object(data) as { type?: unknown };
  const shape = shapes.get(type);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw invalid('command', 'malformed', 'the command is not an object');
  if (shape === undefined) throw invalid('type', 'malformed', 'type is not that of a command');
  const command = { type, ...pick(data, 'command', shape, ['type'], optional.get(type)) } as unknown as Command;
  return command.type === 'arrange' ? { ...command, prompt: parsePrompt(command.prompt) } : command;
}

/**
 * A guest's entry out of anything, without the spaces around.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseGuest(data: unknown): GuestEntry {
  const { name, email } = pick(data, 'guest', { name: text, email: text }) as Record<string, string>;
  return { name: (name ?? '').trim(), email: (email ?? '').trim() };
}
