// What the panel shows, as one frozen value, and the two pure steps that make it: receive() what the authority says,
// overlay() what this person has asked for and not been answered yet.
import { isRoomCommand } from '../model/arrange.ts';
import { decide } from '../model/decide.ts';
import type { DiscussionError } from '../model/errors.ts';
import type {
  Capabilities,
  Changes,
  Cursor,
  Discussion,
  Marker,
  Mine,
  Page,
  Person,
  Post,
  Standing,
  LogCommand,
} from '../model/post.ts';
import { isPost, plainLens, seen } from '../model/view.ts';

/** How the connection stands. `offline` heals by itself; `closed` is final. */
export type Connection = 'connecting' | 'online' | 'offline' | 'closed';

/**
 * A command on its way. `waiting` for the connection or its turn, `sending`, or `refused` for good: then it stays until
 * its text was given back.
 */
export interface Pending {
  readonly command: LogCommand;
  /** When it was asked for; ISO 8601 in UTC. */
  readonly askedAt: string;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** Why it was refused, or why the last try failed; null where nothing went wrong yet. */
  readonly error: DiscussionError | null;
  /** Tries that failed so far. */
  readonly tries: number;
}

/** Everything the panel shows of a discussion. Frozen: a change makes a new one. */
export interface State {
  readonly connection: Connection;
  /** Why the discussion is closed; null while it is not. */
  readonly error: DiscussionError | null;
  readonly me: Person | null;
  readonly can: Capabilities;
  /** Null until the first sync is there: the panel is still loading. */
  readonly discussion: Discussion | null;
  /** Posts and markers by id, one's own pending commands laid over them. */
  readonly posts: ReadonlyMap<string, Post | Marker>;
  /** True while there are threads that are not loaded: some posts then belong to threads that cannot be shown. */
  readonly hasMore: boolean;
  /** Ids of the posts this person has read. */
  readonly read: ReadonlySet<string>;
  /** False until the authority has said what this person has read. */
  readonly isReadKnown: boolean;
  /** Where this person stands with each prompt. */
  readonly standings: readonly Standing[];
  /** Ids of posts that wait for a view like theirs. */
  readonly waiting: readonly string[];
  /** One's own commands that are not done, the oldest first. */
  readonly outbox: readonly Pending[];
}

/** The authority's part of the state: exactly this viewer's view of the history at `cursor`. */
export interface Held {
  readonly cursor: Cursor | null;
  readonly discussion: Discussion | null;
  readonly posts: ReadonlyMap<string, Post | Marker>;
  /** Names the threads that are not loaded yet; null where all are. */
  readonly more: string | null;
}

/** Nothing held yet. */
export const emptyHeld: Held = { cursor: null, discussion: null, posts: new Map(), more: null };

/** What is private to a person, before anything of it is known. */
export const noOwnPart: Pick<State, 'read' | 'isReadKnown' | 'standings' | 'waiting'> = {
  read: new Set(),
  isReadKnown: false,
  standings: [],
  waiting: [],
};

/** What is private to a person, as the state has it; `marked` are posts read here that the authority may not know of. */
export function ownPart({ read, prompts = [], waiting = [] }: Mine, marked: Iterable<string> = []): typeof noOwnPart {
  return { read: new Set([...read, ...marked]), isReadKnown: true, standings: prompts, waiting };
}

/** The state of a store before it heard anything. */
export const nothingYet: State = {
  connection: 'connecting',
  error: null,
  me: null,
  can: {},
  discussion: null,
  posts: emptyHeld.posts,
  hasMore: false,
  ...noOwnPart,
  outbox: [],
};

/** What is held after these Changes, or null where they do not follow on: then a sync is due. */
export function receive(held: Held, changes: Changes): Held | null {
  if (changes.from !== null && changes.from !== held.cursor) return null;
  const posts = new Map(changes.from === null ? [] : held.posts);
  for (const entry of changes.posts) posts.set(entry.id, entry);
  const more = changes.from === null ? (changes.more ?? null) : held.more;
  return { cursor: changes.to, discussion: changes.room ?? held.discussion, posts, more };
}

/** What is held with this page, or null where it was taken at another cursor: there it says nothing. */
export function receivePage(held: Held, page: Page): Held | null {
  if (page.at !== held.cursor) return null;
  const posts = new Map(held.posts);
  for (const entry of page.posts) posts.set(entry.id, entry);
  return { ...held, posts, more: page.more };
}

/** The posts as they will be once every pending command is carried out, as far as that can be known here. */
export function overlay(held: Held, outbox: readonly Pending[], me: Person | null): ReadonlyMap<string, Post | Marker> {
  const discussion = held.discussion;
  const open = outbox.filter((pending) => pending.state !== 'refused');
  if (me === null || discussion === null || open.length === 0) return held.posts;
  const posts = new Map(held.posts);
  let order = 0;
  for (const entry of posts.values()) if (isPost(entry)) order = Math.max(order, entry.order);
  for (const { command, askedAt } of open) {
    if (command.type === 'offer' || isRoomCommand(command)) continue; // what these change comes from the authority alone
    const there = posts.get(command.type === 'create' ? command.op : command.id);
    if (command.type === 'create' ? there !== undefined : there === undefined || !isPost(there)) continue;
    // Whether a post was published decides what others see of it, never what its author or a facilitator does.
    const before = there !== undefined && isPost(there) ? { ...there, published: true } : undefined;
    const answered = command.type === 'create' ? posts.get(command.parentId ?? '') : undefined;
    const parent = answered !== undefined && isPost(answered) ? { ...answered, published: true } : undefined;
    const after = decide(before, command, { author: me, at: askedAt, order: ++order, discussion, parent });
    const entry = seen(after, plainLens(me));
    if (entry !== null) posts.set(entry.id, entry);
  }
  return posts;
}
