// Several changes as one: what was committed at the same moment travels as one message.
import type { Changes, Marker, Post } from './post.ts';

/** Changes that follow on one another, in their order, as runs of one each: every post once, as it is at the end. */
export function joinChanges(changes: readonly Changes[]): Changes[] {
  const joined: Changes[] = [];
  for (const next of changes) {
    const last = joined.at(-1);
    if (last === undefined || next.from !== last.to) joined.push(next);
    else joined[joined.length - 1] = { ...last, ...next, from: last.from, posts: [...last.posts, ...next.posts] };
  }
  return joined.map((one) => ({ ...one, posts: latest(one.posts) }));
}

function latest(posts: readonly (Post | Marker)[]): (Post | Marker)[] {
  return [...new Map(posts.map((post) => [post.id, post])).values()];
}
