// What every column of the database says about a person: the ground of any answer to "what do you keep of me". A test
// fails where a column is not named here.

/**
 * `none`: nothing about anybody. `id`: an opaque id of a person. `name`: the name they gave. `content`: what they wrote.
 * `contact`: how to reach them. `behaviour`: what they did, and when.
 */
export type PersonalKind = 'none' | 'id' | 'name' | 'content' | 'contact' | 'behaviour';

/** Every column of every table, by table. */
export const personalData: Readonly<Record<string, Readonly<Record<string, PersonalKind>>>> = {
  rooms: { room: 'none', head: 'none', seq: 'none', ord: 'none', title: 'none', url: 'none' },
  posts: {
    room: 'none',
    id: 'none',
    parent_id: 'none',
    root_id: 'none',
    author_id: 'id',
    author_name: 'name',
    author_role: 'none',
    body: 'content',
    created_at: 'behaviour',
    edited_at: 'behaviour',
    revision: 'none',
    ord: 'behaviour',
    state: 'none',
    reason: 'content',
    published: 'none',
    seq: 'none',
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
  marks: { room: 'none', person_id: 'id', post_id: 'behaviour' },
  guests: { site: 'none', person_id: 'id', name: 'name', email: 'contact', created_at: 'behaviour' },
};
