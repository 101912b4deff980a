// One discussion as JSON: everything its room keeps of its posts, for moving it or keeping a copy. For whoever has the
// data anyway, an operator or the browser it is kept in: views do not apply here. Reading it: server/import/room-json.ts.
import type { StoredPost } from '../model/post.ts';
import type { Slice } from './storage.ts';

/** Names the format in the file. */
export const format = 'peer-discussion';
/** Raised with every change that an older reader would misunderstand. */
export const version = 1;

/** Every field of a post, in the one order that an export has. One left out here does not compile. */
const fields: { readonly [Key in keyof Required<StoredPost>]: Key } = {
  id: 'id',
  parentId: 'parentId',
  author: 'author',
  body: 'body',
  createdAt: 'createdAt',
  editedAt: 'editedAt',
  revision: 'revision',
  order: 'order',
  state: 'state',
  reason: 'reason',
  kind: 'kind',
  move: 'move',
  prompt: 'prompt',
  isPrivate: 'isPrivate',
  pinned: 'pinned',
  settledAt: 'settledAt',
  endorsements: 'endorsements',
  earlier: 'earlier',
  voided: 'voided',
  nudges: 'nudges',
  acts: 'acts',
  published: 'published',
  rootId: 'rootId',
  answers: 'answers',
  publishedAt: 'publishedAt',
  goneAt: 'goneAt',
  unlocked: 'unlocked',
  evidence: 'evidence',
  sketch: 'sketch',
};

/** The post with its fields in the one order that an export has, those without a value left out. */
export function written(post: Omit<StoredPost, 'reason'> & { readonly reason?: string | undefined }): StoredPost {
  const { id, name, role } = post.author;
  const whole = { ...post, author: { id, name, role } };
  const present = Object.values(fields).filter((field) => whole[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, whole[field]])) as unknown as StoredPost;
}

/** A room as the text of an export. */
export function roomToJson(discussion: string, { about, posts }: Slice): string {
  return `${JSON.stringify({ format, version, discussion, ...about, posts: posts.map(written) }, null, 2)}\n`;
}
