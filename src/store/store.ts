// What a store is: one open discussion as the panel sees it. How one works is in create-store.ts.
import type { EvidenceRecord } from '../model/evidence-record.ts';
import type { Command, GuestEntry, Window } from '../model/post.ts';
import type { Clock, PageLife } from './clock.ts';
import type { KeyValue } from './kept-commands.ts';
import type { Locks } from './outbox.ts';
import type { State } from './state.ts';

type Asked<C> = C extends Command ? Omit<C, 'op'> & Partial<Pick<C, 'op'>> : never;

/** What the panel asks for: a command that is given its op, unless whoever asks has to know that beforehand. */
export type Request = Asked<Command>;

/** One open discussion. */
export interface Store {
  readonly state: State;
  /** Calls back at once and after every change; returns its undo. */
  subscribe(callback: (state: State) => void): () => void;
  /**
   * Asks for something; shown at once, sent when possible, never lost. Returns the op.
   * @throws DiscussionError `offline` where it is not known yet who asks, `invalid` of the field `outbox` where too much
   * waits to be sent already
   */
  submit(request: Request): string;
  /** Sends a refused command again, as a new one. */
  retry(op: string): void;
  /** Forgets a refused command whose text was taken back. */
  dismiss(op: string): void;
  /** Loads the threads after those that are loaded. Rejects with a DiscussionError; `offline` may be tried again. */
  loadMore(): Promise<void>;
  /** Loads the thread a post stands in, wherever that is; nothing where there is no such post. Rejects as `loadMore`. */
  loadThread(id: string): Promise<void>;
  /** Lets a guest in. Rejects with a DiscussionError. */
  identify(guest: GuestEntry): Promise<void>;
  /** Evidence records, as of a session. Rejects with a DiscussionError. */
  evidence(of: string | null): Promise<readonly EvidenceRecord[]>;
  /** Forgets what waits of this person, in every discussion of the scope: they have signed out. */
  forget(): void;
  /** Final; may be repeated. */
  close(): void;
}

/** What a store may be given besides its adapter; every default is the browser's own. */
export interface StoreOptions {
  /** Where the outbox is kept across a reload; null keeps it in the page. */
  readonly keyValue?: KeyValue | null;
  /** Tells which tabs are still there, so that each command is in one tab's hands; null where the browser cannot. */
  readonly locks?: Locks | null;
  /** Tells apart discussions of the same id on different backends: the server's address and the site. */
  readonly scope?: string;
  readonly clock?: Clock;
  readonly page?: PageLife;
  /** What to load first where the adapter gives pages; everything unless given. */
  readonly window?: Window;
  /** Milliseconds between two questions to an adapter that is not live. */
  readonly pollMs?: number;
}
