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
  /** The command that made it so. */
  readonly op: string;
  /** How many commits of the history there were then. */
  readonly after: number;
}

/** Every post's versions, the oldest first; commits that nobody asked for are left out. */
export type History = ReadonlyMap<string, readonly Version[]>;

/** What a command makes of a post. */
function next(before: Version | undefined, { command, by }: Asked, after: number): Version | null {
  const waits = by.role === 'guest';
  const made = { op: command.op, after };
  if (command.type === 'create') {
    const state = waits ? 'held' : 'shown';
    const { op: id, parentId, body } = command;
    return { id, parentId, authorId: by.id, body, revision: 1, state, wasPublic: !waits, ...made };
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
    if (ask === undefined) continue;
    const id = ask.command.type === 'create' ? op : ask.command.id;
    const versions = history.get(id) ?? [];
    const version = next(versions.at(-1), ask, place + 1);
    if (version !== null) history.set(id, [...versions, version]);
  }
  return history;
}

/** Whether somebody reads the words of a post that stands so. */
export function mayRead(post: Pick<PostRow, 'authorId' | 'state'>, viewer: Person | null): boolean {
  if (post.state === 'removed') return false;
  return post.state === 'shown' || viewer?.role === 'facilitator' || viewer?.id === post.authorId;
}

/** What somebody sees of a version, as a text to compare; null for nothing. */
export function sightOf(version: Version, viewer: Person | null): string | null {
  const { id, parentId, authorId, body, revision, state, wasPublic } = version;
  if (mayRead(version, viewer)) return JSON.stringify([id, parentId, authorId, body, revision, state]);
  const knows = wasPublic || viewer?.role === 'facilitator' || viewer?.id === authorId;
  return knows ? JSON.stringify([id, parentId]) : null;
}

/** The same text, of what a client holds. */
export function printOf(entry: Post | Marker): string {
  if ('removed' in entry) return JSON.stringify([entry.id, entry.parentId]);
  const { id, parentId, author, body, revision, state } = entry;
  return JSON.stringify([id, parentId, author.id, body, revision, state]);
}
