// The rules of a discussion written a second time, in the fewest lines, for the checker: what a history of commits must
// have made of every post. It shares no code with src/model, so that a mistake there does not excuse itself here. What
// facilitators arrange around posts is in record-model.ts.
import type { Marker, Person, Post, StoredPost } from '../../src/model/post.ts';
import type { Asked, CommitRow } from './evidence.ts';
import { emptyRecord, gateOf, nextRecord, stageOf, type Place, type RecordVersion } from './record-model.ts';

/** That somebody stands behind a post. */
interface Claim {
  readonly who: string;
  readonly why: string;
  readonly isRevoked: boolean;
}

/** How a post stood after a commit. */
export interface Version {
  readonly id: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly authorId: string;
  readonly body: string;
  readonly revision: number;
  readonly state: string;
  /** Whether everybody could ever read it. */
  readonly wasPublic: boolean;
  readonly reason: string | null;
  /** Its kind or move. */
  readonly is: string | null;
  readonly isPrivate: boolean;
  /** Where it was written. */
  readonly place: Place | null;
  /** Gates that it opened for its author. */
  readonly unlocked: readonly string[];
  /** Whether a facilitator wrote it, and whom it answers: such posts stand in front of a gate. */
  readonly isByStaff: boolean;
  readonly answers: string | null;
  readonly pinned: string | null;
  readonly isSettled: boolean;
  readonly claims: readonly Claim[];
  readonly earlier: readonly string[];
  readonly voided: string | null;
  readonly nudged: readonly string[];
  readonly acts: readonly string[];
  /** The command that made it so. */
  readonly op: string;
  /** How many commits of the history there were then. */
  readonly after: number;
}

/** A step of the history, and what stood before it. */
export interface Step {
  readonly ask: Asked;
  /** The post it is about, or answers, and the first of that one's thread. */
  readonly about: Version | undefined;
  readonly root: Version | undefined;
  /** How the prompt stood that a new post belongs to; null where it belongs to none. */
  readonly prompt: string | null;
}

/** Every post's versions, and the record's, the oldest first; commits that nobody asked for are left out. */
export interface History {
  readonly length: number;
  readonly posts: ReadonlyMap<string, readonly Version[]>;
  readonly records: readonly RecordVersion[];
  readonly steps: readonly Step[];
}

const blank = {
  ...{ reason: null, pinned: null, isSettled: false, claims: [], earlier: [], voided: null, nudged: [], acts: [] },
};

/** Gates of a prompt that a first post opens: of its stage, and of those before. */
function opens(version: Version, { prompts }: RecordVersion): Version {
  const { place, parentId } = version;
  const stages = prompts.get(place?.id ?? '')?.stages ?? [];
  const until = stages.findIndex(({ name }) => name === place?.stage);
  if (place === null || parentId !== null || until < 0) return version;
  const met = stages.slice(0, until + 1).filter(({ gate }) => gate.type === 'post-first');
  const keys = met.map(({ name }) => gateOf({ id: place.id, stage: name }));
  return { ...version, unlocked: [...new Set([...version.unlocked, ...keys])] };
}

function created(parent: Version | undefined, { command, by }: Asked, record: RecordVersion): Version | null {
  if (command.type !== 'create') return null;
  const { op: id, parentId, body, kind, move, promptId } = command;
  const isHeld = by.role === 'guest';
  const here = parent === undefined ? null : placeIn(parent, record);
  const prompt = record.prompts.get(here?.id ?? promptId ?? '');
  const place =
    prompt === undefined ? here : { id: prompt.id, version: prompt.version, stage: here?.stage ?? stageOf(prompt) };
  const isPrivate = command.isPrivate === true || move === 'thank' || parent?.isPrivate === true;
  return {
    ...{ id, parentId, rootId: parent?.rootId ?? id, authorId: by.id, body, revision: 1, ...blank, op: id, after: 0 },
    ...{ state: isHeld ? 'held' : 'shown', wasPublic: !isHeld, is: kind ?? move ?? null, isPrivate, place },
    ...{ unlocked: [], isByStaff: by.role === 'facilitator', answers: parent?.authorId ?? null },
  };
}

/** The claims after somebody made one of a kind, or took it back. */
function claimed(before: readonly Claim[], who: string, why: string, isGiven: boolean): readonly Claim[] {
  const others = before.map((claim) => (claim.who === who ? { ...claim, isRevoked: true } : claim));
  return isGiven ? [...others, { who, why, isRevoked: false }] : others;
}

/** What a command makes of a post that is there. */
function changed(before: Version, { command, by }: Asked): Version {
  const acts = [...before.acts, command.type];
  switch (command.type) {
    case 'remove':
      return { ...before, ...blank, voided: before.voided, acts: before.acts, body: '', state: 'removed' };
    case 'edit': {
      const state = before.state === 'shown' && by.role === 'guest' ? 'held' : before.state;
      const earlier = [...before.earlier, before.body];
      return { ...before, body: command.body, revision: before.revision + 1, earlier, state };
    }
    case 'moderate': {
      const { state } = command;
      const reason = state === 'hidden' ? command.reason : null;
      return { ...before, state, reason, wasPublic: before.wasPublic || state === 'shown', acts };
    }
    case 'classify':
      return { ...before, is: command.as };
    case 'endorse': {
      const why = `${command.reason} ${command.note}`;
      return { ...before, claims: claimed(before.claims, `endorsed by ${by.id}`, why, command.isEndorsed) };
    }
    case 'help':
      return { ...before, claims: claimed(before.claims, `helped by ${by.id}`, 'null ', command.hasHelped) };
    case 'settle':
      return { ...before, isSettled: command.isSettled };
    case 'pin':
      return { ...before, pinned: command.isPinned ? `${by.id} ${command.note}` : null, acts };
    case 'invite': {
      const others = before.nudged.filter((id) => id !== command.personId);
      return { ...before, nudged: command.isInvited ? [...others, command.personId] : others, acts };
    }
    case 'void':
      return { ...before, voided: command.isVoid ? command.reason : null, acts };
    default:
      return before;
  }
}

/** Carries a history out again. */
export function replay(commits: readonly CommitRow[], asked: ReadonlyMap<string, Asked>): History {
  const posts = new Map<string, Version[]>();
  const records: RecordVersion[] = [emptyRecord];
  const steps: Step[] = [];
  const last = (id: string | null): Version | undefined => posts.get(id ?? '')?.at(-1);
  for (const [place, { op }] of commits.entries()) {
    const ask = asked.get(op);
    const record = records.at(-1) ?? emptyRecord;
    if (ask === undefined) continue;
    const { command } = ask;
    const after = place + 1;
    const about = last(command.type === 'create' ? command.parentId : 'id' in command ? command.id : null);
    const promptId = command.type === 'create' ? (placeIn(about, record)?.id ?? command.promptId) : undefined;
    const prompt = promptId === undefined ? null : (record.prompts.get(promptId)?.state ?? 'draft');
    steps.push({ ask, about, root: last(about?.rootId ?? null), prompt });
    if (command.type === 'arrange' || command.type === 'attest' || command.type === 'transfer') {
      const there = [...posts.values()].flatMap((versions) => placeIn(versions[0], record) ?? []);
      const moved = command.type === 'transfer' ? placeIn(about, record) : null;
      records.push(nextRecord(record, ask, after, new Set(there.map(gateOf)), moved));
      continue;
    }
    const next = command.type === 'create' ? created(about, ask, record) : about && changed(about, ask);
    if (next === null || next === undefined) continue;
    const mayOpen = command.type === 'create' || command.type === 'edit' || command.type === 'classify';
    const version = { ...(mayOpen ? opens(next, record) : next), op, after };
    const versions = posts.get(version.id);
    if (versions === undefined) posts.set(version.id, [version]);
    else versions.push(version);
  }
  return { length: commits.length, posts, records, steps };
}

/** Where a post stands under a record: where its thread was moved to, or where it was written. */
export function placeIn(version: Version | undefined, { moved }: RecordVersion): Place | null {
  if (version === undefined || version.place === null) return null;
  return moved.get(version.rootId) ?? version.place;
}

/** When somebody opened which gates, in commits. */
export function openedBy({ posts }: History, viewer: Person | null): ReadonlyMap<string, number> {
  const opened = new Map<string, number>();
  for (const versions of posts.values())
    for (const { authorId, unlocked, after } of versions)
      for (const key of authorId === viewer?.id ? unlocked : [])
        opened.set(key, Math.min(opened.get(key) ?? Infinity, after));
  return opened;
}

const isStaffs = (viewer: Person | null): boolean => viewer?.role === 'facilitator';

/** Whether somebody reads the words of a post that stands so, where no gate keeps them. */
export function mayRead(version: Version, viewer: Person | null): boolean {
  const { state, authorId, isPrivate, answers } = version;
  const isFull = isStaffs(viewer) || viewer?.id === authorId;
  if (state === 'removed' || (isPrivate && !isFull && (viewer === null || answers !== viewer.id))) return false;
  return state === 'shown' || isFull;
}

/** What somebody sees of a version, as a text to compare; null for nothing. */
export function sightOf(
  version: Version,
  viewer: Person | null,
  record: RecordVersion = emptyRecord,
  closed: ReadonlySet<string> = new Set(),
): string | null {
  const { id, parentId, authorId, body, revision, state, wasPublic, isByStaff, isPrivate, answers } = version;
  const isStaff = isStaffs(viewer);
  const isFull = isStaff || viewer?.id === authorId;
  const isTheirs = viewer !== null && answers === viewer.id;
  const place = placeIn(version, record);
  const isBehind = place !== null && closed.has(gateOf(place)) && !(isByStaff && (parentId === null || isTheirs));
  if (!isFull && ((isPrivate && !isTheirs) || isBehind)) return null;
  if (!mayRead(version, viewer)) return wasPublic || isFull ? JSON.stringify([id, parentId]) : null;
  return JSON.stringify([id, parentId, authorId, body, revision, state, ...marksIn(version, place, isFull, isStaff)]);
}

/** All that is said of a version besides its words, as far as its author (`isFull`) or staff is told. */
export function marksIn(
  { is, isPrivate, pinned, isSettled, claims, reason, earlier, voided, nudged, acts }: Version,
  place: Place | null,
  isFull = true,
  isStaff = true,
): string[] {
  return [
    ...(is === null ? [] : [`is ${is}`]),
    ...(isPrivate ? ['private'] : []),
    ...(place === null ? [] : [`at ${place.id} ${place.version} ${place.stage}`]),
    ...(pinned === null ? [] : [`pinned by ${pinned}`]),
    ...(isSettled ? ['settled'] : []),
    ...claims
      .filter(({ isRevoked }) => isStaff || !isRevoked)
      .map(({ who, why, isRevoked }) => `${who}: ${why}${isRevoked ? ', taken back' : ''}`),
    ...(reason === null ? [] : [`because ${reason}`]),
    ...(isFull ? earlier.map((body) => `earlier ${body}`) : []),
    ...(isFull && voided !== null ? [`void: ${voided}`] : []),
    ...(isStaff ? [...nudged.map((id) => `shown to ${id}`), ...acts.map((act) => `act ${act}`)] : []),
  ];
}

/** Acts that only a facilitator can do: of others nobody knows which role did them once roles change. */
const staffActs = new Set(['moderate', 'pin', 'invite', 'void']);

/** The same, of what is stored or held. */
export function marksOf(post: Partial<Omit<StoredPost, 'state'>>): string[] {
  const { kind, move, isPrivate, prompt, pinned, settledAt, endorsements, reason, earlier, voided, nudges, acts } =
    post;
  const marks: string[] = [];
  const is = kind ?? move;
  if (is !== undefined) marks.push(`is ${is}`);
  if (isPrivate === true) marks.push('private');
  if (prompt !== undefined) marks.push(`at ${prompt.id} ${prompt.version} ${prompt.stage}`);
  if (pinned !== undefined) marks.push(`pinned by ${pinned.by.id} ${pinned.note}`);
  if (settledAt !== undefined) marks.push('settled');
  for (const { kind: claim, by, reason: why, note, revokedAt } of endorsements ?? [])
    marks.push(`${claim} by ${by.id}: ${why} ${note}${revokedAt === undefined ? '' : ', taken back'}`);
  if (reason !== undefined) marks.push(`because ${reason}`);
  for (const { body } of earlier ?? []) marks.push(`earlier ${body}`);
  if (voided !== undefined) marks.push(`void: ${voided.reason}`);
  for (const { personId } of nudges ?? []) marks.push(`shown to ${personId}`);
  for (const { type } of acts ?? []) if (staffActs.has(type)) marks.push(`act ${type}`);
  return marks;
}

/** What a client holds, as the text that `sightOf` makes. */
export function printOf(entry: Post | Marker): string {
  if ('removed' in entry) return JSON.stringify([entry.id, entry.parentId]);
  const { id, parentId, author, body, revision, state } = entry;
  return JSON.stringify([id, parentId, author.id, body, revision, state, ...marksOf(entry)]);
}
