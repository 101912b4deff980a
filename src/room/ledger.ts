// What a room with prompts knows of its own posts, kept in memory and brought up to date from the storage whenever it is
// asked: who has opened which gate, what stands behind one, and what a body is worth among the others.
import type { Command, StoredPost } from '../model/post.ts';
import { sketchOf, wordingOf, worthOf, type Wording, type Worth } from '../model/evidence.ts';
import { gateKey, stageNames } from '../model/prompt.ts';
import { placed } from '../model/view.ts';
import type { About, Slice, Storage } from './storage.ts';

/** Posts that a new body is compared with: its author's newest, and the newest of its prompt. */
const compared = 50;
/** Newest posts of a prompt among which a word is rare or not. */
const sampled = 500;
/** Characters that they may have together, so that a room of long posts costs no more than one of many. */
const comparedCharacters = 200_000;

/** A room as it stands at one head. */
export interface Known {
  readonly head: string;
  readonly about: About;
  /** Every post by id, in the order of the log. */
  readonly posts: ReadonlyMap<string, StoredPost>;
  /** Gates that posts of this person have opened. */
  opened(personId: string): ReadonlySet<string>;
}

/** Keeps one room in memory. */
export interface Ledger {
  /** The room as it stands now. */
  look(): Promise<Known>;
}

const none: ReadonlySet<string> = new Set();

/** Opens the ledger of a room; nothing is read before it is asked. */
export function createLedger(storage: Storage, room: string): Ledger {
  let posts = new Map<string, StoredPost>();
  let opened = new Map<string, Set<string>>();
  let head: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function take({ posts: changed }: Slice): void {
    for (const post of changed) {
      posts.set(post.id, post);
      const keys = gatesOpenedBy(post);
      if (keys.length > 0) opened.set(post.author.id, new Set([...(opened.get(post.author.id) ?? []), ...keys]));
    }
  }

  async function catchUp(): Promise<Known> {
    let slice = head === null ? null : await storage.since(room, head);
    if (slice === null) {
      slice = await storage.everything(room);
      posts = new Map();
      opened = new Map();
    }
    take(slice);
    head = slice.head;
    return { head, about: slice.about, posts, opened: (personId) => opened.get(personId) ?? none };
  }

  return {
    look() {
      const known = turn.then(catchUp);
      turn = known.catch(() => {});
      return known;
    },
  };
}

/** The gates that a post has opened for its author. */
export function gatesOpenedBy({ unlocked, prompt }: StoredPost): readonly string[] {
  if (unlocked === undefined || prompt === undefined) return [];
  return stageNames.filter((stage) => Object.hasOwn(unlocked, stage)).map((stage) => gateKey(prompt.id, stage));
}

/** The gates that posts stand behind. */
export function gatesInUse({ posts, about }: Known): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const post of posts.values()) {
    const { prompt } = placed(post, about.moved);
    if (prompt !== undefined) keys.add(gateKey(prompt.id, prompt.stage));
  }
  return keys;
}

/** Something that was written. */
type Written = Pick<StoredPost, 'body'>;

/** Bodies taken apart, as long as their posts are held. */
const wordings = new WeakMap<Written, Wording>();

function wordingIn(post: Written): Wording {
  const known = wordings.get(post) ?? wordingOf(post.body);
  wordings.set(post, known);
  return known;
}

/** The newest of these posts that have a body, so many and as long together as may be compared. */
function newest(posts: readonly Written[], count: number): readonly Wording[] {
  const found: Wording[] = [];
  let characters = 0;
  for (const post of posts.toReversed()) {
    if (post.body === '') continue;
    characters += post.body.length;
    if (found.length === count || characters > comparedCharacters) break;
    found.push(wordingIn(post));
  }
  return found;
}

/**
 * What the body of a command is worth among the posts of its prompt, and among all of its author's; undefined where it
 * belongs to no prompt.
 */
export function worthIn(
  { about, posts }: Known,
  command: Command,
  subject: StoredPost | undefined,
  authorId: string,
): Worth | undefined {
  if (command.type === 'classify') return subject?.evidence?.at(-1); // the body is what it was
  if (command.type !== 'create' && command.type !== 'edit') return undefined;
  const parent = command.type === 'create' ? subject : posts.get(subject?.parentId ?? '');
  const promptId = command.type === 'create' ? (command.promptId ?? subject?.prompt?.id) : subject?.prompt?.id;
  const prompt = about.prompts?.find(({ id }) => id === promptId);
  if (prompt === undefined) return undefined;
  const self = command.type === 'create' ? command.op : command.id;
  const others = [...posts.values()].filter(({ id }) => id !== self);
  const own = others.filter(({ author, id }) => author.id === authorId && id !== parent?.id);
  const there = others.filter((post) => post.prompt?.id === promptId);
  const versions = own.flatMap((post) => [...(post.earlier ?? []), post]);
  const around = newest(
    there.filter(({ id }) => id !== parent?.id),
    compared,
  );
  return worthOf(command.body, {
    answered: parent === undefined ? wordingOf(`${prompt.title}\n\n${prompt.text}`) : wordingIn(parent),
    isPrompt: parent === undefined,
    others: [...newest(versions, compared), ...around],
    gone: own
      .map(({ sketch = '' }) => sketch)
      .filter((sketch) => sketch !== '')
      .slice(-compared),
    sample: newest(there, sampled),
  });
}

/** What is kept of a post's bodies where this command removes it; undefined where they counted for nothing. */
export function sketchIn({ posts }: Known, command: Command): string | undefined {
  const post = command.type === 'remove' ? posts.get(command.id) : undefined;
  if (post?.evidence?.some(({ isOwn }) => isOwn) !== true || post.body === '') return undefined;
  return sketchOf([...(post.earlier ?? []), post].map(({ body }) => body));
}
