// The nouns of a discussion, as types only. What may be done with them is in allow.ts, what happens then in decide.ts,
// and what of it anybody sees in view.ts.

/** What a person is in a discussion; comes from the authority, never from a command. */
export type Role = 'guest' | 'member' | 'facilitator';

/** Somebody in a discussion. */
export interface Person {
  /** Opaque; of a member the `sub` of the site's token, of a guest made by the authority. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Whether others may read a post: `shown` to everybody, `held` until a facilitator approves it, `hidden` by a
 * facilitator, `removed` by its author.
 */
export type PostState = 'shown' | 'held' | 'hidden' | 'removed';

/** A post as a viewer holds it: whole, and as it is now. */
export interface Post {
  /** A UUID: the `op` of the command that created it. */
  readonly id: string;
  /** The post this one answers; `null` for the first of a thread. */
  readonly parentId: string | null;
  readonly author: Person;
  /** Markdown source, byte for byte as it was written. */
  readonly body: string;
  /** ISO 8601 in UTC. Shown, never used for order. */
  readonly createdAt: string;
  /** ISO 8601 in UTC; `null` where the body was never changed. */
  readonly editedAt: string | null;
  /** 1 when created, one more with every edit. An edit names the revision it was made from. */
  readonly revision: number;
  /** Place in the discussion's log: only ever grows, says nothing else. */
  readonly order: number;
  readonly state: Exclude<PostState, 'removed'>;
  /** Why a facilitator hid it; only where `state` is `hidden`. */
  readonly reason?: string;
}

/** What stands in a view for a post that left it: place, and nothing else. */
export interface Marker {
  readonly id: string;
  readonly parentId: string | null;
  readonly removed: true;
}

/** A post as the authority keeps it. Leaves a room only through `seen()`. */
export interface StoredPost extends Omit<Post, 'state'> {
  readonly state: PostState;
  /** True once everybody could read it: from then on it leaves a marker, where before it left no trace. */
  readonly published: boolean;
}

/** What guests' posts meet in a discussion: nobody may write as a guest, a facilitator looks first, or nothing. */
export type GuestPosts = 'none' | 'held' | 'shown';

/** Where a discussion without a server is kept: in this browser for later visits, or in this page until it is closed. */
export type KeptIn = 'browser' | 'page';

/** The discussion's own record, under the same views as its posts. */
export interface Discussion {
  readonly id: string;
  /** The title of the page it belongs to, where known. */
  readonly title: string | null;
  /** The address of that page, where known. */
  readonly url: string | null;
  readonly guestPosts: GuestPosts;
  /** Where it is kept when no server keeps it; a server leaves this out. */
  readonly keptIn?: KeptIn;
}

/** Opaque to everybody but the authority; compared for equality only. */
export type Cursor = string;

/**
 * "These posts, whole and as they are now, are all that changed between `from` and `to`, as far as you may see it."
 * `from: null` says "forget what you hold".
 */
export interface Changes {
  readonly from: Cursor | null;
  readonly to: Cursor;
  readonly posts: readonly (Post | Marker)[];
  /** The discussion's record, whole: with `from: null`, and whenever it changed. */
  readonly room?: Discussion;
  /** Where a window was asked for: what names the threads after it, for `older()`; null where there are none. */
  readonly more?: string | null;
}

/** In which order threads come in pages: by their first post. */
export type ThreadOrder = 'newest' | 'oldest';

/** A first look at a long discussion: so many whole threads, in this order. */
export interface Window {
  readonly threads: number;
  readonly order: ThreadOrder;
  /** Id of a post whose thread comes along wherever it stands. */
  readonly with?: string;
}

/** The threads after a window or a page, whole, as they were at the cursor `at`: to be taken there and nowhere else. */
export interface Page {
  readonly at: Cursor;
  readonly posts: readonly (Post | Marker)[];
  /** Names the threads after these; null where there are none. */
  readonly more: string | null;
}

/** What is private to one person in one discussion. Not in the log; always sent whole. */
export interface Mine {
  /** Ids of the posts this person has read. */
  readonly read: readonly string[];
}

/** A guest's entry in the form: both required; the e-mail is never shown to anybody. */
export interface GuestEntry {
  readonly name: string;
  readonly email: string;
}

/** What an adapter can do, learned when it comes online; absent means it cannot. */
export interface Capabilities {
  /** Sends changes by itself; otherwise the store asks from time to time. */
  readonly live?: boolean;
  /** Knows the commands `edit` and `remove`. */
  readonly edit?: boolean;
  /** Knows the command `moderate`, and holds guests' posts where the discussion says so. */
  readonly moderate?: boolean;
  /** Gives long discussions in pages: `sync` knows windows, and the session has `older`. */
  readonly history?: boolean;
  /** Keeps what a person has read. */
  readonly marks?: boolean;
  /** Lets a guest in by name and e-mail: the session has `identify`. */
  readonly guests?: boolean;
}

/** Writes a post: the first of a thread, or a reply. */
export interface CreateCommand {
  readonly type: 'create';
  readonly op: string;
  readonly parentId: string | null;
  readonly body: string;
}

/** Sets the body of one's own post. */
export interface EditCommand {
  readonly type: 'edit';
  readonly op: string;
  readonly id: string;
  readonly body: string;
  /** The revision this edit was made from. */
  readonly revision: number;
}

/** Takes one's own post back: its text is gone, its place stays while replies need it. */
export interface RemoveCommand {
  readonly type: 'remove';
  readonly op: string;
  readonly id: string;
}

/** A facilitator's decision: shows a held or hidden post, or hides one, with a reason. */
export interface ModerateCommand {
  readonly type: 'moderate';
  readonly op: string;
  readonly id: string;
  readonly state: 'shown' | 'hidden';
  readonly reason: string;
}

/** Marks posts as read by oneself. */
export interface ReadCommand {
  readonly type: 'read';
  readonly op: string;
  readonly ids: readonly string[];
}

/** A command that changes a post, and so the log. */
export type PostCommand = CreateCommand | EditCommand | RemoveCommand | ModerateCommand;

/** Everything that can be asked of a discussion. `op` is a UUID made once and kept for every retry. */
export type Command = PostCommand | ReadCommand;
