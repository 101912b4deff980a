// Commands of one person waiting for the authority: first in, first out, bounded, kept across a reload and a crash where
// the browser lets us, and in one tab's hands at a time. Decides nothing about when to send; the store does.
import { subjectOf } from '../model/may.ts';
import { DiscussionError, invalid } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import type { LogCommand } from '../model/post.ts';
import type { KeptCommands } from './kept-commands.ts';
import type { Pending } from './state.ts';

/** The part of the browser's LockManager an outbox needs. */
export interface Locks {
  request(name: string, options: { readonly signal?: AbortSignal }, work: () => Promise<void>): Promise<unknown>;
}

/** What an outbox is made of. */
export interface OutboxOptions {
  readonly kept: KeptCommands;
  /** Tells which tabs are still there; null where the browser cannot: then all send what they find, each op once. */
  readonly locks: Locks | null;
  /** Hears that commands of a tab that is gone have come here. */
  readonly onInherit: () => void;
}

/** Where one person's commands in one discussion wait. */
export interface Outbox {
  readonly entries: readonly Pending[];
  /**
   * Takes a command in.
   * @throws DiscussionError `invalid` of the field `outbox` where too much waits already
   */
  add(command: LogCommand, askedAt: string): void;
  /** Changes how a command stands. */
  set(op: string, change: { readonly state: 'waiting' | 'sending' } & Partial<Pick<Pending, 'error' | 'tries'>>): void;
  /** Refuses a command for good, and with it what waits for the post it would have written. */
  refuse(op: string, error: DiscussionError): void;
  remove(op: string): void;
  /** Takes over what tabs that are gone have left. */
  inherit(): void;
  /** Leaves what waits to another tab, or to the next page. */
  leave(): void;
}

/** The most commands that wait; those without a text, which are small, may be twice as many. */
export const outboxCommands = 100;
/** The most UTF-16 code units of all texts that wait. */
export const outboxLength = 200_000;

const lockOf = (holder: string): string => `peer-discussion:outbox:${holder}`;
const textOf = (command: LogCommand): string => ('body' in command ? command.body : '');

/** True for what cannot be done before the post that this op writes is there. */
function waitsFor(command: LogCommand, op: string): boolean {
  return subjectOf(command) === op;
}

/** An outbox with what is kept and in nobody's hands. */
export function createOutbox({ kept, locks, onInherit }: OutboxOptions): Outbox {
  const me = newOp();
  const asked = new Set<string>();
  const left = new AbortController();
  let entries: readonly Pending[] = [];
  const places = new Map<string, number>();
  let release: (() => void) | null = null;

  /** Shows other tabs that this one is there, as long as something waits in its hands. */
  function hold(): void {
    if (entries.length === 0 || left.signal.aborted) {
      release?.();
      release = null;
    } else if (release === null && locks !== null) {
      const released = new Promise<void>((resolve) => (release = resolve));
      locks.request(lockOf(me), {}, () => released).catch(() => {}); // refused: then nobody waits for it either
    }
  }
  function keep(op: string): void {
    const pending = entries.find(({ command }) => command.op === op);
    if (pending === undefined) kept.remove(op);
    else kept.write({ pending, place: places.get(op) ?? 0, holder: me });
  }
  function change(op: string, next: Partial<Pending>): void {
    entries = entries.map((entry) => (entry.command.op === op ? { ...entry, ...next } : entry));
  }
  function drop(op: string): void {
    entries = entries.filter(({ command }) => command.op !== op);
    keep(op);
    hold();
  }

  function take(isMeant: (holder: string) => boolean): void {
    const known = new Set(entries.map(({ command }) => command.op));
    const found = kept.read().filter(({ pending, holder }) => isMeant(holder) && !known.has(pending.command.op));
    if (found.length === 0) return;
    for (const { pending, place } of found) places.set(pending.command.op, place);
    const placeOf = ({ command }: Pending): number => places.get(command.op) ?? 0;
    entries = [...entries, ...found.map(({ pending }) => pending)].sort((a, b) => placeOf(a) - placeOf(b));
    hold();
    for (const { pending } of found) keep(pending.command.op);
  }

  function inherit(): void {
    if (locks === null) return;
    const holders = new Set(kept.read().map(({ holder }) => holder));
    holders.delete(me);
    for (const holder of holders) {
      if (asked.has(holder)) continue;
      asked.add(holder);
      const takeOver = async (): Promise<void> => {
        asked.delete(holder);
        if (left.signal.aborted) return;
        take((other) => other === holder);
        onInherit();
      };
      // Granted once whoever holds it is gone.
      locks.request(lockOf(holder), { signal: left.signal }, takeOver).catch(() => asked.delete(holder));
    }
  }

  if (locks === null) take(() => true);
  else inherit();

  return {
    get entries() {
      return entries;
    },
    add(command, askedAt) {
      const text = textOf(command);
      const length = entries.reduce((sum, entry) => sum + textOf(entry.command).length, text.length);
      const most = text === '' ? 2 * outboxCommands : outboxCommands;
      if (entries.length >= most || (text !== '' && length > outboxLength))
        throw invalid('outbox', 'too-long', 'too much waits to be sent');
      places.set(command.op, Math.max(0, ...places.values()) + 1);
      entries = [...entries, { command, askedAt, state: 'waiting', error: null, tries: 0 }];
      hold();
      keep(command.op);
    },
    set: change,
    refuse(op, error) {
      change(op, { state: 'refused', error });
      keep(op);
      for (const { command, state } of entries) {
        if (state !== 'waiting' || !waitsFor(command, op)) continue;
        if (command.type === 'remove') drop(command.op);
        else {
          const facts = command.type === 'create' ? { field: 'parentId' } : {};
          this.refuse(command.op, new DiscussionError('not-found', 'the post it is about was refused', facts));
        }
      }
    },
    remove: drop,
    inherit,
    leave() {
      left.abort();
      hold();
    },
  };
}
