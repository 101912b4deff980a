// Who may do what, and every limit: the panel hides by it, the room refuses by it. What then happens is in decide.ts.
// What a prompt may be is in check-prompt.ts.
import { checkArrange } from './check-prompt.ts';
import { checkText, limits } from './check-text.ts';
import { DiscussionError, invalid } from './errors.ts';
import { isKind, isMove } from './moves.ts';
import type {
  Command,
  CreateCommand,
  Discussion,
  GuestEntry,
  Person,
  Post,
  StoredDiscussion,
  StoredPost,
} from './post.ts';
import type { Prompt } from './prompt.ts';
import { renderFlaw } from './render-guard.ts';
import { isPost, seen, type Lens } from './view.ts';

export { checkText, hasVisibleText, limits } from './check-text.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const discussionForm = /^[\p{L}\p{M}\p{N}\-._~:/?#[\]@!$&'()*+,;=% ]+$/u;
const emailForm = /^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>().,"]{2,}$/;

/** Refuses a body that breaks a limit, or that no browser should be asked to render. */
export function checkBody(body: string): void {
  checkText('body', body, limits.bodyLength);
  const flaw = renderFlaw(body);
  if (flaw !== null) throw invalid('body', 'too-nested', `body ${flaw}`);
}

/** Refuses a discussion id that is not 1 to 200 letters, digits, spaces or characters of an address. */
export function checkDiscussionId(id: string): void {
  checkText('discussion', id, limits.discussionLength);
  if (!discussionForm.test(id))
    throw invalid('discussion', 'malformed', 'discussion holds characters an address has not');
}

/** Refuses a guest's entry without a name, or without what could be an e-mail address. */
export function checkGuest(guest: GuestEntry): void {
  for (const field of ['name', 'email'] as const)
    if (guest[field].trim() === '') throw invalid(field, 'missing', `${field} is missing`);
  checkText('name', guest.name, limits.nameLength);
  checkText('email', guest.email, limits.emailLength);
  if (!emailForm.test(guest.email)) throw invalid('email', 'malformed', 'email is not an address');
}

/** The discussion, as far as it decides who may write. */
type Ground = Pick<Discussion, 'guestPosts'> & { readonly prompts?: readonly Pick<Prompt, 'id' | 'state' | 'kinds'>[] };

/** True where this person may write in this discussion at all. */
export function mayPost(person: Person | null, discussion: Ground): boolean {
  return person !== null && (person.role !== 'guest' || discussion.guestPosts !== 'none');
}

/** True where this person may begin a thread at this prompt. */
export function mayAnswer(person: Person | null, promptId: string, discussion: Ground): boolean {
  const prompt = discussion.prompts?.find(({ id }) => id === promptId);
  return mayPost(person, discussion) && prompt !== undefined && (prompt.state === 'open' || mayModerate(person));
}

/** True where this person may answer this post: only what everybody could read can be answered, so no reply is an orphan. */
export function mayReply(person: Person | null, post: Post | StoredPost, discussion: Ground): boolean {
  const isOpen = post.prompt === undefined || mayAnswer(person, post.prompt.id, discussion);
  return mayPost(person, discussion) && post.state === 'shown' && isOpen;
}

/** True where this person may change or take back this post. */
export function mayChange(person: Person | null, post: Post | StoredPost): boolean {
  return person !== null && person.id === post.author.id && post.state !== 'removed';
}

/** True where this person may hold, hide and show other people's posts, and do all else that facilitators do. */
export function mayModerate(person: Person | null): boolean {
  return person?.role === 'facilitator';
}

/** True where this person may say what this post is. */
export function mayClassify(person: Person | null, post: Post | StoredPost): boolean {
  return mayModerate(person) || mayChange(person, post);
}

/** True where this person may stand behind this post with a reason: an expert or facilitator, and not its author. */
export function mayEndorse(person: Person | null, post: Post | StoredPost): boolean {
  const isAble = person?.role === 'expert' || person?.role === 'facilitator';
  return isAble && person.id !== post.author.id && post.state === 'shown' && post.isPrivate !== true;
}

/** True where this person may say that this reply helped: whoever began its thread, and not its author. */
export function mayBeHelped(person: Person | null, post: Post | StoredPost, root: Post | StoredPost): boolean {
  const isAsker = person !== null && person.id === root.author.id && person.id !== post.author.id;
  return isAsker && post.parentId !== null && post.state === 'shown' && post.isPrivate !== true;
}

/** True where this person may say that a question has found its answer. */
export function maySettle(person: Person | null, post: Post | StoredPost): boolean {
  return post.kind === 'question' && post.state === 'shown' && mayClassify(person, post);
}

/** The post that a command is about (its parent, for a reply), or null: what a room must read before it may judge. */
export function subjectOf(command: Command): string | null {
  if (command.type === 'create') return command.parentId;
  return 'id' in command ? command.id : null;
}

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

const forbidden = (message: string): DiscussionError => new DiscussionError('forbidden', message);

/** Refuses what may not be done with a post of this place, kind or move. */
function allowCreate(person: Person, command: CreateCommand, { discussion, subject }: Circle): void {
  if (!mayPost(person, discussion)) throw forbidden('guests may not write here');
  const { kind, move, promptId } = command;
  if (subject !== undefined) {
    if (!mayReply(person, subject, discussion)) throw forbidden('this post cannot be answered');
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
      if (!mayAnswer(person, promptId, discussion)) throw forbidden('this prompt is closed');
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
  if (command.type === 'invite' && (command.personId === '' || command.personId.length > limits.personIdLength))
    throw invalid('personId', 'malformed', 'personId is not that of a person');
  if (command.type === 'transfer') {
    const isThere = discussion.prompts?.some(({ id }) => id === command.promptId) ?? false;
    if (!isThere) throw new DiscussionError('not-found', 'there is no such prompt', { field: 'promptId' });
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
    if (command.isAttested) checkText('note', command.note, limits.reasonLength);
    return;
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
