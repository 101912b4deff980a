// One open discussion for the panel. (types; the body follows)
import type { Command, GuestEntry } from '../model/post.ts';
import type { State } from './state.ts';

type WithoutOp<C> = C extends Command ? Omit<C, 'op'> : never;

/** A command before it has its op: what the panel asks for. */
export type Request = WithoutOp<Command>;

/** One open discussion. */
export interface Store {
  readonly state: State;
  /** Calls back at once and after every change; returns its undo. */
  subscribe(callback: (state: State) => void): () => void;
  /** Asks for something; shown at once, sent when possible, never lost. Returns the op. */
  submit(request: Request): string;
  /** Sends a refused command again, as a new one. */
  retry(op: string): void;
  /** Forgets a refused command whose text was taken back. */
  dismiss(op: string): void;
  /** Lets a guest in. Rejects with a DiscussionError. */
  identify(guest: GuestEntry): Promise<void>;
  /** Final; may be repeated. */
  close(): void;
}
