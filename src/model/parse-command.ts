// Data from outside as a command, or a refusal that names the field. Knows shapes only: who may do what is in allow.ts.
import { invalid } from './errors.ts';
import type { Command, GuestEntry } from './post.ts';

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || typeof value === 'string';
const revision: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const moderation: Check = (value) => value === 'shown' || value === 'hidden';

const shapes: ReadonlyMap<unknown, Readonly<Record<string, Check>>> = new Map([
  ['create', { op: text, parentId: textOrNull, body: text }],
  ['edit', { op: text, id: text, body: text, revision }],
  ['remove', { op: text, id: text }],
  ['moderate', { op: text, id: text, state: moderation, reason: text }],
  ['read', { op: text, ids: texts }],
]);

/** The fields of a shape, copied in its order, with nothing else beside them. */
function pick(
  data: unknown,
  shape: Readonly<Record<string, Check>>,
  known: readonly string[],
): Record<string, unknown> {
  const source = data as Record<string, unknown>;
  for (const field of Object.keys(source))
    if (!Object.hasOwn(shape, field) && !known.includes(field))
      throw invalid(field, 'malformed', `${field} is not a field`);
  return Object.fromEntries(
    Object.entries(shape).map(([field, check]) => {
      if (!Object.hasOwn(source, field)) throw invalid(field, 'missing', `${field} is missing`);
      if (!check(source[field])) throw invalid(field, 'malformed', `${field} is not of its form`);
      return [field, source[field]];
    }),
  );
}

function asRecord(data: unknown, name: string): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw invalid(name, 'malformed', `the ${name} is not an object`);
  return data as Record<string, unknown>;
}

/**
 * A command out of anything: every field of its form, none besides, always in the same order.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseCommand(data: unknown): Command {
  const { type } = asRecord(data, 'command');
  const shape = shapes.get(type);
  if (shape === undefined) throw invalid('type', 'malformed', 'type is not that of a command');
  return { type, ...pick(data, shape, ['type']) } as unknown as Command;
}

/**
 * A guest's entry out of anything, without the spaces around.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseGuest(data: unknown): GuestEntry {
  const { name, email } = pick(asRecord(data, 'guest'), { name: text, email: text }, []) as Record<string, string>;
  return { name: (name ?? '').trim(), email: (email ?? '').trim() };
}
