// The reference Storage: rooms in memory, gone with the page or the process. Says what a storage must do in the
// fewest lines; the rules in storage-rules.ts were first passed by it.
import type { StoredPost, ThreadOrder } from '../model/post.ts';
import { emptyHead } from './storage.ts';
import type {
  About,
  Attempt,
  Decision,
  Listed,
  Mark,
  Outcome,
  Slice,
  Standing,
  Storage,
  ThreadSlice,
} from './storage.ts';

interface Kept {
  about: About;
  order: number;
  /** Heads in the order of history, the empty one first, each with the id of the post its commit changed. */
  readonly log: { readonly head: string; readonly changed: string | null }[];
  readonly ops: Map<string, { readonly by: string; readonly print: string }>;
  readonly posts: Map<string, StoredPost>;
}

const nowhere: About = Object.freeze({ title: null, url: null });

/** A copy that nobody can change, however deep. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, frozen<unknown>(inner)] as const);
  return Object.freeze(Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)) as T;
}

/** A storage that forgets everything at its end. */
export function createMemoryStorage(): Storage {
  const rooms = new Map<string, Kept>();
  const marks = new Map<string, Map<string, string>>();
  let open = true;

  const reach = (room: string): Kept => {
    if (!open) throw new Error('the storage is closed');
    return (
      rooms.get(room) ?? {
        about: nowhere,
        order: 0,
        log: [{ head: emptyHead, changed: null }],
        ops: new Map(),
        posts: new Map(),
      }
    );
  };
  const headOf = (kept: Kept): string => kept.log.at(-1)?.head ?? emptyHead;
  const slice = (kept: Kept, posts: Iterable<StoredPost>): Slice => ({
    head: headOf(kept),
    order: kept.order,
    about: kept.about,
    posts: [...posts].sort((a, b) => a.order - b.order),
  });
  /** The id of the first post of a thread. */
  const rootOf = (kept: Kept, post: StoredPost): string => {
    const parent = post.parentId === null ? undefined : kept.posts.get(post.parentId);
    return parent === undefined ? post.id : rootOf(kept, parent);
  };
  const marksOf = (room: string, person: string): string => JSON.stringify([room, person]);

  return {
    async commit(attempt: Attempt, decide: (standing: Standing) => Decision): Promise<Outcome> {
      const kept = reach(attempt.room);
      const known = kept.ops.get(attempt.op);
      if (known !== undefined) return { kind: 'known', head: headOf(kept), ...known };
      const found = new Map<string, StoredPost>();
      for (const id of attempt.reads) {
        const post = kept.posts.get(id);
        if (post !== undefined) found.set(id, post);
      }
      const from = headOf(kept);
      const decision = decide({ head: from, order: kept.order, about: kept.about, found });
      if (kept.log.some((entry) => entry.head === decision.head)) throw new Error('this head was given before');
      if (decision.post !== null) kept.posts.set(decision.post.id, frozen(decision.post));
      if (decision.about !== null) kept.about = frozen(decision.about);
      kept.order = decision.order;
      kept.ops.set(attempt.op, { by: attempt.by, print: attempt.print });
      kept.log.push({ head: decision.head, changed: decision.post?.id ?? null });
      rooms.set(attempt.room, kept);
      return { kind: 'applied', from, to: decision.head, decision };
    },

    async since(room: string, head: string): Promise<Slice | null> {
      const kept = reach(room);
      const place = kept.log.findLastIndex((entry) => entry.head === head);
      if (place < 0) return null;
      const changed = new Set(kept.log.slice(place + 1).map((entry) => entry.changed));
      return slice(
        kept,
        [...kept.posts.values()].filter((post) => changed.has(post.id)),
      );
    },

    async everything(room: string): Promise<Slice> {
      const kept = reach(room);
      return slice(kept, kept.posts.values());
    },

    async threads(room: string, order: ThreadOrder, after: number | null, limit: number): Promise<ThreadSlice> {
      const kept = reach(room);
      const sign = order === 'oldest' ? 1 : -1;
      const roots = [...kept.posts.values()]
        .filter((post) => post.parentId === null && (after === null || sign * (post.order - after) > 0))
        .sort((a, b) => sign * (a.order - b.order));
      const chosen = new Set(roots.slice(0, limit).map((post) => post.id));
      const last = roots[limit - 1];
      const posts = [...kept.posts.values()].filter((post) => chosen.has(rootOf(kept, post)));
      return { ...slice(kept, posts), next: roots.length > limit && last !== undefined ? last.order : null };
    },

    async threadOf(room: string, postId: string): Promise<readonly StoredPost[]> {
      const kept = reach(room);
      const post = kept.posts.get(postId);
      if (post === undefined) return [];
      const root = rootOf(kept, post);
      return slice(
        kept,
        [...kept.posts.values()].filter((other) => rootOf(kept, other) === root),
      ).posts;
    },

    async head(room: string): Promise<string> {
      return headOf(reach(room));
    },

    async mark(room: string, person: string, ids: readonly string[], at: string): Promise<void> {
      const { posts } = reach(room);
      const key = marksOf(room, person);
      const read = ids.filter((id) => posts.has(id)).map((id) => [id, at] as const);
      marks.set(key, new Map([...read, ...(marks.get(key) ?? [])]));
    },

    async marks(room: string, person: string): Promise<readonly Mark[]> {
      reach(room);
      return [...(marks.get(marksOf(room, person)) ?? [])].map(([id, at]) => ({ id, at }));
    },

    async rooms(): Promise<readonly string[]> {
      reach('');
      return [...rooms.keys()].sort();
    },

    async list(prefix: string, person: string | null): Promise<readonly Listed[]> {
      reach('');
      const readIn = (room: string): string[] =>
        person === null ? [] : [...(marks.get(marksOf(room, person))?.keys() ?? [])];
      return [...rooms]
        .filter(([room]) => room.startsWith(prefix))
        .map(([room, kept]) => ({ room, head: headOf(kept), order: kept.order, read: readIn(room) }))
        .sort((a, b) => (a.room < b.room ? -1 : 1));
    },

    async close(): Promise<void> {
      open = false;
    },
  };
}
