// What a room with prompts knows of its own posts, kept in memory and brought up to date from the storage whenever it is
// asked: who has opened which gate, what stands behind one, and what a body is worth among the others.
import type { Command, StoredPost } from '../model/post.ts';
import { worthOf } from '../model/evidence.ts';
import { gateKey } from '../model/prompt.ts';
import type { About, Slice, Storage } from './storage.ts';

/** Posts that a new body is compared with: its author's newest, and the newest of its prompt. */
const compared = 50;
/** Newest posts of a prompt among which a word is rare or not. */
const sampled = 500;

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
      if (post.unlockedAt === undefined || post.prompt === undefined) continue;
      const keys = opened.get(post.author.id) ?? new Set();
      opened.set(post.author.id, keys.add(gateKey(post.prompt.id, post.prompt.stage)));
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

/** The gates that posts stand behind. */
export function gatesInUse({ posts }: Known): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { prompt } of posts.values()) if (prompt !== undefined) keys.add(gateKey(prompt.id, prompt.stage));
  return keys;
}

/** What the body of a command is worth among the posts of its prompt; undefined where it belongs to none. */
export function worthIn(
  { about, posts }: Known,
  command: Command,
  subject: StoredPost | undefined,
  authorId: string,
): { readonly words: number; readonly isOwn: boolean } | undefined {
  if (command.type !== 'create' && command.type !== 'edit' && command.type !== 'classify') return undefined;
  const parent = command.type === 'create' ? subject : posts.get(subject?.parentId ?? '');
  const promptId = command.type === 'create' ? (command.promptId ?? subject?.prompt?.id) : subject?.prompt?.id;
  const prompt = about.prompts?.find(({ id }) => id === promptId);
  const body = command.type === 'classify' ? subject?.body : command.body;
  if (prompt === undefined || body === undefined) return undefined;
  const self = command.type === 'create' ? command.op : command.id;
  const there = [...posts.values()].filter((post) => post.prompt?.id === promptId && post.id !== self);
  const others = there.filter(({ body: other, id }) => other !== '' && id !== parent?.id);
  const own = others.filter(({ author }) => author.id === authorId);
  const sample = there.slice(-sampled).map((post) => post.body.toLowerCase());
  return worthOf(body, {
    answered: parent === undefined ? `${prompt.title} ${prompt.text}` : parent.body,
    isPrompt: parent === undefined,
    others: [...own.slice(-compared), ...others.slice(-compared)].map((post) => post.body),
    spread: (word) => sample.filter((text) => text.includes(word)).length,
    posts: sample.length,
  });
}
