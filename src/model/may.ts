// Who may do what: the panel hides by it, and allow.ts refuses by it.
import type { Command, Discussion, Person, Post, StoredPost } from './post.ts';
import type { Prompt } from './prompt.ts';

/** The discussion, as far as it decides who may write. */
type Ground = Pick<Discussion, 'guestPosts'> & { readonly prompts?: readonly Pick<Prompt, 'id' | 'state' | 'kinds'>[] };

/** True where this person may write in this discussion at all. */
export function mayPost(person: Person | null, discussion: Ground): boolean {
  return person !== null && (person.role !== 'guest' || discussion.guestPosts !== 'none');
}

/** True where this person may begin a thread at this prompt: it is open; a facilitator may add to a closed one. */
export function mayAnswer(person: Person | null, promptId: string, discussion: Ground): boolean {
  const prompt = discussion.prompts?.find(({ id }) => id === promptId);
  return mayPost(person, discussion) && prompt !== undefined && isTaking(prompt, person);
}

function isTaking({ state }: Pick<Prompt, 'state'>, person: Person | null): boolean {
  return state === 'open' || (state === 'closed' && mayModerate(person));
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
