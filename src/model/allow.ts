// What the room refuses, of whom: by who may do what (may.ts, which the panel hides by) and by every limit. What then
// happens is in decide.ts, what a prompt may be in check-prompt.ts.
import { checkBody } from './check-body.ts';
import { checkArrange } from './check-prompt.ts';
import { checkText, limits } from './check-text.ts';
import { DiscussionError, invalid } from './errors.ts';
import {
  mayAnswer,
  mayBeHelped,
  mayChange,
  mayClassify,
  mayEndorse,
  mayModerate,
  mayPost,
  mayReply,
  maySettle,
  subjectOf,
} from './may.ts';
import { isKind, isMove } from './moves.ts';
import type { Command, CreateCommand, Person, StoredDiscussion, StoredPost } from './post.ts';
import { isPost, seen, type Lens } from './view.ts';

export { checkBody } from './check-body.ts';
export { checkDiscussionId, checkGuest } from './check-entry.ts';
export { checkText, hasVisibleText, limits } from './check-text.ts';
export * from './may.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a room knows when it judges a command. */
export interface Circle {
  readonly discussion: StoredDiscussion;
  /** The post that `subjectOf(command)` names, where there is one. */
  readonly subject: StoredPost | undefined;
  /** The first post of the subject's thread; only with `help`. */
  readonly root?: StoredPost | undefined;
  /** Gates that posts stand behind; only with `arrange`. */
  readonly inUse?: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

function checkPersonId(id: string): void {
  if (id === '' || id.length > limits.personIdLength)
    throw invalid('personId', 'malformed', 'personId is not that of a person');
}

const forbidden = (message: string): DiscussionError => new DiscussionError('forbidden', message);
const promptClosed = (): DiscussionError =>
  new DiscussionError('forbidden', 'this prompt is closed', { field: 'promptId' });

/** Refuses what may not be done with a post of this place, kind or move. */
function allowCreate(person: Person, command: CreateCommand, { discussion, subject }: Circle): void {
  if (!mayPost(person, discussion)) throw forbidden('guests may not write here');
  const { kind, move, promptId } = command;
  if (subject !== undefined) {
    if (subject.state !== 'shown') throw forbidden('this post cannot be answered');
    if (!mayReply(person, subject, discussion)) throw promptClosed();
    if (kind !== undefined) throw invalid('kind', 'malformed', 'a reply has a move, not a kind');
    if (promptId !== undefined) throw invalid('promptId', 'malformed', 'a reply belongs to the prompt of its thread');
    const isAsked = command.isPrivate === true && move !== 'thank' && subject.isPrivate !== true;
    if (isAsked && !mayModerate(person)) throw forbidden('only a facilitator may begin a private talk');
  } else {
    if (move !== undefined) throw invalid('move', 'malformed', 'a first post has a kind, not a move');
    if (command.isPrivate === true) throw invalid('isPrivate', 'malformed', 'only a reply can be private');
    if (promptId !== undefined) {
      const prompt = discussion.prompts?.find(({ id }) => id === promptId);
      const isThere = prompt !== undefined && (prompt.state !== 'draft' || mayModerate(person));
      if (!isThere) throw new DiscussionError('not-found', 'there is no such prompt', { field: 'promptId' });
      if (prompt.state === 'draft') throw forbidden('nobody writes to a draft');
      if (!mayAnswer(person, promptId, discussion)) throw promptClosed();
      if (prompt.kinds.length > 0 && !mayModerate(person)) {
        if (kind === undefined) throw invalid('kind', 'missing', 'this prompt asks what the post is');
        if (!prompt.kinds.includes(kind)) throw invalid('kind', 'malformed', 'this prompt does not ask for that kind');
      }
    }
  }
  checkBody(command.body);
}

/** Refuses what only some may do with a post that is there. */
function allowAct(person: Person, command: Command, circle: Circle, post: StoredPost): void {
  const { discussion, root } = circle;
  switch (command.type) {
    case 'edit':
    case 'remove':
      if (!mayChange(person, post)) throw forbidden('this is not your post');
      if (command.type === 'remove') return;
      checkBody(command.body);
      if (command.revision !== post.revision)
        throw new DiscussionError(
          'conflict',
          `made from revision ${command.revision}, the post is at ${post.revision}`,
        );
      return;
    case 'classify': {
      if (!mayClassify(person, post)) throw forbidden('this is not your post');
      const isFitting = command.as === null || (post.parentId === null ? isKind(command.as) : isMove(command.as));
      // A thank is private from the beginning or not at all.
      const isThank = command.as === 'thank' || post.move === 'thank';
      if (!isFitting || isThank) throw invalid('as', 'malformed', 'this post cannot be that');
      const prompt = discussion.prompts?.find(({ id }) => id === post.prompt?.id);
      const allowed = post.parentId === null ? (prompt?.kinds ?? []) : [];
      if (allowed.length > 0 && !allowed.some((kind) => kind === command.as))
        throw invalid('as', 'malformed', 'this prompt does not ask for that kind');
      return;
    }
    case 'endorse':
      if (!mayEndorse(person, post)) throw forbidden('this is not yours to endorse');
      if (command.note !== '' || (command.isEndorsed && command.reason === null))
        checkText('note', command.note, limits.reasonLength);
      return;
    case 'help':
      if (root === undefined || !mayBeHelped(person, post, root)) throw forbidden('only who asked says what helped');
      return;
    case 'settle':
      if (!maySettle(person, post)) throw forbidden('this is not your question');
      return;
    default:
      if (!mayModerate(person)) throw forbidden('only a facilitator may do this');
  }
  if (command.type === 'moderate' && command.state === 'hidden')
    checkText('reason', command.reason, limits.reasonLength);
  if (command.type === 'void' && command.isVoid) checkText('reason', command.reason, limits.reasonLength);
  if (command.type === 'pin') {
    if (post.parentId !== null) throw invalid('id', 'malformed', 'only the first post of a thread can be pinned');
    if (command.note !== '') checkText('note', command.note, limits.reasonLength);
  }
  if (command.type === 'invite') checkPersonId(command.personId);
  if (command.type === 'transfer') {
    const prompt = discussion.prompts?.find(({ id }) => id === command.promptId);
    if (prompt === undefined) throw new DiscussionError('not-found', 'there is no such prompt', { field: 'promptId' });
    if (prompt.state === 'draft') throw invalid('promptId', 'malformed', 'a draft holds no threads');
    if (post.parentId !== null || post.prompt === undefined)
      throw invalid('id', 'malformed', 'only a thread that was written to a prompt can be moved');
  }
}

/**
 * Refuses what this person may not do here, or what breaks a limit.
 * @throws DiscussionError `invalid`, `unauthenticated`, `forbidden`, `not-found`, or `conflict` for a stale revision
 */
export function allow(lens: Lens, command: Command, circle: Circle): void {
  const { person } = lens;
  if (!uuid.test(command.op)) throw invalid('op', 'malformed', 'op is not a lower-case UUID');
  if (person === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
  if (command.type === 'read' && command.ids.length > limits.readIds)
    throw invalid('ids', 'too-long', `more than ${limits.readIds} ids`);
  if (command.type === 'read' || command.type === 'offer') return;
  if (command.type === 'arrange' || command.type === 'attest') {
    if (!mayModerate(person)) throw forbidden('only a facilitator may do this');
    if (command.type === 'arrange') return checkArrange(command.prompt, circle);
    const isThere = circle.discussion.prompts?.some(({ id }) => id === command.promptId) ?? false;
    if (!isThere) throw new DiscussionError('not-found', 'there is no such prompt', { field: 'promptId' });
    checkPersonId(command.personId);
    return checkText('note', command.note, limits.reasonLength); // taken back, too: progress falls by a reason alone
  }
  const { subject } = circle;
  const held = subject === undefined ? null : seen(subject, lens);
  if (subjectOf(command) !== null && (held === null || !isPost(held)))
    throw new DiscussionError('not-found', 'there is no such post', {
      field: command.type === 'create' ? 'parentId' : 'id',
    });
  if (command.type === 'create') allowCreate(person, command, circle);
  else if (subject !== undefined) allowAct(person, command, circle, subject);
}
