// Where rooms are kept: the contract. No storage knows the rules of discussion; no rule knows a database. Posts and the
// room's record are kept whole, with whatever fields they have: a storage knows id, parentId and order, and no more.
// The same contract as checkable rules: storage-rules.ts.
import type { StoredDiscussion, StoredPost, ThreadOrder } from '../model/post.ts';

/** What a room is about: kept with it, and part of its history. */
export type About = Pick<
  StoredDiscussion,
  'title' | 'url' | 'prompts' | 'moved' | 'epoch' | 'hasInvited' | 'hasPinned' | 'acts'
>;

/** An attempt to change one room. */
export interface Attempt {
  /** The room's key: unique over all sites. */
  readonly room: string;
  /** UUID of the command; applied once in a room. */
  readonly op: string;
  /** Who: a person's id. */
  readonly by: string;
  /** A digest of what was asked: the same op with another print is another thing. */
  readonly print: string;
  /** Ids of the posts the decision needs to see. */
  readonly reads: readonly string[];
}

/** What a decision may rest on, read inside its transaction. */
export interface Standing {
  readonly head: string;
  /** The largest order given so far; 0 in a new room. */
  readonly order: number;
  readonly about: About;
  /** The posts asked for, as far as they exist. */
  readonly found: ReadonlyMap<string, StoredPost>;
}

/** What is to be stored, together or not at all. */
export interface Decision {
  /** The new head. Must differ from every earlier head of the room. */
  readonly head: string;
  readonly order: number;
  readonly post: StoredPost | null;
  /** The room's new record, or null to leave it. */
  readonly about: About | null;
}

/** How an attempt ended: `applied` with the heads around it, or `known` from an earlier time. */
export type Outcome =
  | { readonly kind: 'applied'; readonly from: string; readonly to: string; readonly decision: Decision }
  | { readonly kind: 'known'; readonly head: string; readonly by: string; readonly print: string };

/** Posts of a room in the order of its log, as they stand at `head`. */
export interface Slice {
  readonly head: string;
  readonly order: number;
  readonly about: About;
  readonly posts: readonly StoredPost[];
}

/** Whole threads of a room, their posts in the order of its log. */
export interface ThreadSlice extends Slice {
  /** The order of the first post of the last thread here; null where no thread comes after it. */
  readonly next: number | null;
}

/** A post that a person has read. */
export interface Mark {
  /** The post's id. */
  readonly id: string;
  /** When it was first marked: ISO 8601 in UTC. */
  readonly at: string;
}

/** Where a room stands, and what one person has read there. */
export interface Listed {
  /** The room's key. */
  readonly room: string;
  readonly head: string;
  /** The largest order given so far. */
  readonly order: number;
  /** Ids of the posts that the person has read, in no order. */
  readonly read: readonly string[];
}

/** The head of a room without history. */
export const emptyHead = '0';

/** Keeps rooms. All calls are asynchronous; every rejection but the decision's own error is a failure of the storage. */
export interface Storage {
  /**
   * Runs `decide` inside one transaction and stores what it returns: post, op and head together. A known op: `decide` is
   * not called. It throws: nothing is written, the head does not move, and the promise rejects with that very error.
   * Resolves after the commit is durable; commits of one room resolve in the order of its history.
   * @param decide pure and synchronous
   */
  commit(attempt: Attempt, decide: (standing: Standing) => Decision): Promise<Outcome>;
  /** The posts that changed after `head`, each once and as it is now; null where this history has no such head. */
  since(room: string, head: string): Promise<Slice | null>;
  /** All posts of a room. A room nobody wrote to is empty. */
  everything(room: string): Promise<Slice>;
  /**
   * Whole threads in the order of their first posts, so many at the most.
   * @param after the order of the first post of the last thread before these; null begins at the beginning
   */
  threads(room: string, order: ThreadOrder, after: number | null, limit: number): Promise<ThreadSlice>;
  /** The thread that a post belongs to, whole; empty where there is no such post. */
  threadOf(room: string, postId: string): Promise<readonly StoredPost[]>;
  /** The head of a room. */
  head(room: string): Promise<string>;
  /**
   * Adds to the posts that a person has read in a room; ids of no post there are left out, and one marked before keeps
   * its time.
   * @param at when they were read: ISO 8601 in UTC
   */
  mark(room: string, person: string, ids: readonly string[], at: string): Promise<void>;
  /** The posts that a person has read in a room, in no order. */
  marks(room: string, person: string): Promise<readonly Mark[]>;
  /** Keys of the rooms that have a history, sorted. */
  rooms(): Promise<readonly string[]>;
  /**
   * The rooms with a history whose keys begin so, sorted by their keys.
   * @param person whose marks come along; null for nobody's
   */
  list(prefix: string, person: string | null): Promise<readonly Listed[]>;
  /** Ends what is under way, then releases everything. May be repeated. */
  close(): Promise<void>;
}
