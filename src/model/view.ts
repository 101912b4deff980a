// The one place that says what leaves a room: a stored post or record as one viewer may see it. Every exit goes through
// seen() or discussionFor(): list, live change, page, count, export of a view.
import { gateKey, isOpenAt, type ArrangedPrompt, type Prompt, type PromptPlace } from './prompt.ts';
import type {
  Changes,
  Cursor,
  Discussion,
  Endorsement,
  Marker,
  Person,
  Post,
  StoredDiscussion,
  StoredPost,
} from './post.ts';

/** Viewers who see the same of other people's posts while no gate parts them: peers (guests and nobody in particular are peers), or staff. */
export type ViewClass = 'peers' | 'staff';

/** Which of the two a viewer belongs to. */
export function viewClass(viewer: Person | null): ViewClass {
  return viewer?.role === 'facilitator' ? 'staff' : 'peers';
}

/** Everything that a viewer's view depends on. */
export interface Lens {
  readonly person: Person | null;
  /** Gates (`gateKey()`) that this viewer does not see behind, sorted. */
  readonly closed: readonly string[];
  /** Gates that were shut when it was taken, sorted, opened by this viewer or not; null for those whom no gate keeps out. */
  readonly shut: readonly string[] | null;
  /** Threads that stand elsewhere than they were written, by the id of their first post. */
  readonly moved: Readonly<Record<string, PromptPlace>>;
  /** Raised when everybody must look anew. */
  readonly epoch: number;
}

/** The lens of somebody in a discussion that has no prompts. */
export function plainLens(person: Person | null): Lens {
  return { person, closed: [], shut: isKeptOut(person) ? [] : null, moved: {}, epoch: 0 };
}

/** True where gates keep this person out until they open. */
function isKeptOut(person: Person | null): boolean {
  return person?.role !== 'facilitator' && person?.role !== 'expert';
}

/** The gates that are shut. Nobody writes to a draft: its gates keep nothing back, and their names are for staff. */
function gatesShut({ prompts = [] }: StoredDiscussion, at: number): readonly string[] {
  const asked = prompts.filter(({ state }) => state !== 'draft');
  return asked
    .flatMap(({ id, stages, state }) =>
      stages.filter(({ gate }) => !isOpenAt(gate, at, state)).map(({ name }) => gateKey(id, name)),
    )
    .sort();
}

/**
 * The lens of a viewer.
 * @param opened gates that posts of this viewer have opened, now or ever
 * @param at milliseconds since 1970
 */
export function lensOf(person: Person | null, record: StoredDiscussion, opened: ReadonlySet<string>, at: number): Lens {
  const shut = isKeptOut(person) ? gatesShut(record, at) : null;
  const closed = (shut ?? []).filter((key) => !opened.has(key));
  return { person, closed, shut, moved: record.moved ?? {}, epoch: record.epoch ?? 0 };
}

/**
 * A lens that was taken before the record was as it is now: until it is taken anew, nobody sees behind gates that are new.
 * @param at milliseconds since 1970
 */
export function renewLens(lens: Lens, record: StoredDiscussion, at: number): Lens {
  const { shut } = lens;
  const since = shut === null ? [] : gatesShut(record, at).filter((key) => !shut.includes(key));
  return { ...lens, closed: [...lens.closed, ...since].sort(), moved: record.moved ?? {} };
}

/** Names what all viewers share who see the same of posts that are neither theirs nor meant for them. */
export function audienceOf({ person, closed, shut, epoch }: Lens): string {
  const kind = shut === null && viewClass(person) === 'peers' ? 'experts' : viewClass(person);
  return epoch === 0 && closed.length === 0 ? kind : `${kind} ${epoch} ${closed.join(' ')}`;
}

/** The lens of an audience: somebody of it who wrote nothing. */
export function onlooker(lens: Lens): Lens {
  const isStaff = viewClass(lens.person) === 'staff';
  return { ...lens, person: isStaff ? { id: '', name: '', role: 'facilitator' } : null };
}

/** Names exactly what this viewer's view depends on: a cursor taken under another key means nothing here. */
export function viewKey(lens: Lens): string {
  return `${audienceOf(lens)}:${lens.person?.id ?? ''}`;
}

/** Ids of those who may see more of this post than their audience does. */
export function concerned({ author, answers }: StoredPost): readonly string[] {
  return answers === undefined || answers === author.id ? [author.id] : [author.id, answers];
}

/** True for a post, false for the marker of one that is gone. */
export function isPost(entry: Post | Marker): entry is Post {
  return !('removed' in entry);
}

/** The post as it stands now: at the place that its thread was moved to, where it was. */
export function placed(post: StoredPost, moved: Lens['moved'] = {}): StoredPost {
  const { prompt, rootId } = post;
  const place = rootId !== undefined && Object.hasOwn(moved, rootId) ? moved[rootId] : undefined;
  return prompt === undefined || place === undefined ? post : { ...post, prompt: place };
}

/**
 * True where a gate keeps this post from the viewer. In front of it stand their own posts, what facilitators begin, and
 * what facilitators answer them.
 */
export function isBehindGate(stored: StoredPost, { person, closed, moved }: Lens): boolean {
  const place = closed.length === 0 ? undefined : placed(stored, moved).prompt;
  if (place === undefined || !closed.includes(gateKey(place.id, place.stage))) return false;
  if (stored.author.role !== 'facilitator') return true;
  return stored.parentId !== null && (person === null || stored.answers !== person.id);
}

/** The endorsements that stand; undefined where there are none. */
function standing(endorsements: readonly Endorsement[] = []): readonly Endorsement[] | undefined {
  const given = endorsements.filter(({ revokedAt }) => revokedAt === undefined);
  return given.length === 0 ? undefined : given;
}

/**
 * What this viewer holds of a stored post: the post, the marker of one that was there, or nothing at all.
 * Under one lens it never goes back from something to nothing; that is what makes a snapshot and the changes since
 * equal to a fresh snapshot.
 */
export function seen(stored: StoredPost, lens: Lens): Post | Marker | null {
  const { id, parentId, state } = stored;
  const { person } = lens;
  const isMine = person !== null && person.id === stored.author.id;
  const isStaff = viewClass(person) === 'staff';
  const isFull = isMine || isStaff;
  if (!isFull && stored.isPrivate === true && (person === null || stored.answers !== person.id)) return null;
  if (!isFull && isBehindGate(stored, lens)) return null;
  if (state === 'removed' || (state !== 'shown' && !isFull))
    return stored.published || isFull ? { id, parentId, removed: true } : null;
  const { author, body, createdAt, editedAt, revision, order, reason, kind, move, isPrivate, pinned, settledAt } =
    stored;
  const { earlier, voided, nudges, acts } = stored;
  const { prompt } = placed(stored, lens.moved);
  const endorsements = isStaff ? stored.endorsements : standing(stored.endorsements);
  return {
    ...{ id, parentId, author, body, createdAt, editedAt, revision, order, state },
    ...(reason !== undefined && { reason }),
    ...(kind !== undefined && { kind }),
    ...(move !== undefined && { move }),
    ...(prompt !== undefined && { prompt }),
    ...(isPrivate !== undefined && { isPrivate }),
    ...(pinned !== undefined && { pinned }),
    ...(settledAt !== undefined && { settledAt }),
    ...(endorsements !== undefined && { endorsements }),
    ...(isFull && earlier !== undefined && { earlier }),
    ...(isFull && voided !== undefined && { voided }),
    ...(isStaff && nudges !== undefined && { nudges }),
    ...(isStaff && acts !== undefined && { acts }),
  };
}

/** A prompt as a viewer may see it: its summary only where they see all that it sums up. */
function promptFor(prompt: ArrangedPrompt, { closed }: Lens): Prompt {
  const { id, version, title, text, state, kinds, stages, timeZone, mixer, credit } = prompt;
  const isClosed = stages.some(({ name }) => closed.includes(gateKey(id, name)));
  const summary = isClosed ? null : prompt.summary;
  return { id, version, title, text, state, kinds, stages, timeZone, mixer, credit, summary };
}

/** The discussion's record as this viewer may see it: drafts and acts are for staff. */
export function discussionFor(stored: StoredDiscussion, lens: Lens): Discussion {
  const { id, title, url, guestPosts, keptIn, acts } = stored;
  const isStaff = viewClass(lens.person) === 'staff';
  const prompts = (stored.prompts ?? [])
    .filter(({ state }) => isStaff || state !== 'draft')
    .map((prompt) => promptFor(prompt, lens));
  return {
    ...{ id, title, url, guestPosts },
    ...(keptIn !== undefined && { keptIn }),
    ...(prompts.length > 0 && { prompts }),
    ...(isStaff && acts !== undefined && { acts }),
  };
}

/** One step of a room's history: what every exit starts from. `from` and `to` are heads of that history. */
export interface Commit {
  readonly from: Cursor;
  readonly to: Cursor;
  /** The post as it now is; null where only the discussion's record changed. */
  readonly post: StoredPost | null;
  /** The discussion's record as it now is; null where it did not change. */
  readonly room: StoredDiscussion | null;
}

/** A commit as this viewer may see it; the heads go along even where the view did not change. */
export function changesFor(commit: Commit, lens: Lens): Changes {
  const entry = commit.post === null ? null : seen(commit.post, lens);
  return {
    from: commit.from,
    to: commit.to,
    posts: entry === null ? [] : [entry],
    ...(commit.room !== null && { room: discussionFor(commit.room, lens) }),
  };
}

/** Many stored posts as this viewer may see them, in the order of the log. */
export function viewOf(stored: Iterable<StoredPost>, lens: Lens): (Post | Marker)[] {
  const entries: (Post | Marker)[] = [];
  for (const post of stored) {
    const entry = seen(post, lens);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}
