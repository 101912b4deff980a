// What is new to the person who reads. Their own posts never are; where nobody keeps marks, or nobody is signed in,
// nothing is.
import type { Marker, Post } from '../model/post.ts';
import type { Row } from '../model/thread.ts';
import { isPost } from '../model/view.ts';
import type { State } from '../store/state.ts';

/** True where it is kept what this person has read. */
export function keepsMarks({ me, can }: State): boolean {
  return me !== null && can.marks === true;
}

/** Tells of entries whether this person has not read them. */
export function unreadTest(state: State): (entry: Post | Marker) => boolean {
  const { me, read, isReadKnown } = state;
  if (!isReadKnown || !keepsMarks(state)) return () => false;
  return (entry) => isPost(entry) && entry.author.id !== me?.id && !read.has(entry.id);
}

/** Ids of what is unread on these rows, in their order. */
export function unreadIn(rows: readonly Row[], state: State | null): readonly string[] {
  if (state === null) return [];
  const isUnread = unreadTest(state);
  return rows.flatMap(({ entry }) => (isUnread(entry) ? [entry.id] : []));
}

/** The one of these ids that comes next on the rows after `here`, or before it; from the other end where none does. */
export function nextOf(
  rows: readonly Row[],
  ids: readonly string[],
  here: string | null,
  isBack: boolean,
): string | null {
  const places = new Map(rows.map(({ entry }, place) => [entry.id, place]));
  const from = here === null ? -1 : (places.get(here) ?? -1);
  const placeOf = (id: string): number => places.get(id) ?? -1;
  const next = isBack
    ? (ids.findLast((id) => placeOf(id) < from) ?? ids.at(-1))
    : (ids.find((id) => placeOf(id) > from) ?? ids[0]);
  return next ?? null;
}
