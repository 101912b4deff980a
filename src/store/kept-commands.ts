// How commands that wait are kept in a browser: each under a key of its own, so that tabs never write over each other,
// and with the version of its form. What cannot be read stays where it is: another version of the program may.
import { DiscussionError, fromWire, toWire } from '../model/errors.ts';
import { parseCommand } from '../model/parse-command.ts';
import type { Pending } from './state.ts';

/** The part of the browser's Storage that is needed. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A command as it is kept. */
export interface KeptCommand {
  readonly pending: Pending;
  /** Place among those that wait: the smallest goes first. */
  readonly place: number;
  /** Names the outbox that sends it; whoever finds that gone may inherit it. */
  readonly holder: string;
}

/** Where the commands of one outbox, or of several, are kept. */
export interface KeptCommands {
  /** All that can be read, the first to go first. */
  read(): readonly KeptCommand[];
  /** False where the browser refuses: full, or forbidden. */
  write(kept: KeptCommand): boolean;
  remove(op: string): void;
}

const version = 1;
const root = 'peer-discussion:outbox:';

function keysUnder(keyValue: KeyValue | null, prefix: string): string[] {
  try {
    const keys = Array.from({ length: keyValue?.length ?? 0 }, (_, place) => keyValue?.key(place) ?? '');
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** The key of everything in a scope, of one person there, or of one of their discussions; all begin alike. */
function prefixOf(...parts: readonly string[]): string {
  return root + parts.map((part) => `${JSON.stringify(part)},`).join('');
}

function revive(text: string): KeptCommand {
  const { version: found, command, askedAt, place, holder, refused } = JSON.parse(text) as Record<string, unknown>;
  const parsed = parseCommand(command);
  if (found !== version || parsed.type === 'read' || typeof askedAt !== 'string')
    throw new DiscussionError('unsupported', 'not the form of this version');
  const error = refused === undefined ? null : fromWire(refused);
  return {
    pending: { command: parsed, askedAt, state: error === null ? 'waiting' : 'refused', error, tries: 0 },
    place: typeof place === 'number' ? place : 0,
    holder: String(holder),
  };
}

/** Commands of one person in one discussion. */
export function keptCommands(
  keyValue: KeyValue | null,
  scope: string,
  person: string,
  discussion: string,
): KeptCommands {
  const prefix = prefixOf(scope, person, discussion);
  const unreadable = new Set<string>();
  return {
    read() {
      const found: KeptCommand[] = [];
      for (const key of keysUnder(keyValue, prefix)) {
        try {
          const text = keyValue?.getItem(key) ?? null;
          if (text !== null) found.push(revive(text));
        } catch (thrown) {
          if (!unreadable.has(key))
            console.warn(`<peer-discussion>: a command kept as ${key} cannot be read, and stays there`, thrown);
          unreadable.add(key);
        }
      }
      return found.sort((a, b) => a.place - b.place || (a.pending.command.op < b.pending.command.op ? -1 : 1));
    },
    write({ pending: { command, askedAt, state, error }, place, holder }) {
      const refused = state === 'refused' ? { refused: toWire(error) } : {};
      try {
        const text = JSON.stringify({ version, command, askedAt, place, holder, ...refused });
        keyValue?.setItem(prefix + command.op, text);
        return keyValue !== null;
      } catch {
        return false;
      }
    },
    remove(op) {
      try {
        keyValue?.removeItem(prefix + op);
      } catch {
        return; // what could not be written is not there
      }
    },
  };
}

/** Forgets what one person left in a scope, or everybody but one. */
export function forgetCommands(
  keyValue: KeyValue | null,
  scope: string,
  whose: { of: string } | { but: string },
): void {
  const spared = 'but' in whose ? prefixOf(scope, whose.but) : null;
  const prefix = 'of' in whose ? prefixOf(scope, whose.of) : prefixOf(scope);
  for (const key of keysUnder(keyValue, prefix))
    if (spared === null || !key.startsWith(spared)) {
      try {
        keyValue?.removeItem(key);
      } catch {
        return; // forbidden from here on
      }
    }
}
