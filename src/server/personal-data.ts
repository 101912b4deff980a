// What every column of the database, and every field of the JSON in it, says about a person: the ground of any answer to
// "what do you keep of me". A column without a class fails a test; a field without one does not compile.
import type { StoredPost } from '../model/post.ts';
import type { About } from '../room/storage.ts';

/**
 * `none`: nothing about anybody. `id`: an opaque id of a person. `name`: the name they gave. `content`: what they wrote.
 * `contact`: how to reach them. `behaviour`: what they did, and when.
 */
export type PersonalKind = 'none' | 'id' | 'name' | 'content' | 'contact' | 'behaviour';

/** A class for every field of a record, however deep; of a list, for the fields of its entries. */
export type Classified<T> =
  NonNullable<T> extends readonly (infer Entry)[]
    ? Classified<Entry>
    : NonNullable<T> extends object
      ? string extends keyof NonNullable<T>
        ? PersonalKind
        : { readonly [Key in keyof T]-?: Classified<T[Key]> }
      : PersonalKind;

/** Every field of a stored post. */
export const personalInPosts: Classified<StoredPost> = {
  id: 'none',
  parentId: 'none',
  author: { id: 'id', name: 'name', role: 'none' },
  body: 'content',
  createdAt: 'behaviour',
  editedAt: 'behaviour',
  revision: 'none',
  order: 'behaviour',
  state: 'none',
  reason: 'content',
  kind: 'none',
  move: 'none',
  prompt: { id: 'none', version: 'none', stage: 'none' },
  isPrivate: 'none',
  pinned: { by: { id: 'id', name: 'name', role: 'none' }, at: 'behaviour', note: 'content' },
  settledAt: 'behaviour',
  endorsements: {
    kind: 'none',
    by: { id: 'id', name: 'name', role: 'none' },
    at: 'behaviour',
    reason: 'content',
    note: 'content',
    revokedAt: 'behaviour',
  },
  earlier: { body: 'content', at: 'behaviour' },
  voided: { at: 'behaviour', reason: 'content' },
  nudges: { personId: 'id', at: 'behaviour', by: { id: 'id', name: 'name' } },
  acts: { type: 'behaviour', by: { id: 'id', name: 'name' }, at: 'behaviour', set: 'behaviour', note: 'content' },
  published: 'none',
  rootId: 'none',
  answers: 'id',
  publishedAt: 'behaviour',
  goneAt: 'behaviour',
  unlocked: { open: 'behaviour', live: 'behaviour', compare: 'behaviour', conclude: 'behaviour', apply: 'behaviour' },
  evidence: { at: 'behaviour', words: 'behaviour', isOwn: 'behaviour', flaw: 'behaviour', as: 'none' },
  sketch: 'content',
};

const rule = {
  answerWords: 'none',
  colleagues: 'none',
  replyWords: 'none',
  readPercent: 'none',
  comesBack: 'none',
  applyWords: 'none',
  isAttested: 'none',
} as const;

/** Every field of a room's record. */
export const personalInRecords: Classified<About> = {
  title: 'none',
  url: 'none',
  prompts: {
    id: 'none',
    version: 'none',
    title: 'none',
    text: 'none',
    state: 'none',
    kinds: 'none',
    stages: { name: 'none', instruction: 'none', gate: { type: 'none' }, from: 'none' },
    timeZone: 'none',
    mixer: { immediacy: 'none', structure: 'none', scale: 'none', transparency: 'none' },
    credit: rule,
    summary: 'content',
    since: 'none',
    rules: { version: 'none', since: 'none', credit: rule },
    attestations: { personId: 'id', by: { id: 'id', name: 'name' }, at: 'behaviour', note: 'content' },
  },
  moved: 'none',
  epoch: 'none',
  hasInvited: 'none',
  hasPinned: 'none',
  acts: { type: 'behaviour', by: { id: 'id', name: 'name' }, at: 'behaviour', set: 'behaviour', note: 'content' },
};

/** Every column of every table, by table; a column of JSON has the classes of its fields. */
export const personalData = {
  rooms: { room: 'none', head: 'none', seq: 'none', ord: 'none', about: personalInRecords },
  posts: {
    room: 'none',
    id: 'none',
    parent_id: 'none',
    root_id: 'none',
    ord: 'behaviour',
    seq: 'none',
    record: personalInPosts,
  },
  commits: {
    room: 'none',
    seq: 'none',
    head: 'none',
    op: 'none',
    person_id: 'id',
    print: 'none',
    post_id: 'none',
  },
  marks: { room: 'none', person_id: 'id', post_id: 'behaviour', at: 'behaviour' },
  guests: { site: 'none', person_id: 'id', name: 'name', email: 'contact', created_at: 'behaviour' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PersonalKind | object>>>>;
