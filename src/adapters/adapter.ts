// The contract of an adapter: a pipe between the store and an authority. It does not retry, queue, reorder, cache or
// speculate; the store does, once, for every adapter. Types only; the same contract as checkable rules: adapter-rules.ts.
import type { IndexPage, IndexQuery } from '../model/discussion-index.ts';
import type { DiscussionError } from '../model/errors.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';
import type { Capabilities, Changes, Command, Cursor, GuestEntry, Mine, Page, Person, Window } from '../model/post.ts';

/** Opens discussions on one backend. */
export interface Adapter {
  /**
   * Opens a discussion and returns at once; trouble is reported to the listener, never thrown.
   * @param discussion 1 to 200 letters, digits or characters of an address
   */
  open(discussion: string, listener: Listener): Session;
  /**
   * All there is to see by one call, while a session is still on its way to be online: what that will be told, and what
   * its first sync would answer. Left out where a session is online as soon. Every rejection is a DiscussionError.
   * @param window as of `sync`
   */
  look?(discussion: string, window?: Window): Promise<FirstLook>;
  /**
   * The discussions of the site and what this person finds in them, counted from what they may see. Only with the
   * capability `index`. Rejects `invalid` where the question is none, `unauthenticated` where it is not for this person,
   * and `offline` where the authority is not reached.
   */
  index?(query: IndexQuery): Promise<IndexPage>;
}

/** What there is to see before a session is online. */
export interface FirstLook {
  readonly me: Person | null;
  readonly can: Capabilities;
  /** From null; a session of the same person goes on from their cursor. */
  readonly changes: Changes;
  /** What is private to this person; null where nobody is signed in, or nothing is kept. */
  readonly mine: Mine | null;
}

/** How a session stands. `offline` heals by itself, `closed` is final. */
export type Status =
  | { readonly state: 'connecting' }
  | { readonly state: 'online'; readonly me: Person | null; readonly can: Capabilities }
  | { readonly state: 'offline' }
  | { readonly state: 'closed'; readonly error: DiscussionError };

/** What a session tells its owner: one thing at a time, and never from inside a call the owner made. */
export interface Listener {
  status(status: Status): void;
  /** Something changed; only where the capability `live` is there. */
  changes(changes: Changes): void;
  /** What is private to this person, whole. */
  mine(mine: Mine): void;
}

/** One open discussion through an adapter. Every rejection is a DiscussionError. */
export interface Session {
  /**
   * All that changed since the cursor, or everything where it is null, unknown, or of another view. From the first
   * sync on, the listener hears of every later change. Rejects `offline` at once while not online.
   * @param window with the capability `history`: where everything is answered, only these threads and what names the rest
   */
  sync(cursor: Cursor | null, window?: Window): Promise<Changes>;
  /**
   * The threads after a window or a page. Posts on pages not asked for yet are heard of all the same when they change.
   * Only with the capability `history`. Rejects `invalid` where `more` was not given by this
   * discussion, and `offline` at once while not online.
   */
  older?(more: string): Promise<Page>;
  /**
   * Carries out a command; resolves after the durable commit with what it changed. The same op again changes nothing;
   * with other content, or from another person, it is `conflict`. Rejects `offline` at once while not online.
   */
  submit(command: Command): Promise<Changes>;
  /** Lets a guest in; the listener then hears `online` again, with who that is. Only with the capability `guests`. */
  identify?(guest: GuestEntry): Promise<void>;
  /**
   * The evidence records of this person, or of everybody (null): a facilitator is given all, anybody else their own alone.
   * Only with the capability `evidence`. Rejects `forbidden` or `unauthenticated`, and `offline` at once while not online.
   */
  evidence?(of: string | null): Promise<readonly EvidenceRecord[]>;
  /** Final, silent from now on, and may be repeated. */
  close(): void;
}
