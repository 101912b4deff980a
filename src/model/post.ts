// The nouns of a discussion, as types only. What may be done with them is in allow.ts, what happens then in decide.ts,
// and what of it anybody sees in view.ts. What facilitators arrange around posts is in prompt.ts.
import type { Kind, Move } from './moves.ts';
import type { Progress } from './credit.ts';
import type { ArrangedPrompt, Prompt, PromptPlace, StageName } from './prompt.ts';

export type * from './command.ts';

/** What a person is in a discussion; comes from the authority, never from a command. An expert may endorse. */
export type Role = 'guest' | 'member' | 'expert' | 'facilitator';

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

/** A body that a post had before it was edited. */
export interface Version {
  readonly body: string;
  /** When it was written; ISO 8601 in UTC. */
  readonly at: string;
}

/** That somebody stands behind a post: the one who asked (`helped`), or an expert or facilitator (`endorsed`), and why. */
export interface Endorsement {
  readonly kind: 'helped' | 'endorsed';
  readonly by: Person;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** One of the reasons offered; null where only the note says why, and with `helped`. */
  readonly reason: Reason | null;
  /** In the endorser's own words; may be empty where a reason was chosen. */
  readonly note: string;
  /** When it was taken back; staff see those too. */
  readonly revokedAt?: string;
}

/** Reasons that an endorser is offered: right and whole, tried in practice, well thought though differently concluded. */
export type Reason = 'complete' | 'tested' | 'reasoning';

/** A facilitator's act on a post or a discussion, as the log keeps it. */
export interface Act {
  readonly type: string;
  readonly by: Pick<Person, 'id' | 'name'>;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What was set, in the words of the command. */
  readonly set: string;
  /** Why, in the actor's words; empty where none were asked for. */
  readonly note: string;
}

/** A colleague whom a waiting post was shown to, so that it does not stay without an answer. */
export interface Nudge {
  readonly personId: string;
  readonly at: string;
  /** The facilitator who asked for it; null where the panel offered it at the end of reading. */
  readonly by: Pick<Person, 'id' | 'name'> | null;
}

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
  /** What the first post of a thread is. */
  readonly kind?: Kind;
  /** What a reply does with the post it answers. */
  readonly move?: Move;
  /** The prompt it was written to, and where that stood. */
  readonly prompt?: PromptPlace;
  /** Only its author, the author of the post it answers, and staff see it. */
  readonly isPrivate?: true;
  /** A facilitator put it on top, and says why. */
  readonly pinned?: { readonly by: Person; readonly at: string; readonly note: string };
  /** Its question has found its answer, as its author or a facilitator says. */
  readonly settledAt?: string;
  readonly endorsements?: readonly Endorsement[];
  /** Bodies it had before, the oldest first; its author and staff see them. */
  readonly earlier?: readonly Version[];
  /** Its author and staff see that it does not count for credit, and why. */
  readonly voided?: { readonly at: string; readonly reason: string };
  /** Whom it was shown to, to find it an answer; staff see it. */
  readonly nudges?: readonly Nudge[];
  /** What was done with it; staff see it. */
  readonly acts?: readonly Act[];
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
  /** The first post of its thread; missing where it was kept before there were prompts. */
  readonly rootId?: string;
  /** Who wrote the post it answers. */
  readonly answers?: string;
  /** When everybody could first read it, and when it was first hidden or removed; neither is ever taken back. */
  readonly publishedAt?: string;
  readonly goneAt?: string;
  /** Gates of its prompt that it opened for its author, by stage, and when; none is ever taken back. */
  readonly unlocked?: Readonly<Partial<Record<StageName, string>>>;
  /** What each of its bodies was worth as evidence, without their words: stays when the post is removed. */
  readonly evidence?: readonly Evidence[];
  /** Of a removed post whose bodies counted: numbers by which they are known where they are pasted again. */
  readonly sketch?: string;
}

/** Why a body is no evidence: without words of its author's own, repeating what is known, beside what it answers. */
export type Flaw = 'quoted' | 'repeated' | 'aside';

/** What a body is worth as evidence of learning. */
export interface Evidence {
  /** When it was written; ISO 8601 in UTC. */
  readonly at: string;
  /** Words that are the author's own: without quotations and code. */
  readonly words: number;
  /** False for what repeats other posts, or a reply that takes up nothing of what it answers. */
  readonly isOwn: boolean;
  /** Why it is not its author's own; left out where it is, and where it was weighed before reasons were kept. */
  readonly flaw?: Flaw;
  /** What the post was then. */
  readonly as: Kind | Move | null;
}

/** What guests' posts meet in a discussion: nobody may write as a guest, a facilitator looks first, or nothing. */
export type GuestPosts = 'none' | 'held' | 'shown';

/** Where a discussion without a server is kept: in this browser for later visits, or in this page until it is closed. */
export type KeptIn = 'browser' | 'page';

/** The page that a discussion stands beside, as a panel tells of it. */
export interface CoursePage {
  /** Absolute, by http or https, without a fragment. */
  readonly url: string;
  readonly title: string;
}

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
  /** What facilitators ask here, in their order; left out where there is none. Drafts are for staff. */
  readonly prompts?: readonly Prompt[];
  /** What was done with the discussion itself; staff see it. */
  readonly acts?: readonly Act[];
}

/** The discussion's record as the authority keeps it. Leaves a room only through `discussionFor()`. */
export interface StoredDiscussion extends Omit<Discussion, 'prompts'> {
  readonly prompts?: readonly ArrangedPrompt[];
  /** Threads that were moved to another prompt: where they stand, by the id of the first post. */
  readonly moved?: Readonly<Record<string, PromptPlace>>;
  /** Raised when everybody must look anew. */
  readonly epoch?: number;
  /** A facilitator invited somebody to answer a post: from then on it is looked up who is waited for, prompts or not. */
  readonly hasInvited?: true;
  /** A facilitator pinned a thread: from then on it is looked up which ones are, for every first page. */
  readonly hasPinned?: true;
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
  /** Where this person stands with each prompt that is open or closed; left out where there is none. */
  readonly prompts?: readonly Standing[];
  /** Ids of posts that wait for a view like theirs; left out where there is none. */
  readonly waiting?: readonly string[];
}

/** Where one person stands with one prompt. */
export interface Standing {
  readonly promptId: string;
  /** Stages whose posts this person does not see yet. */
  readonly closed: readonly StageName[];
  /** About how many others have answered: never a number. */
  readonly answered: Coarse;
  /** How far they are with the prompt's rule for credit; left out where it has none, and for staff. */
  readonly credit?: Progress;
}

/** How many, as far as that may be said before one has answered: nobody, one to four, about a dozen (5 to 18), many. */
export type Coarse = 'nobody' | 'few' | 'dozen' | 'many';

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
  /** Knows kinds of posts and moves of replies, and the command `classify`. */
  readonly moves?: boolean;
  /** Knows prompts, and *enforces* their gates: what is behind one never leaves it. */
  readonly gates?: boolean;
  /** Knows the commands `endorse`, `help` and `settle`. */
  readonly endorse?: boolean;
  /** Knows a facilitator's acts: `pin`, `invite`, `transfer`, `void`, `attest`, and private replies. */
  readonly desk?: boolean;
  /** Says how far one is with a prompt's rule for credit, and offers posts that wait. */
  readonly credit?: boolean;
  /** Gives evidence records: the session has `evidence`. */
  readonly evidence?: boolean;
  /** Keeps where discussions stand, and has an index of them: the adapter has `index`. */
  readonly index?: boolean;
}
