// The rules of a discussion written a second time, in the fewest lines, for the checker: what a history of commits must
// have made of every post. It shares no code with src/model, so that a mistake there does not excuse itself here.
import type { Marker, Person, Post } from '../../src/model/post.ts';
import type { Asked, CommitRow, PostRow } from './evidence.ts';

/** How a post stood after a commit. */
export interface Version {
  readonly id: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly body: string;
  readonly revision: number;
  readonly state: string;
  /** Whether everybody could ever read it. */
  readonly wasPublic: boolean;
  /** Whether it stands behind a gate: in the thread of an answer to a prompt. */
  readonly isGated: boolean;
  /** Whether a facilitator wrote it, and whom it answers: such posts stand in front of a gate. */
  readonly isByStaff: boolean;
  readonly answers: string | null;
  /** The command that made it so. */
  readonly op: string;
  /** How many commits of the history there were then. */
  readonly after: number;
}

/** Every post's versions, the oldest first; commits that nobody asked for are left out. */
export type History = ReadonlyMap<string, readonly Version[]>;

/** What a command makes of a post. */
function next(
  before: Version | undefined,
  parent: Version | undefined,
  { command, by }: Asked,
  after: number,
): Version | null {
  const waits = by.role === 'guest';
  const made = { op: command.op, after };
  if (command.type === 'create') {
    const state = waits ? 'held' : 'shown';
    const { op: id, parentId, body } = command;
    const isGated = command.promptId !== undefined || parent?.isGated === true;
    const gate = { isGated, isByStaff: by.role === 'facilitator', answers: parent?.authorId ?? null };
    return { id, parentId, authorId: by.id, body, revision: 1, state, wasPublic: !waits, ...gate, ...made };
  }
  if (before === undefined) return null;
  if (command.type === 'remove') return { ...before, body: '', state: 'removed', ...made };
  if (command.type === 'edit') {
    const state = before.state === 'shown' && waits ? 'held' : before.state;
    return { ...before, body: command.body, revision: before.revision + 1, state, ...made };
  }
  if (command.type !== 'moderate') return { ...before, ...made };
  return { ...before, state: command.state, wasPublic: before.wasPublic || command.state === 'shown', ...made };
}

/** Carries a history out again. */
export function replay(commits: readonly CommitRow[], asked: ReadonlyMap<string, Asked>): History {
  const history = new Map<string, Version[]>();
  for (const [place, { op }] of commits.entries()) {
    const ask = asked.get(op);
    if (ask === undefined || ask.command.type === 'arrange') continue;
    const { command } = ask;
    const id = command.type === 'create' ? op : command.id;
    const versions = history.get(id) ?? [];
    const parent = command.type === 'create' ? history.get(command.parentId ?? '')?.at(-1) : undefined;
    const version = next(versions.at(-1), parent, ask, place + 1);
    if (version !== null) history.set(id, [...versions, version]);
  }
  return history;
}

/** Whether somebody reads the words of a post that stands so. */
export function mayRead(post: Pick<PostRow, 'authorId' | 'state'>, viewer: Person | null): boolean {
  if (post.state === 'removed') return false;
  return post.state === 'shown' || viewer?.role === 'facilitator' || viewer?.id === post.authorId;
}

/** Gates open for whoever has answered the prompt. After how many commits that was; 0 where there is none, or never shut. */
export function openSince(history: History, viewer: Person | null): number | null {
  const gated = [...history.values()].flatMap(([first]) => (first?.isGated === true ? [first] : []));
  if (gated.length === 0 || viewer?.role === 'facilitator') return 0;
  const own = gated.filter(({ parentId, authorId }) => parentId === null && authorId === viewer?.id);
  return own.length === 0 ? null : Math.min(...own.map(({ after }) => after));
}

/** What somebody sees of a version with gates open or shut, as a text to compare; null for nothing. */
export function sightOf(version: Version, viewer: Person | null, isOpen = true): string | null {
  const { id, parentId, authorId, body, revision, state, wasPublic, isGated, isByStaff, answers } = version;
  const isFull = viewer?.role === 'facilitator' || viewer?.id === authorId;
  const isInFront = isByStaff && (parentId === null || answers === viewer?.id);
  if (isGated && !isOpen && !isFull && !isInFront) return null;
  if (mayRead(version, viewer)) return JSON.stringify([id, parentId, authorId, body, revision, state]);
  return wasPublic || isFull ? JSON.stringify([id, parentId]) : null;
}

/** The same text, of what a client holds. */
export function printOf(entry: Post | Marker): string {
  if ('removed' in entry) return JSON.stringify([entry.id, entry.parentId]);
  const { id, parentId, author, body, revision, state } = entry;
  return JSON.stringify([id, parentId, author.id, body, revision, state]);
}
