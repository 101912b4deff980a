// The authority for one discussion: allow, decide, commit once, tell the others what each may see.
// Knows no transport and no database: those bring their viewers and their Storage.
import { allow, subjectOf, type Circle } from '../model/allow.ts';
import { arrange, isRoomCommand } from '../model/arrange.ts';
import { pageOf } from '../model/course-page.ts';
import { decide, type Circumstances } from '../model/decide.ts';
import { DiscussionError } from '../model/errors.ts';
import { parseCommand } from '../model/parse-command.ts';
import type {
  Changes,
  Command,
  LogCommand,
  Mine,
  OfferCommand,
  Page,
  Person,
  PostCommand,
  ReadCommand,
  RoomCommand,
  StoredDiscussion,
  Window,
} from '../model/post.ts';
import { changesFor, discussionFor, placed, seen, viewOf, type Commit, type Lens } from '../model/view.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';
import { aboutAfter, aboutOf, unknown } from './about.ts';
import { peopleFor, recordsOf } from './evidence.ts';
import { createInTurn } from './in-turn.ts';
import { nextHead, printOf } from './history.ts';
import { gatesInUse, sketchIn, worthIn } from './ledger.ts';
import { createOutlook } from './outlook.ts';
import { parseWindow } from './paging.ts';
import { concernedBy, nextWaiting, standings, waitingFor } from './standings.ts';
import type { RoomOptions } from './room-options.ts';
import type { About, Decision, Slice, Standing } from './storage.ts';
import { createWindows } from './windows.ts';

/** What a room tells while it lives: commits to all, marks to their person alone. */
export interface RoomListener {
  /** After every durable commit, in the order of history. What of it a viewer may see: `changesFor()`. */
  commit(commit: Commit): void;
  /** After what is private to a person may have changed: `mine()` says what it is. Everybody's, after a commit of the record. */
  mine(personId: string): void;
}

/**
 * The authority for one discussion. Heads, not cursors: a viewer's adapter adds the view. A viewer looks through a lens,
 * which `lens()` gives anew after a commit that changes what they may see, and as time passes gates.
 */
export interface Room {
  /** What this person's view depends on just now. */
  lens(person: Person | null): Promise<Lens>;
  /** What changed since the head as this viewer may see it, or all of it (`from: null`) where the head is not known. */
  sync(lens: Lens, head: string | null, window?: Window): Promise<Changes>;
  /** The threads that `more` of an earlier answer names, at the head as it is now. */
  older(lens: Lens, more: string): Promise<Page>;
  /** Carries out what was asked, once. `data` may be anything: it is read with suspicion. Rejects with a DiscussionError. */
  submit(lens: Lens, data: unknown): Promise<Changes>;
  /** The head of the room's history. */
  head(): Promise<string>;
  /** What is private to this person. */
  mine(person: Person): Promise<Mine>;
  /** The evidence records of one person or of everybody (null), as far as this viewer is given them. */
  evidence(viewer: Person | null, of: string | null): Promise<readonly EvidenceRecord[]>;
  /** Tells this listener from now on; returns its undo. */
  subscribe(listener: RoomListener): () => void;
}

/** What a decision needs besides what its transaction reads; all of it only ever grows. */
interface BeforeCommit {
  readonly worth: Circumstances['worth'];
  readonly sketch: Circumstances['sketch'];
  /** Id of the first post of the thread; only with `help`. */
  readonly root: string | null;
  readonly inUse: ReadonlySet<string>;
}

/** What is to be stored; the head comes with it. */
type Decided = Omit<Decision, 'head'>;

/** True after a commit that may have opened a gate for its author, or changed the record that all views rest on. */
export function changesLenses({ post, room }: Commit): boolean {
  return room !== null || post?.unlocked !== undefined;
}

/** Opens the authority for one discussion. There may be several over one storage: the storage keeps them in order. */
export function createRoom(options: RoomOptions): Room {
  const { key, discussion: id, guestPosts, keptIn, storage, now = Date.now, pause = async () => {} } = options;
  const listeners = new Set<RoomListener>();
  /** One after the other, so that nobody is shown more than they should be. */
  const offering = createInTurn();

  const record = (about: About): StoredDiscussion => ({
    id,
    ...about,
    guestPosts,
    ...(keptIn !== undefined && { keptIn }),
  });
  const outlook = createOutlook({ storage, key, record, now });
  const { known, narrow, lensFor } = outlook;
  const windows = createWindows(storage, key, outlook);
  /** What decides about commands that need no record. */
  const nowhere = record(unknown);
  const changes = (slice: Slice, from: string | null, lens: Lens): Changes => ({
    from,
    to: slice.head,
    posts: viewOf(slice.posts, lens),
    room: discussionFor(record(slice.about), lens),
  });

  async function mine(person: Person): Promise<Mine> {
    const marks = await storage.marks(key, person.id);
    const read = { read: marks.map((mark) => mark.id) };
    const room = await known();
    if (room === null) return read;
    const lens = await lensFor(person, room);
    const { posts } = room;
    const list = standings(lens, record(room.about), posts, marks);
    const waiting = waitingFor(lens, posts, now());
    return {
      ...read,
      ...(list.length > 0 && { prompts: list }),
      ...(waiting.length > 0 && { waiting: waiting.map((post) => post.id) }),
    };
  }

  async function prepare(command: LogCommand, person: Person): Promise<BeforeCommit> {
    const room = await known();
    const subject = subjectOf(command);
    const stored = room?.posts.get(subject ?? '');
    const post = stored && command.type === 'create' ? placed(stored, room?.about.moved) : stored;
    return {
      worth: room === null ? undefined : worthIn(room, command, post, person.id),
      sketch: room === null ? undefined : sketchIn(room, command),
      root: command.type !== 'help' ? null : ((await storage.threadOf(key, command.id))[0]?.id ?? null),
      inUse: command.type === 'arrange' && room !== null ? gatesInUse(room) : new Set(),
    };
  }

  async function change(lens: Lens, command: PostCommand | RoomCommand): Promise<Changes> {
    const viewer = lens.person;
    if (viewer === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
    options.throttle?.(viewer, command);
    const { worth, sketch, root, inUse } = await prepare(command, viewer);
    const through = await narrow(lens);
    const subject = subjectOf(command);
    return commit(through, viewer, command, [subject, root], (standing, time) => {
      const discussion = record(standing.about);
      const stored = subject === null ? undefined : standing.found.get(subject);
      const there = stored && placed(stored, discussion.moved);
      const circle: Circle = { discussion, subject: there, root: standing.found.get(root ?? ''), inUse, at: time };
      allow(through, command, circle);
      const at = new Date(time).toISOString();
      const page = pageOf(discussion, 'page' in command ? command.page : undefined, viewer, options.origins ?? []);
      if (isRoomCommand(command)) {
        const about = aboutOf({
          ...arrange(discussion, command, { author: viewer, at, post: stored, inUse }),
          ...page,
        });
        return { order: standing.order, post: null, about };
      }
      const isNew = command.type === 'create';
      const order = isNew ? Math.max(standing.order + 1, Math.trunc(time)) : standing.order;
      const circumstances = { author: viewer, at, order, discussion, parent: isNew ? there : undefined, worth, sketch };
      const about = aboutAfter(command, discussion, page);
      return { order, post: decide(isNew ? undefined : stored, command, circumstances), about };
    });
  }

  /** Commits one decision, tells it, and answers with what the viewer sees of it. */
  async function commit(
    lens: Lens,
    viewer: Person,
    command: LogCommand,
    reads: readonly (string | null)[],
    decideOn: (standing: Standing, time: number) => Decided,
  ): Promise<Changes> {
    const print = printOf(command);
    const ids = reads.filter((one) => one !== null);
    const attempt = { room: key, op: command.op, by: viewer.id, print, reads: [...new Set(ids)] };
    let before: About = nowhere;
    const outcome = await storage.commit(attempt, (standing) => {
      const { order, post, about } = decideOn(standing, now());
      before = standing.about;
      return { head: nextHead(standing.head, command.op, { post, about }), order, post, about };
    });
    if (outcome.kind === 'known') {
      if (outcome.by !== viewer.id || outcome.print !== print)
        throw new DiscussionError('conflict', 'this op was used for something else');
      return { from: outcome.head, to: outcome.head, posts: [] };
    }
    const { post, about } = outcome.decision;
    outlook.keep(outcome.to, about ?? before);
    const done: Commit = {
      from: outcome.from,
      to: outcome.to,
      post,
      room: about === null || command.type === 'invite' ? null : record(about),
    };
    for (const listener of listeners) listener.commit(done);
    void tellMine(viewer, done, command);
    // Where everybody must look anew, whoever asked must, too: the answer says only where the history is.
    if ((about?.epoch ?? before.epoch) !== before.epoch) return { from: done.to, to: done.to, posts: [] };
    return changesFor(done, lens);
  }

  /** Tells of all whose own standing a commit of a post may have changed. */
  async function tellMine(viewer: Person, { post }: Commit, command: LogCommand): Promise<void> {
    const room = listeners.size === 0 ? null : await known().catch(() => null);
    if (room === null) return;
    for (const person of concernedBy(viewer, command, post, room.posts)) {
      // Who does not see what was done is not told when it was.
      if (post !== null && seen(post, await lensFor(person, room)) === null) continue;
      for (const listener of listeners) listener.mine(person.id);
    }
  }

  /** Shows a waiting post to somebody who came to the end of reading, where one waits that they may answer. */
  async function offer(lens: Lens, command: OfferCommand): Promise<Changes> {
    const viewer = lens.person;
    const head = await storage.head(key);
    const nothing = { from: head, to: head, posts: [] };
    allow(lens, command, { discussion: nowhere, subject: undefined, at: now() });
    if (viewer === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
    options.throttle?.(viewer, command);
    const room = await known();
    const through = await narrow(lens, room?.about);
    const next = room === null ? null : nextWaiting(through, record(room.about), room.posts, now());
    if (next === null) return nothing;
    return commit(through, viewer, command, [next], ({ found, order }, time) => {
      const post = found.get(next);
      if (post === undefined) throw new DiscussionError('not-found', 'there is no such post');
      const nudge = { personId: viewer.id, at: new Date(time).toISOString(), by: null };
      return { order, post: { ...post, nudges: [...(post.nudges ?? []), nudge] }, about: null };
    });
  }

  async function read(lens: Lens, command: ReadCommand): Promise<Changes> {
    const viewer = lens.person;
    allow(lens, command, { discussion: nowhere, subject: undefined, at: now() });
    if (viewer === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
    options.throttle?.(viewer, command);
    const room = await known();
    const through = await narrow(lens, room?.about);
    const isSeen = (id: string): boolean => {
      const post = room?.posts.get(id);
      return room === null || (post !== undefined && seen(post, through) !== null);
    };
    await storage.mark(key, viewer.id, command.ids.filter(isSeen), new Date(now()).toISOString());
    for (const listener of listeners) listener.mine(viewer.id);
    const head = await storage.head(key);
    return { from: head, to: head, posts: [] };
  }

  return {
    lens: async (person) => lensFor(person, await known()),
    async sync(lens, head, window) {
      const asked = window === undefined ? undefined : parseWindow(window);
      const since = head === null ? null : await storage.since(key, head);
      // Where everybody must look anew, what changed since is not enough.
      const later = since !== null && (since.about.epoch ?? 0) !== lens.epoch ? null : since;
      const seenNow = async (slice: Slice): Promise<Changes> =>
        changes(slice, slice === later ? head : null, await narrow(lens, slice.about));
      if (later !== null) return seenNow(later);
      if (asked === undefined) return seenNow(await storage.everything(key));
      const { slice, more } = await windows.first(lens, asked);
      return { ...(await seenNow(slice)), more };
    },
    older: (lens, more) => windows.older(lens, more),
    async submit(lens, data) {
      const command: Command = parseCommand(data);
      if (command.type === 'read') return read(lens, command);
      if (command.type === 'offer') return offering(() => offer(lens, command));
      return change(lens, command);
    },
    head: () => storage.head(key),
    mine,
    async evidence(viewer, of) {
      const people = peopleFor(viewer, of);
      const room = await known();
      if (room === null) return [];
      const { about, head, posts } = room;
      const source = { discussion: id, head, record: about, posts: new Map(posts) };
      return recordsOf(source, people, (person) => storage.marks(key, person), pause);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
