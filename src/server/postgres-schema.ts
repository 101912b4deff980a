// The tables of the PostgreSQL database, as numbered migrations: forward only, and never changed once released. Texts
// are compared by their codes, as everywhere else in the product, whatever the database's language.

/** Each entry brings the database from the version before to the version of its place, counted from 1. */
export const postgresMigrations: readonly string[] = [
  `
  CREATE TABLE rooms (
    room text COLLATE "C" PRIMARY KEY,
    head text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    ord bigint NOT NULL,
    about text NOT NULL
  );
  CREATE TABLE posts (
    room text COLLATE "C" NOT NULL REFERENCES rooms,
    id text COLLATE "C" NOT NULL,
    parent_id text COLLATE "C",
    root_id text COLLATE "C" NOT NULL,
    ord bigint NOT NULL,
    seq bigint NOT NULL,
    record text NOT NULL,
    PRIMARY KEY (room, id)
  );
  CREATE INDEX posts_in_order ON posts (room, ord);
  CREATE INDEX posts_by_thread ON posts (room, root_id, ord);
  CREATE INDEX first_posts ON posts (room, ord) WHERE parent_id IS NULL;
  CREATE INDEX posts_by_change ON posts (room, seq);
  CREATE TABLE commits (
    room text COLLATE "C" NOT NULL REFERENCES rooms,
    seq bigint NOT NULL,
    head text COLLATE "C" NOT NULL,
    op text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    print text NOT NULL,
    post_id text COLLATE "C",
    PRIMARY KEY (room, seq),
    UNIQUE (room, head),
    UNIQUE (room, op)
  );
  CREATE TABLE marks (
    room text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    post_id text COLLATE "C" NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (room, person_id, post_id)
  );
  CREATE TABLE guests (
    site text COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    created_at text NOT NULL,
    PRIMARY KEY (site, person_id)
  );
  `,
];
