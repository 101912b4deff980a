// Fields of data from outside: those of a shape, each of its form, none besides, always in the shape's order.
import { invalid } from './errors.ts';

/** True where a value has the form of its field. */
export type Check = (value: unknown) => boolean;
/** The fields of something, and the form of each. */
export type Shape = Readonly<Record<string, Check>>;

/**
 * The fields of a shape, copied in its order.
 * @param known further fields that may be there, and are left out
 * @param optional fields that may be missing, copied where they are there
 * @throws DiscussionError `invalid`, naming the field
 */
export function pick(
  data: unknown,
  name: string,
  shape: Shape,
  known: readonly string[] = [],
  optional: Shape = {},
): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw invalid(name, 'malformed', `the ${name} is not an object`);
  const source = data as Record<string, unknown>;
  for (const field of Object.keys(source))
    if (!Object.hasOwn(shape, field) && !Object.hasOwn(optional, field) && !known.includes(field))
      throw invalid(field, 'malformed', `${field} is not a field`);
  const fields: [string, unknown][] = [];
  for (const [field, check] of [...Object.entries(shape), ...Object.entries(optional)]) {
    if (!Object.hasOwn(source, field)) {
      if (Object.hasOwn(optional, field)) continue;
      throw invalid(field, 'missing', `${field} is missing`);
    }
    if (!check(source[field])) throw invalid(field, 'malformed', `${field} is not of its form`);
    fields.push([field, source[field]]);
  }
  return Object.fromEntries(fields);
}
