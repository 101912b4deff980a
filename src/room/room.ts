// The authority for one discussion: allow, decide, commit once, tell the others what each may see.
// Knows no transport and no database: those bring their viewers and their Storage.
import { allow, subjectOf } from '../model/allow.ts';
import { decide } from '../model/decide.ts';
import { DiscussionError } from '../model/errors.ts';
import { parseCommand } from '../model/parse-command.ts';
import type {
  Changes,
  Command,
  Discussion,
  GuestPosts,
  KeptIn,
  Mine,
  Page,
  Person,
  PostCommand,
  ReadCommand,
  StoredPost,
  Window,
} from '../model/post.ts';
import { changesFor, seen, viewOf, type Commit } from '../model/view.ts';
import { nextHead, printOf } from './history.ts';
import { moreOf, parseMore, parseWindow, threadsUnder } from './paging.ts';
import type { About, Slice, Standing, Storage, ThreadSlice } from './storage.ts';

/** What a room needs to be one. */
export interface RoomOptions {
  /** Key of the room in its storage: unique over all sites. */
  readonly key: string;
  /** The id by which its viewers know the discussion. */
  readonly discussion: string;
  readonly guestPosts: GuestPosts;
  /** Where the storage keeps it, for viewers who reach it without a server. */
  readonly keptIn?: KeptIn;
  readonly storage: Storage;
  /** Milliseconds since 1970; the time of every post comes from here. */
  readonly now?: () => number;
  /** Called before a command is carried out; throws `rate-limited` where there were too many. */
  readonly throttle?: (person: Person, command: Command) => void;
}

/** What a room tells while it lives: commits to all, marks to their person alone. */
export interface RoomListener {
  /** After every durable commit, in the order of history. What of it a viewer may see: `changesFor()`. */
  commit(commit: Commit): void;
  /** After a person's private record changed. */
  mine(personId: string, mine: Mine): void;
}

/** The authority for one discussion. Heads, not cursors: a viewer's adapter adds the view. */
export interface Room {
  /** What changed since the head as this viewer may see it, or all of it (`from: null`) where the head is not known. */
  sync(viewer: Person | null, head: string | null, window?: Window): Promise<Changes>;
  /** The threads that `more` of an earlier answer names, at the head as it is now. */
  older(viewer: Person | null, more: string): Promise<Page>;
  /** Carries out what was asked, once. `data` may be anything: it is read with suspicion. Rejects with a DiscussionError. */
  submit(viewer: Person | null, data: unknown): Promise<Changes>;
  /** The head of the room's history. */
  head(): Promise<string>;
  /** What is private to this person. */
  mine(viewer: Person): Promise<Mine>;
  /** Tells this listener from now on; returns its undo. */
  subscribe(listener: RoomListener): () => void;
}

/** Opens the authority for one discussion. There may be several over one storage: the storage keeps them in order. */
export function createRoom(options: RoomOptions): Room {
  const { key, discussion: id, guestPosts, keptIn, storage, now = Date.now } = options;
  const listeners = new Set<RoomListener>();

  const record = (about: About): Discussion => ({ id, ...about, guestPosts, ...(keptIn !== undefined && { keptIn }) });
  const mine = async (personId: string): Promise<Mine> => ({
    read: (await storage.marks(key, personId)).map(({ id: read }) => read),
  });
  const changes = (slice: Slice, from: string | null, viewer: Person | null): Changes => ({
    from,
    to: slice.head,
    posts: viewOf(slice.posts, viewer),
    room: record(slice.about),
  });

  async function change(viewer: Person, command: PostCommand): Promise<Changes> {
    options.throttle?.(viewer, command);
    const subject = subjectOf(command);
    const attempt = {
      room: key,
      op: command.op,
      by: viewer.id,
      print: printOf(command),
      reads: subject === null ? [] : [subject],
    };
    const outcome = await storage.commit(attempt, (standing: Standing) => {
      const discussion = record(standing.about);
      const stored = subject === null ? undefined : standing.found.get(subject);
      allow(viewer, command, stored, discussion);
      const time = now();
      const order = command.type === 'create' ? Math.max(standing.order + 1, Math.trunc(time)) : standing.order;
      const at = new Date(time).toISOString();
      const post = decide(command.type === 'create' ? undefined : stored, command, {
        author: viewer,
        at,
        order,
        discussion,
      });
      return { head: nextHead(standing.head, command.op, { post, about: null }), order, post, about: null };
    });
    if (outcome.kind === 'known') {
      if (outcome.by !== viewer.id || outcome.print !== attempt.print)
        throw new DiscussionError('conflict', 'this op was used for something else');
      return { from: outcome.head, to: outcome.head, posts: [] };
    }
    const commit: Commit = { from: outcome.from, to: outcome.to, post: outcome.decision.post, room: null };
    for (const listener of listeners) listener.commit(commit);
    return changesFor(commit, viewer);
  }

  async function read(viewer: Person, command: ReadCommand): Promise<Changes> {
    options.throttle?.(viewer, command);
    await storage.mark(key, viewer.id, command.ids, new Date(now()).toISOString());
    const changed = await mine(viewer.id);
    for (const listener of listeners) listener.mine(viewer.id, changed);
    const head = await storage.head(key);
    return { from: head, to: head, posts: [] };
  }

  /** So many threads of which this viewer sees something. Of the others there is no trace, not even in `next`. */
  async function threads(viewer: Person | null, window: Window, after: number | null): Promise<ThreadSlice> {
    const enough = window.threads + 1; // one more than asked for tells whether there is one
    const sign = window.order === 'oldest' ? 1 : -1;
    let found = await storage.threads(key, window.order, after, enough);
    const roots = (): StoredPost[] =>
      found.posts.filter((post) => post.parentId === null && seen(post, viewer) !== null);
    while (roots().length < enough && found.next !== null) {
      const next = await storage.threads(key, window.order, found.next, enough);
      if (next.head !== found.head) return threads(viewer, window, after);
      found = { ...next, posts: [...found.posts, ...next.posts] };
    }
    const first = roots().sort((a, b) => sign * (a.order - b.order));
    const chosen = first.slice(0, window.threads);
    return {
      ...found,
      posts: threadsUnder(chosen, found.posts),
      next: first.length > chosen.length ? (chosen.at(-1)?.order ?? null) : null,
    };
  }

  async function firstLook(viewer: Person | null, window: Window): Promise<Changes> {
    const found = await threads(viewer, window, null);
    const wanted = window.with === undefined ? [] : await storage.threadOf(key, window.with);
    if ((await storage.head(key)) !== found.head) return firstLook(viewer, window);
    const ids = new Set(found.posts.map(({ id }) => id));
    const posts = [...found.posts, ...wanted.filter(({ id }) => !ids.has(id))].toSorted((a, b) => a.order - b.order);
    return { ...changes({ ...found, posts }, null, viewer), more: moreOf(window, found.next) };
  }

  return {
    async sync(viewer, head, window) {
      const asked = window === undefined ? undefined : parseWindow(window);
      const later = head === null ? null : await storage.since(key, head);
      if (later !== null) return changes(later, head, viewer);
      return asked === undefined ? changes(await storage.everything(key), null, viewer) : firstLook(viewer, asked);
    },
    async older(viewer, more) {
      const { window, after } = parseMore(more);
      const found = await threads(viewer, window, after);
      return { at: found.head, posts: viewOf(found.posts, viewer), more: moreOf(window, found.next) };
    },
    async submit(viewer, data) {
      const command: Command = parseCommand(data);
      if (command.type !== 'read') {
        if (viewer === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
        return change(viewer, command);
      }
      allow(viewer, command, undefined, record({ title: null, url: null }));
      return read(viewer, command);
    },
    head: () => storage.head(key),
    mine: (viewer) => mine(viewer.id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
