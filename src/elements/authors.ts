// The people of a discussion. Pure.
import type { Marker, Person, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';

/** Everybody who wrote here, whoever wrote last first; without oneself. */
export function authorsOf(posts: Iterable<Post | Marker>, me: Person | null): readonly Person[] {
  const last = new Map<string, Post>();
  for (const entry of posts)
    if (isPost(entry) && entry.author.id !== me?.id && entry.order > (last.get(entry.author.id)?.order ?? -1))
      last.set(entry.author.id, entry);
  return [...last.values()].sort((a, b) => b.order - a.order).map(({ author }) => author);
}
