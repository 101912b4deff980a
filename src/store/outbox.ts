// Commands waiting for the authority: first in, first out, kept across a reload where the browser lets us.
// Decides nothing about when to send; the store does.
import { DiscussionError, fromWire, toWire } from '../model/errors.ts';
import { parseCommand } from '../model/parse-command.ts';
import type { PostCommand } from '../model/post.ts';
import type { Pending } from './state.ts';

/** The part of the browser's Storage an outbox needs. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where one person's commands in one discussion wait. */
export interface Outbox {
  readonly entries: readonly Pending[];
  add(command: PostCommand, askedAt: string): void;
  /** Changes how a command stands. */
  set(op: string, change: Partial<Pick<Pending, 'state' | 'error' | 'tries'>>): void;
  remove(op: string): void;
}

/** Reads what an earlier page left; what is not understood is skipped, never thrown. */
function recall(keyValue: KeyValue | null, key: string): Pending[] {
  try {
    const kept: unknown = JSON.parse(keyValue?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(revive) : [];
  } catch {
    return [];
  }
}

function revive(entry: { command?: unknown; askedAt?: unknown; refused?: unknown }): Pending[] {
  try {
    const command = parseCommand(entry.command);
    if (command.type === 'read' || typeof entry.askedAt !== 'string') return [];
    const refused = entry.refused !== undefined;
    const error = refused ? fromWire(entry.refused) : null;
    return [{ command, askedAt: entry.askedAt, state: refused ? 'refused' : 'waiting', error, tries: 0 }];
  } catch (thrown) {
    if (thrown instanceof DiscussionError) return [];
    throw thrown;
  }
}

/** An outbox under this key; without a place to keep it, it lives as long as the page. */
export function createOutbox(keyValue: KeyValue | null, key: string): Outbox {
  let entries: readonly Pending[] = recall(keyValue, key);

  // Another tab may have the same outbox: what is kept is read again and only this command changed in it.
  const keep = (op: string): void => {
    const others = recall(keyValue, key).filter((entry) => entry.command.op !== op);
    const kept = [...others, ...entries.filter((entry) => entry.command.op === op)].map((entry) => ({
      command: entry.command,
      askedAt: entry.askedAt,
      ...(entry.state === 'refused' && { refused: toWire(entry.error) }),
    }));
    kept.sort((a, b) => place(a.command.op) - place(b.command.op));
    try {
      if (kept.length === 0) keyValue?.removeItem(key);
      else keyValue?.setItem(key, JSON.stringify(kept));
    } catch {
      return; // full or forbidden: it still waits in this page
    }
  };
  const place = (op: string): number => entries.findIndex((entry) => entry.command.op === op);

  return {
    get entries() {
      return entries;
    },
    add(command, askedAt) {
      entries = [...entries, { command, askedAt, state: 'waiting', error: null, tries: 0 }];
      keep(command.op);
    },
    set(op, change) {
      entries = entries.map((entry) => (entry.command.op === op ? { ...entry, ...change } : entry));
      if (change.state === 'refused') keep(op);
    },
    remove(op) {
      entries = entries.filter((entry) => entry.command.op !== op);
      keep(op);
    },
  };
}
