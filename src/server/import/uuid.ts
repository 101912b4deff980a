// UUIDs that are made from a name (RFC 9562, version 5): the same name gives the same id on every run.
import { createHash } from 'node:crypto';

/** The name space of everything this product imports. */
const namespace = 'f3c0b0de7a5b4c0e9b7e1d2a64c58e91';

/** The id of what these parts name together. */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(JSON.stringify(parts)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
