// No one goes unanswered: which posts wait, and to whom the next one is shown. Any reply by somebody else ends the wait;
// what it says does not matter (Joyce and Kraut 2006: it is being answered that brings people back).
import { mayModerate } from './may.ts';
import type { Person, Post, StoredPost } from './post.ts';

/** The rules of routing. */
export const routing = {
  /** Milliseconds that a post waits before colleagues are asked. */
  afterMs: 4 * 3_600_000,
  /** Posts that one person is shown in `weekMs`, so that asking stays a rare thing. */
  perWeek: 2,
  weekMs: 7 * 86_400_000,
  /** Colleagues that one post is shown to. */
  perPost: 3,
} as const;

/**
 * True where this post waits for an answer: a shown first post of a learner, or what they ask in a reply, that nobody else
 * has answered.
 * @param answeredBy ids of those whose answers to it stand
 * @param at milliseconds since 1970
 */
export function waits(post: Post | StoredPost, answeredBy: readonly string[], at: number): boolean {
  const isAsking = post.parentId === null || post.move === 'ask';
  const isOpen = post.state === 'shown' && post.isPrivate !== true && post.settledAt === undefined;
  const isHeard = answeredBy.some((id) => id !== post.author.id);
  return isAsking && isOpen && !isHeard && post.author.role !== 'facilitator' && shownSince(post) <= at;
}

/** Since when everybody could read it, in milliseconds since 1970. */
function shownSince({ createdAt, ...post }: Post | StoredPost): number {
  return Date.parse(('publishedAt' in post ? post.publishedAt : undefined) ?? createdAt);
}

/** Who answered each post, by answers that can be read: what was held, hidden or taken back answers nobody. */
export function answersIn(
  posts: Iterable<Pick<Post | StoredPost, 'parentId' | 'author' | 'state'>>,
): ReadonlyMap<string, readonly string[]> {
  const answered = new Map<string, string[]>();
  for (const { parentId, author, state } of posts) {
    if (parentId === null || state !== 'shown') continue;
    const by = answered.get(parentId);
    if (by === undefined) answered.set(parentId, [author.id]);
    else by.push(author.id);
  }
  return answered;
}

/**
 * The post to show to somebody who came to the end of reading; null where there is none for them now. Questions go
 * first, then first posts of people nobody has answered yet, then what was shown to the fewest, then the oldest.
 * @param at milliseconds since 1970
 * @param mayTake whether this person sees the post and may answer it
 */
export function nextWaitingPost(
  person: Person,
  posts: readonly StoredPost[],
  at: number,
  mayTake: (post: StoredPost) => boolean,
): StoredPost | null {
  if (mayModerate(person)) return null; // facilitators have the desk
  const week = at - routing.weekMs;
  const shown = posts.flatMap(({ nudges = [] }) =>
    nudges.filter(({ personId, at: time }) => personId === person.id && Date.parse(time) > week),
  );
  if (shown.length >= routing.perWeek) return null;
  const answeredBy = answersIn(posts);
  const standing = posts.filter(({ parentId, state }) => parentId !== null && state === 'shown');
  const heard = new Set(standing.flatMap(({ author, answers }) => (answers === author.id ? [] : (answers ?? []))));
  const candidates = posts.filter((post) => {
    const { id, author, nudges = [] } = post;
    const isOld = shownSince(post) <= at - routing.afterMs;
    const isTold = nudges.length >= routing.perPost || nudges.some(({ personId }) => personId === person.id);
    return isOld && !isTold && author.id !== person.id && waits(post, answeredBy.get(id) ?? [], at) && mayTake(post);
  });
  const rank = (post: StoredPost): readonly number[] => [
    post.kind === 'question' || post.move === 'ask' ? 0 : 1,
    heard.has(post.author.id) ? 1 : 0,
    post.nudges?.length ?? 0,
    post.order,
  ];
  return candidates.toSorted((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}
