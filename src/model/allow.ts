// Who may do what, and every limit: the panel hides by it, the room refuses by it. What then happens is in decide.ts.
import { DiscussionError, invalid } from './errors.ts';
import type { Command, Discussion, GuestEntry, Person, Post, StoredPost } from './post.ts';
import { renderFlaw } from './render-guard.ts';
import { isPost, seen } from './view.ts';

/** Every limit of the product. Lengths are in UTF-16 code units, as a text field counts them. */
export const limits = {
  bodyLength: 10_000,
  reasonLength: 500,
  nameLength: 80,
  /** RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets. */
  emailLength: 254,
  personIdLength: 128,
  discussionLength: 200,
  /** Posts that one `read` command may name. */
  readIds: 200,
  /** Threads that one window or page may hold. */
  windowThreads: 100,
  /** Commands that one person may send at once … */
  burst: 5,
  /** … and then one in this many milliseconds. */
  refillMs: 3_000,
} as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;
const discussionForm = /^[\p{L}\p{M}\p{N}\-._~:/?#[\]@!$&'()*+,;=% ]+$/u;
const emailForm = /^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>().,"]{2,}$/;

/** True where a text has at least one character that shows. */
export function hasVisibleText(text: string): boolean {
  return text.replace(invisible, '') !== '';
}

/** Refuses a text that is empty to the eye, too long, or cannot be kept byte for byte. */
export function checkText(field: string, text: string, maxLength: number): void {
  if (text.length > maxLength) throw invalid(field, 'too-long', `${field} is longer than ${maxLength} characters`);
  if (unstorable.test(text)) throw invalid(field, 'malformed', `${field} holds control characters or half a character`);
  if (!hasVisibleText(text)) throw invalid(field, 'empty', `${field} is empty`);
}

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

/** True where this person may write in this discussion at all. */
export function mayPost(person: Person | null, discussion: Discussion): boolean {
  return person !== null && (person.role !== 'guest' || discussion.guestPosts !== 'none');
}

/** True where this person may answer this post: only what everybody could read can be answered, so no reply is an orphan. */
export function mayReply(person: Person | null, post: Post | StoredPost, discussion: Discussion): boolean {
  return mayPost(person, discussion) && post.state === 'shown';
}

/** True where this person may change or take back this post. */
export function mayChange(person: Person | null, post: Post | StoredPost): boolean {
  return person !== null && person.id === post.author.id && post.state !== 'removed';
}

/** True where this person may hold, hide and show other people's posts. */
export function mayModerate(person: Person | null): boolean {
  return person?.role === 'facilitator';
}

/** The post that a command is about (its parent, for a reply), or null: what a room must read before it may judge. */
export function subjectOf(command: Command): string | null {
  if (command.type === 'read') return null;
  return command.type === 'create' ? command.parentId : command.id;
}

const forbidden = (message: string): DiscussionError => new DiscussionError('forbidden', message);

/**
 * Refuses what this person may not do here, or what breaks a limit.
 * @param subject the post that `subjectOf(command)` names, where there is one
 * @throws DiscussionError `invalid`, `unauthenticated`, `forbidden`, `not-found`, or `conflict` for a stale revision
 */
export function allow(
  person: Person | null,
  command: Command,
  subject: StoredPost | undefined,
  discussion: Discussion,
): asserts person is Person {
  if (!uuid.test(command.op)) throw invalid('op', 'malformed', 'op is not a lower-case UUID');
  if (person === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
  if (command.type === 'read') {
    if (command.ids.length > limits.readIds) throw invalid('ids', 'too-long', `more than ${limits.readIds} ids`);
    return;
  }
  const held = subject === undefined ? null : seen(subject, person);
  if (subjectOf(command) !== null && (held === null || !isPost(held)))
    throw new DiscussionError('not-found', 'there is no such post', {
      field: command.type === 'create' ? 'parentId' : 'id',
    });
  if (command.type === 'create') {
    if (!mayPost(person, discussion)) throw forbidden('guests may not write here');
    if (subject !== undefined && !mayReply(person, subject, discussion))
      throw forbidden('this post is not shown to others');
    checkBody(command.body);
  } else if (command.type === 'moderate') {
    if (!mayModerate(person)) throw forbidden('only a facilitator may do this');
    if (command.state === 'hidden') checkText('reason', command.reason, limits.reasonLength);
  } else if (subject !== undefined) {
    if (!mayChange(person, subject)) throw forbidden('this is not your post');
    if (command.type === 'remove') return;
    checkBody(command.body);
    if (command.revision !== subject.revision)
      throw new DiscussionError(
        'conflict',
        `made from revision ${command.revision}, the post is at ${subject.revision}`,
      );
  }
}
