// The chain that names a room's history: each head is made from the one before and from what was stored.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Command, StoredPost } from '../model/post.ts';
import type { About } from './storage.ts';

/** Hexadecimal digits of a head: 128 bits, so that two histories never meet by chance. */
const headLength = 32;

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A digest of plain data, as 32 hexadecimal digits. */
export function digest(value: unknown): string {
  return sha256Of(JSON.stringify(value)).slice(0, headLength);
}

/** The head after a commit. A server restored from an older backup never makes a head of its lost future again. */
export function nextHead(
  head: string,
  op: string,
  stored: { readonly post: StoredPost | null; readonly about: About | null },
): string {
  return digest([head, op, stored.post, stored.about]);
}

/** A digest of what a command asks for: the same op with another print is a conflict. */
export function printOf(command: Command): string {
  return digest(command);
}
