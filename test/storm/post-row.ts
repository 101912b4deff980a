// A stored post as the checker judges it, whichever storage it comes from.
import type { StoredPost } from '../../src/model/post.ts';
import type { PostRow } from './evidence.ts';
import { marksOf } from './history-model.ts';

/** The row of a post at its place in the log. */
export function postRow(post: StoredPost, order: number): PostRow {
  const { id, parentId, author, body, revision, state } = post;
  return { id, parentId, authorId: author.id, body, revision, order, state, marks: marksOf(post) };
}
