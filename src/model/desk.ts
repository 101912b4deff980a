// The facilitator's desk: which posts and people need somebody now. Each list has one definition; all are worked out from
// the posts that a facilitator sees, and none counts how much anybody wrote.
import { isPost } from './view.ts';
import type { Marker, Post } from './post.ts';
import { waits } from './unanswered.ts';

/** The lists, in the order in which they are worked through. */
export const deskLists = ['to-moderate', 'unanswered', 'unheard', 'tensions', 'ready'] as const;
export type DeskList = (typeof deskLists)[number];

/** One thing to look at. */
export interface DeskEntry {
  /** The post to look at. */
  readonly post: Post;
  /** True where its author wrote here for the first time. */
  readonly isFirst: boolean;
}

/** When a thread has come to rest and is worth summing up. */
export const readiness = {
  /** Different people who wrote in it. */
  people: 3,
  /** Posts in it. */
  posts: 5,
  /** Milliseconds without a new one. */
  restMs: 24 * 3_600_000,
} as const;

/** A view's posts as a desk looks at them. */
interface Papers {
  readonly posts: readonly Post[];
  readonly repliesTo: ReadonlyMap<string, readonly Post[]>;
  /** The posts of each thread, by its first. */
  readonly threads: ReadonlyMap<Post, readonly Post[]>;
}

function sort(entries: Iterable<Post | Marker>): Papers {
  const posts = [...entries].filter(isPost).sort((a, b) => a.order - b.order);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const repliesTo = new Map<string, Post[]>();
  const threads = new Map<Post, Post[]>();
  const rootOf = new Map<string, Post>();
  for (const post of posts) {
    const parent = post.parentId === null ? undefined : byId.get(post.parentId);
    const root = (parent && rootOf.get(parent.id)) ?? post;
    rootOf.set(post.id, root);
    threads.set(root, [...(threads.get(root) ?? []), post]);
    if (post.parentId !== null) repliesTo.set(post.parentId, [...(repliesTo.get(post.parentId) ?? []), post]);
  }
  return { posts, repliesTo, threads };
}

const isByLearner = ({ author }: Post): boolean => author.role !== 'facilitator';
const isOpen = (post: Post): boolean => post.state === 'shown' && post.isPrivate !== true;

/** First posts of learners, and questions, that nobody else answered: the oldest first. */
function unanswered({ posts, repliesTo }: Papers, at: number): readonly Post[] {
  return posts.filter((post) => {
    const answeredBy = (repliesTo.get(post.id) ?? []).map(({ author }) => author.id);
    return waits(post, answeredBy, at);
  });
}

/** The newest post of every learner who wrote and was never answered by anybody. */
function unheard({ posts, repliesTo }: Papers): readonly Post[] {
  const newest = new Map<string, Post>();
  const heard = new Set<string>();
  for (const post of posts) {
    if (!isByLearner(post) || !isOpen(post)) continue;
    newest.set(post.author.id, post);
    if (repliesTo.get(post.id)?.some(({ author }) => author.id !== post.author.id) === true) heard.add(post.author.id);
  }
  return [...newest.values()].filter(({ author }) => !heard.has(author.id));
}

/** Replies that see something differently, and that nobody took up. */
function tensions({ posts, repliesTo }: Papers): readonly Post[] {
  const isTakenUp = (post: Post): boolean =>
    repliesTo.get(post.id)?.some(({ author }) => author.id !== post.author.id) === true;
  return posts.filter((post) => post.move === 'contrast' && isOpen(post) && !isTakenUp(post));
}

/** First posts of threads that several people wrote in and that came to rest, without a question left open. */
function ready({ threads, repliesTo }: Papers, at: number): readonly Post[] {
  return [...threads].flatMap(([root, all]) => {
    const posts = all.filter(isOpen);
    const last = posts.at(-1);
    const isMany =
      posts.length >= readiness.posts && new Set(posts.map(({ author }) => author.id)).size >= readiness.people;
    const isAtRest = last !== undefined && Date.parse(last.createdAt) <= at - readiness.restMs;
    const isAsking = posts.some(
      (post) =>
        post.parentId !== null &&
        waits(
          post,
          (repliesTo.get(post.id) ?? []).map(({ author }) => author.id),
          at,
        ),
    );
    const isDone = root.state !== 'shown' || root.settledAt !== undefined || root.pinned !== undefined;
    return isMany && isAtRest && !isAsking && !isDone ? [root] : [];
  });
}

/**
 * Everything that needs a facilitator, by list.
 * @param entries what a facilitator sees of the whole discussion
 * @param at milliseconds since 1970
 */
export function deskOf(entries: Iterable<Post | Marker>, at: number): Readonly<Record<DeskList, readonly DeskEntry[]>> {
  const papers = sort(entries);
  const first = new Map<string, string>();
  for (const { id, author } of papers.posts) if (!first.has(author.id)) first.set(author.id, id);
  const listed = (posts: readonly Post[]): readonly DeskEntry[] =>
    posts.map((post) => ({ post, isFirst: isByLearner(post) && first.get(post.author.id) === post.id }));
  return {
    'to-moderate': listed(papers.posts.filter(({ state }) => state === 'held')),
    unanswered: listed(unanswered(papers, at)),
    unheard: listed(unheard(papers)),
    tensions: listed(tensions(papers)),
    ready: listed(ready(papers, at)),
  };
}
