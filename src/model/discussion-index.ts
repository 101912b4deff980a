// The index of a site's discussions: what one person finds in each, of what they may see of it. Pure; every figure is
// counted from what seen() gives, so that it tells no more than the discussion itself does.
import { invalid } from './errors.ts';
import { pick, type Check } from './pick.ts';
import type { Person, Post, StoredDiscussion, StoredPost } from './post.ts';
import { answersIn, waits } from './unanswered.ts';
import { discussionFor, isPost, viewOf, type Lens } from './view.ts';

/** The lists that an index has. */
export const indexLists = ['all', 'new', 'unanswered', 'mine'] as const;
export type IndexList = (typeof indexLists)[number];

/** So many posts, and the id of the one to go to first; null where there is none. */
export interface Found {
  readonly count: number;
  readonly first: string | null;
}

/** One discussion, as one person finds it. */
export interface IndexEntry {
  readonly discussion: string;
  /** Title and address of the page it stands beside, where known. */
  readonly title: string | null;
  readonly url: string | null;
  /** When the newest post was written that this person sees; ISO 8601 in UTC, null where they see none. */
  readonly latestAt: string | null;
  /** Posts that this person sees. */
  readonly posts: number;
  /** Posts of others that they have not read: the oldest comes first. Nothing where nobody is signed in. */
  readonly fresh: Found;
  /** First posts and questions that nobody else has answered. */
  readonly unanswered: Found;
  /** Answers to this person's own posts that they have not read. */
  readonly replies: Found;
  /** True where this person has written here. */
  readonly isMine: boolean;
}

/** What is asked of an index. */
export interface IndexQuery {
  readonly list: IndexList;
  /** What the ids of the discussions begin with; empty for all of the site. */
  readonly under: string;
  /** `more` of an earlier answer to the same question; null begins at the beginning. */
  readonly after: string | null;
}

/** A part of an index: the discussions with the newest posts first. */
export interface IndexPage {
  /** Whose index it is; null where nobody is signed in. */
  readonly me: Person | null;
  readonly entries: readonly IndexEntry[];
  /** How many discussions each list has. */
  readonly counts: Readonly<Record<IndexList, number>>;
  /** Names what comes after these; null where nothing does. */
  readonly more: string | null;
}

/** An entry, and where it stands among others. */
export interface Placed {
  /** Order of the newest post seen; 0 where there is none. */
  readonly order: number;
  readonly entry: IndexEntry;
}

/** Discussions in one answer. */
const perPage = 30;
const longestUnder = 200;
const placeForm = /^(\d{1,16}) (.{1,200})$/su;

const isList: Check = (value) => indexLists.some((list) => list === value);
const isUnder: Check = (value) => typeof value === 'string' && value.length <= longestUnder;
const isAfter: Check = (value) => value === null || (typeof value === 'string' && placeForm.test(value));

/**
 * A question out of anything.
 * @throws DiscussionError `invalid`, naming the field
 */
export function parseIndexQuery(data: unknown): IndexQuery {
  const { list, under, after } = pick(data, 'query', { list: isList, under: isUnder, after: isAfter });
  return { list, under, after } as IndexQuery;
}

const found = (posts: readonly Post[]): Found => ({ count: posts.length, first: posts[0]?.id ?? null });

/**
 * What the person behind this lens finds in a discussion; null where they see neither a post nor a prompt in it.
 * @param posts all that are kept, in the order of the log; their bodies are not needed
 * @param read ids of the posts that this person has read
 * @param at milliseconds since 1970
 */
export function entryOf(
  record: StoredDiscussion,
  posts: Iterable<StoredPost>,
  lens: Lens,
  read: ReadonlySet<string>,
  at: number,
): Placed | null {
  const { id: discussion, title, url, prompts = [] } = discussionFor(record, lens);
  const seen = viewOf(posts, lens).filter(isPost);
  const latest = seen.at(-1);
  if (latest === undefined && prompts.length === 0) return null;
  const me = lens.person?.id;
  const answered = answersIn(seen);
  const own = new Set(seen.flatMap(({ id, author }) => (author.id === me ? [id] : [])));
  const fresh = me === undefined ? [] : seen.filter(({ id }) => !own.has(id) && !read.has(id));
  const entry: IndexEntry = {
    ...{ discussion, title, url, latestAt: latest?.createdAt ?? null, posts: seen.length },
    fresh: found(fresh),
    unanswered: found(seen.filter((post) => waits(post, answered.get(post.id) ?? [], at))),
    replies: found(fresh.filter(({ parentId }) => parentId !== null && own.has(parentId))),
    isMine: own.size > 0,
  };
  return { order: latest?.order ?? 0, entry };
}

const isIn: Readonly<Record<IndexList, (entry: IndexEntry) => boolean>> = {
  all: () => true,
  new: ({ fresh }) => fresh.count > 0,
  unanswered: ({ unanswered }) => unanswered.count > 0,
  mine: ({ isMine }) => isMine,
};

function compare(a: Placed, b: Placed): number {
  return b.order - a.order || (a.entry.discussion < b.entry.discussion ? -1 : 1);
}

/**
 * The part of an index that is asked for.
 * @throws DiscussionError `invalid` where `after` was given by no index
 */
export function pageOfIndex(me: Person | null, found: readonly Placed[], { list, after }: IndexQuery): IndexPage {
  const sorted = found.toSorted(compare);
  const counts = Object.fromEntries(
    indexLists.map((one) => [one, sorted.filter(({ entry }) => isIn[one](entry)).length]),
  ) as Record<IndexList, number>;
  const [, order, discussion] = placeForm.exec(after ?? '') ?? [];
  if (after !== null && discussion === undefined) throw invalid('after', 'malformed', 'after was given by no index');
  // Where a discussion has moved up meanwhile it was shown already, or stands on top of a list loaded anew.
  const isAfter = (one: Placed): boolean => discussion === undefined || compareTo(one, Number(order), discussion) > 0;
  const rest = sorted.filter((one) => isIn[list](one.entry) && isAfter(one));
  const page = rest.slice(0, perPage);
  const last = rest.length > perPage ? page.at(-1) : undefined;
  const more = last === undefined ? null : `${last.order} ${last.entry.discussion}`;
  return { me, entries: page.map(({ entry }) => entry), counts, more };
}

/** Above 0 where this one stands after the place. */
function compareTo({ order, entry }: Placed, otherOrder: number, other: string): number {
  if (order !== otherOrder) return otherOrder - order;
  return entry.discussion > other ? 1 : 0;
}
