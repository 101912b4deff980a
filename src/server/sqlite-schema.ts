// The tables of the SQLite file, as numbered migrations: forward only, and never changed once released.

/** Each entry brings the file from the version before to the version of its place, counted from 1. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE rooms (
    room TEXT PRIMARY KEY,
    head TEXT NOT NULL,
    seq INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    title TEXT,
    url TEXT
  ) WITHOUT ROWID;
  CREATE TABLE posts (
    room TEXT NOT NULL REFERENCES rooms,
    id TEXT NOT NULL,
    parent_id TEXT,
    root_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_role TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    edited_at TEXT,
    revision INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    published INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (room, id)
  );
  CREATE INDEX posts_in_order ON posts (room, ord);
  CREATE INDEX posts_by_thread ON posts (room, root_id, ord);
  CREATE INDEX first_posts ON posts (room, ord) WHERE parent_id IS NULL;
  CREATE INDEX posts_by_change ON posts (room, seq);
  CREATE TABLE commits (
    room TEXT NOT NULL REFERENCES rooms,
    seq INTEGER NOT NULL,
    head TEXT NOT NULL,
    op TEXT NOT NULL,
    person_id TEXT NOT NULL,
    print TEXT NOT NULL,
    post_id TEXT,
    PRIMARY KEY (room, seq),
    UNIQUE (room, head),
    UNIQUE (room, op)
  );
  CREATE TABLE marks (
    room TEXT NOT NULL,
    person_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    PRIMARY KEY (room, person_id, post_id)
  ) WITHOUT ROWID;
  CREATE TABLE guests (
    site TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (site, person_id)
  ) WITHOUT ROWID;
  `,
  // Posts and records are kept whole, as JSON, beside what they are found by; marks get a time. When the marks there are
  // were made is not known: by now at the latest.
  `
  ALTER TABLE rooms ADD COLUMN about TEXT NOT NULL DEFAULT '';
  UPDATE rooms SET about = json_object('title', title, 'url', url);
  ALTER TABLE rooms DROP COLUMN title;
  ALTER TABLE rooms DROP COLUMN url;
  ALTER TABLE posts RENAME TO old_posts;
  CREATE TABLE posts (
    room TEXT NOT NULL REFERENCES rooms,
    id TEXT NOT NULL,
    parent_id TEXT,
    root_id TEXT NOT NULL,
    ord INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (room, id)
  );
  INSERT INTO posts (room, id, parent_id, root_id, ord, seq, record) SELECT
    room, id, parent_id, root_id, ord, seq,
    CASE WHEN reason IS NULL THEN json_object(
      'id', id, 'parentId', parent_id,
      'author', json_object('id', author_id, 'name', author_name, 'role', author_role),
      'body', body, 'createdAt', created_at, 'editedAt', edited_at, 'revision', revision, 'order', ord, 'state', state,
      'published', json(iif(published, 'true', 'false'))
    ) ELSE json_object(
      'id', id, 'parentId', parent_id,
      'author', json_object('id', author_id, 'name', author_name, 'role', author_role),
      'body', body, 'createdAt', created_at, 'editedAt', edited_at, 'revision', revision, 'order', ord, 'state', state,
      'reason', reason, 'published', json(iif(published, 'true', 'false'))
    ) END
  FROM old_posts;
  DROP TABLE old_posts;
  CREATE INDEX posts_in_order ON posts (room, ord);
  CREATE INDEX posts_by_thread ON posts (room, root_id, ord);
  CREATE INDEX first_posts ON posts (room, ord) WHERE parent_id IS NULL;
  CREATE INDEX posts_by_change ON posts (room, seq);
  ALTER TABLE marks RENAME TO old_marks;
  CREATE TABLE marks (
    room TEXT NOT NULL,
    person_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (room, person_id, post_id)
  ) WITHOUT ROWID;
  INSERT INTO marks (room, person_id, post_id, at)
    SELECT room, person_id, post_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM old_marks;
  DROP TABLE old_marks;
  `,
];
