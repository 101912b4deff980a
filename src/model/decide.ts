// What a command makes of a post. The room runs it for truth, the store for speed; neither asks here who may.
// What a command makes of the discussion's own record is in arrange.ts.
import type { Worth } from './evidence.ts';
import type { Kind, Move } from './moves.ts';
import type { Act, CreateCommand, Discussion, Endorsement, Evidence, Person, PostCommand, StoredPost } from './post.ts';
import { opensGate, stageAt, type Prompt, type StageName } from './prompt.ts';

/** What the authority adds to a command: never taken from one. */
export interface Circumstances {
  readonly author: Person;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The place in the log that a new post takes. */
  readonly order: number;
  readonly discussion: Pick<Discussion, 'guestPosts' | 'prompts'>;
  /** The post that a reply answers. */
  readonly parent?: StoredPost | undefined;
  /** What the body is worth as evidence; left out where nobody asks, as in the store. */
  readonly worth?: Worth | undefined;
  /** What is kept of the bodies of a post that is removed; left out where they counted for nothing. */
  readonly sketch?: string | undefined;
}

/** Bodies that are kept of one post besides the newest: the first, and the last of the others. */
const versionsKept = 20;

/** Whether this person's words wait for a facilitator here. */
function isHeld(author: Person, { guestPosts }: Circumstances['discussion']): boolean {
  return author.role === 'guest' && guestPosts === 'held';
}

const promptOf = (id: string | undefined, { prompts }: Circumstances['discussion']): Prompt | undefined =>
  prompts?.find((prompt) => prompt.id === id);

/** Where a new post stands: a first post at the stage its prompt is at, a reply where its thread is. */
function placeOf(command: CreateCommand, { at, discussion, parent }: Circumstances): StoredPost['prompt'] {
  const here = parent?.prompt;
  const prompt = promptOf(parent === undefined ? command.promptId : here?.id, discussion);
  const stage = here?.stage ?? (prompt && stageAt(prompt, Date.parse(at))?.name);
  return prompt === undefined || stage === undefined ? here : { id: prompt.id, version: prompt.version, stage };
}

/** The post with what its body is worth now, and the gates opened that it meets. */
function weighed(post: StoredPost, { at, discussion, worth }: Circumstances): StoredPost {
  if (worth === undefined || post.prompt === undefined) return post;
  const as: Kind | Move | null = post.kind ?? post.move ?? null;
  const { words, isOwn, flaw } = worth;
  const evidence: Evidence = { at, words, isOwn, ...(flaw !== undefined && { flaw }), as };
  const met = gatesMet(post, words, promptOf(post.prompt.id, discussion));
  return {
    ...post,
    evidence: [...(post.evidence ?? []), evidence],
    ...(met.length > 0 && { unlocked: { ...Object.fromEntries(met.map((stage) => [stage, at])), ...post.unlocked } }),
  };
}

/** The gates that a post meets: of its own stage and, for whoever comes late, of those before. */
function gatesMet({ prompt, parentId, kind }: StoredPost, words: number, to?: Prompt): StageName[] {
  const stages = to?.stages ?? [];
  const until = parentId === null ? stages.findIndex(({ name }) => name === prompt?.stage) : -1;
  return stages
    .slice(0, until + 1)
    .filter(({ gate }) => opensGate(gate, words, kind))
    .map(({ name }) => name);
}

function created(command: CreateCommand, now: Circumstances): StoredPost {
  const { author, at, order, discussion, parent } = now;
  const held = isHeld(author, discussion);
  const place = placeOf(command, now);
  const isPrivate = command.isPrivate === true || command.move === 'thank' || parent?.isPrivate === true;
  const rootId = parent === undefined ? command.op : parent.rootId;
  return {
    id: command.op,
    parentId: command.parentId,
    author,
    body: command.body,
    createdAt: at,
    editedAt: null,
    revision: 1,
    order,
    ...(command.kind !== undefined && { kind: command.kind }),
    ...(command.move !== undefined && { move: command.move }),
    ...(place !== undefined && { prompt: place }),
    ...(isPrivate && { isPrivate: true as const }),
    state: held ? 'held' : 'shown',
    published: !held,
    ...(!held && { publishedAt: at }),
    ...(rootId !== undefined && { rootId }),
    ...(parent !== undefined && { answers: parent.author.id }),
  };
}

/** The endorsements after one was given or taken back: a person has at most one of a kind that stands. */
function endorsed(post: StoredPost, given: Endorsement, isGiven: boolean): readonly Endorsement[] {
  const others = (post.endorsements ?? []).map((one) =>
    one.kind === given.kind && one.by.id === given.by.id && one.revokedAt === undefined
      ? { ...one, revokedAt: given.at }
      : one,
  );
  return isGiven ? [...others, given] : others;
}

/** The post with one more act in its log, where it was a facilitator's. */
function logged(post: StoredPost, { author, at }: Circumstances, type: string, set: string, note = ''): StoredPost {
  if (author.role !== 'facilitator') return post;
  const act: Act = { type, by: { id: author.id, name: author.name }, at, set, note };
  return { ...post, acts: [...(post.acts ?? []), act] };
}

/** The post without these fields. */
function without<K extends keyof StoredPost>(post: StoredPost, ...fields: readonly K[]): Omit<StoredPost, K> {
  const rest: Partial<StoredPost> = { ...post };
  for (const field of fields) delete (rest as Record<string, unknown>)[field];
  return rest as Omit<StoredPost, K>;
}

function edited(post: StoredPost, body: string, now: Circumstances): StoredPost {
  const held = post.state === 'held' || (post.state === 'shown' && isHeld(now.author, now.discussion));
  const [first, ...later] = [...(post.earlier ?? []), { body: post.body, at: post.editedAt ?? post.createdAt }];
  const earlier = [...(first === undefined ? [] : [first]), ...later.slice(1 - versionsKept)];
  return weighed(
    { ...post, body, editedAt: now.at, revision: post.revision + 1, earlier, state: held ? 'held' : post.state },
    now,
  );
}

/**
 * The post after the command. Pure; expects a command that `allow()` let pass.
 * @param post the post as it is; undefined where the command creates one
 */
export function decide(post: StoredPost | undefined, command: PostCommand, now: Circumstances): StoredPost {
  const { author, at } = now;
  if (command.type === 'create') return weighed(created(command, now), now);
  if (post === undefined) throw new TypeError(`${command.type} needs a post`);
  const goneAt = post.goneAt ?? at;
  switch (command.type) {
    case 'edit':
      return edited(post, command.body, now);
    case 'remove': {
      const rest = without(post, 'reason', 'earlier', 'pinned', 'endorsements', 'nudges', 'settledAt');
      const { sketch = post.sketch } = now;
      return { ...rest, body: '', state: 'removed', goneAt, ...(sketch !== undefined && { sketch }) };
    }
    case 'moderate': {
      const rest = without(post, 'reason');
      const publishedAt = post.publishedAt ?? at;
      const next: StoredPost =
        command.state === 'shown'
          ? { ...rest, state: 'shown', published: true, publishedAt }
          : { ...rest, state: 'hidden', reason: command.reason, goneAt };
      return logged(next, now, 'moderate', command.state, command.reason);
    }
    case 'classify': {
      const rest = without(post, 'kind', 'move');
      const field = post.parentId === null ? 'kind' : 'move';
      const next = command.as === null ? rest : { ...rest, [field]: command.as };
      return logged(weighed(next, now), now, 'classify', command.as ?? '');
    }
    case 'endorse': {
      const given: Endorsement = { kind: 'endorsed', by: author, at, reason: command.reason, note: command.note };
      const endorsements = endorsed(post, given, command.isEndorsed);
      return logged({ ...post, endorsements }, now, 'endorse', String(command.isEndorsed), command.note);
    }
    case 'help': {
      const given: Endorsement = { kind: 'helped', by: author, at, reason: null, note: '' };
      return { ...post, endorsements: endorsed(post, given, command.hasHelped) };
    }
    case 'settle': {
      const rest = without(post, 'settledAt');
      const next = command.isSettled ? { ...rest, settledAt: at } : rest;
      return logged(next, now, 'settle', String(command.isSettled));
    }
    case 'pin': {
      const rest = without(post, 'pinned');
      const next = command.isPinned ? { ...rest, pinned: { by: author, at, note: command.note } } : rest;
      return logged(next, now, 'pin', String(command.isPinned), command.note);
    }
    case 'invite': {
      const { personId, isInvited } = command;
      const others = (post.nudges ?? []).filter((nudge) => nudge.by === null || nudge.personId !== personId);
      const nudge = { personId, at, by: { id: author.id, name: author.name } };
      const nudges = isInvited ? [...others, nudge] : others;
      return logged({ ...post, nudges }, now, 'invite', `${personId} ${isInvited}`);
    }
    case 'void': {
      const rest = without(post, 'voided');
      const next = command.isVoid ? { ...rest, voided: { at, reason: command.reason } } : rest;
      return logged(next, now, 'void', String(command.isVoid), command.reason);
    }
  }
}
