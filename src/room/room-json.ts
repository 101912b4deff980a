// One discussion as JSON: everything its room keeps of its posts, for moving it or keeping a copy. For whoever has the
// data anyway, an operator or the browser it is kept in: views do not apply here. Reading it: server/import/room-json.ts.
import type { StoredPost } from '../model/post.ts';
import type { Slice } from './storage.ts';

/** Names the format in the file. */
export const format = 'peer-discussion';
/** Raised with every change that an older reader would misunderstand. */
export const version = 1;

/** The post with its fields in the one order that an export has. */
export function written(post: Omit<StoredPost, 'reason'> & { readonly reason?: string | undefined }): StoredPost {
  const { id, parentId, author, body, createdAt, editedAt, revision, order, state, reason, published } = post;
  const { id: personId, name, role } = author;
  return {
    ...{ id, parentId, author: { id: personId, name, role }, body, createdAt, editedAt, revision, order, state },
    ...(reason !== undefined && { reason }),
    published,
  };
}

/** A room as the text of an export. */
export function roomToJson(discussion: string, { about, posts }: Slice): string {
  const { title, url } = about;
  return `${JSON.stringify({ format, version, discussion, title, url, posts: posts.map(written) }, null, 2)}\n`;
}
