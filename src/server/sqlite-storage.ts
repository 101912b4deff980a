// Rooms in an SQLite file. The writes of one turn of the event loop share one transaction, and so one fsync; each has
// a savepoint of its own, so that a refusal undoes nothing but itself.
import type { StoredPost } from '../model/post.ts';
import { emptyHead } from '../room/storage.ts';
import type { About, Attempt, Decision, Mark, Outcome, Slice, Standing, Storage } from '../room/storage.ts';
import type { Sqlite } from './sqlite.ts';

interface RoomRow {
  readonly head: string;
  readonly seq: number;
  readonly ord: number;
  /** JSON of the record. */
  readonly about: string;
}

interface PostRow {
  /** JSON of the post. */
  readonly record: string;
}

const newRoom: RoomRow = { head: emptyHead, seq: 0, ord: 0, about: JSON.stringify({ title: null, url: null }) };

const postOf = ({ record }: PostRow): StoredPost => JSON.parse(record) as StoredPost;
const aboutOf = ({ about }: RoomRow): About => JSON.parse(about) as About;

/** The statements a storage runs, prepared once. */
function prepare(db: Sqlite) {
  return {
    room: db.prepare('SELECT head, seq, ord, about FROM rooms WHERE room = ?'),
    post: db.prepare(`SELECT record FROM posts WHERE room = ? AND id = ?`),
    op: db.prepare('SELECT person_id AS by, print FROM commits WHERE room = ? AND op = ?'),
    head: db.prepare('SELECT seq FROM commits WHERE room = ? AND head = ?'),
    all: db.prepare(`SELECT record FROM posts WHERE room = ? ORDER BY ord, id`),
    later: db.prepare(`SELECT record FROM posts WHERE room = ? AND seq > ? ORDER BY ord, id`),
    thread: db.prepare(
      `SELECT record FROM posts WHERE room = ?1 AND root_id = (SELECT root_id FROM posts WHERE room = ?1 AND id = ?2) ORDER BY ord, id`,
    ),
    threads: db.prepare(
      `SELECT record FROM posts WHERE room = ? AND root_id IN (SELECT value FROM json_each(?)) ORDER BY ord, id`,
    ),
    oldest: db.prepare(
      'SELECT id, ord FROM posts WHERE room = ? AND parent_id IS NULL AND ord > ? ORDER BY ord LIMIT ?',
    ),
    newest: db.prepare(
      'SELECT id, ord FROM posts WHERE room = ? AND parent_id IS NULL AND ord < ? ORDER BY ord DESC LIMIT ?',
    ),
    rooms: db.prepare('SELECT room FROM rooms ORDER BY room'),
    list: db.prepare(
      `SELECT room, head, ord,
        (SELECT json_group_array(post_id) FROM marks WHERE marks.room = rooms.room AND person_id = ?1) AS read
        FROM rooms WHERE room >= ?2 AND room < ?3 ORDER BY room`,
    ),
    marks: db.prepare('SELECT post_id AS id, at FROM marks WHERE room = ? AND person_id = ?'),
    mark: db.prepare(
      'INSERT OR IGNORE INTO marks (room, person_id, post_id, at) SELECT room, ?, id, ? FROM posts WHERE room = ? AND id IN (SELECT value FROM json_each(?))',
    ),
    // Not REPLACE: that takes the row away first, and goes over everything that refers to it.
    putRoom: db.prepare(
      `INSERT INTO rooms (room, head, seq, ord, about) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (room) DO UPDATE SET head = excluded.head, seq = excluded.seq, ord = excluded.ord, about = excluded.about`,
    ),
    putPost: db.prepare(
      `INSERT OR REPLACE INTO posts (room, seq, id, parent_id, ord, record, root_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce((SELECT root_id FROM posts WHERE room = ?1 AND id = ?4), ?3))`,
    ),
    putCommit: db.prepare(
      'INSERT INTO commits (room, seq, head, op, person_id, print, post_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
  };
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A storage over an open file whose tables are up to date. Closing it closes the file. */
export function createSqliteStorage(db: Sqlite): Storage {
  const sql = prepare(db);
  let waiting: Waiting[] = [];
  let isOpen = true;

  const reach = (): void => {
    if (!isOpen) throw new Error('the storage is closed');
  };
  const roomOf = (room: string): RoomRow => (sql.room.get(room) as RoomRow | undefined) ?? newRoom;

  /** Carries out all that gathered in this turn, under one commit. Nobody hears of anything before it is durable. */
  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const { work, resolve, reject } of batch) {
        db.exec('SAVEPOINT one');
        try {
          const result = work() as never;
          answers.push(() => resolve(result));
        } catch (error) {
          db.exec('ROLLBACK TO one');
          answers.push(() => reject(error));
        }
        db.exec('RELEASE one');
      }
      db.exec('COMMIT');
    } catch (error) {
      rollBack();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  function rollBack(): void {
    try {
      db.exec('ROLLBACK');
    } catch {
      return; // the transaction did not begin, or the failure ended it
    }
  }

  function inTurn<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      reach();
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ work, resolve, reject });
    });
  }

  function commit(attempt: Attempt, decide: (standing: Standing) => Decision): Outcome {
    const { room, op, by, print } = attempt;
    const before = roomOf(room);
    const known = sql.op.get(room, op) as { by: string; print: string } | undefined;
    if (known !== undefined) return { kind: 'known', head: before.head, by: known.by, print: known.print };
    const found = new Map<string, StoredPost>();
    for (const id of attempt.reads) {
      const row = sql.post.get(room, id) as PostRow | undefined;
      if (row !== undefined) found.set(id, postOf(row));
    }
    const decision = decide({ head: before.head, order: before.ord, about: aboutOf(before), found });
    if (decision.head === emptyHead) throw new Error('this head was given before');
    const { post } = decision;
    const about = decision.about === null ? before.about : JSON.stringify(decision.about);
    const seq = before.seq + 1;
    sql.putRoom.run(room, decision.head, seq, decision.order, about);
    sql.putCommit.run(room, seq, decision.head, op, by, print, post?.id ?? null);
    if (post !== null) sql.putPost.run(room, seq, post.id, post.parentId, post.order, JSON.stringify(post));
    return { kind: 'applied', from: before.head, to: decision.head, decision };
  }

  const slice = (row: RoomRow, rows: unknown[]): Slice => ({
    head: row.head,
    order: row.ord,
    about: aboutOf(row),
    posts: (rows as PostRow[]).map(postOf),
  });

  return {
    commit: (attempt, decide) => inTurn(() => commit(attempt, decide)),
    async since(room, head) {
      reach();
      const place = head === emptyHead ? { seq: 0 } : (sql.head.get(room, head) as { seq: number } | undefined);
      return place === undefined ? null : slice(roomOf(room), sql.later.all(room, place.seq));
    },
    async everything(room) {
      reach();
      return slice(roomOf(room), sql.all.all(room));
    },
    async threads(room, order, after, limit) {
      reach();
      const beyond = after ?? (order === 'oldest' ? -1 : Number.MAX_SAFE_INTEGER);
      // One more than asked for tells whether there is one.
      const roots = sql[order].all(room, beyond, limit + 1) as { id: string; ord: number }[];
      const chosen = roots.slice(0, limit);
      const posts = sql.threads.all(room, JSON.stringify(chosen.map(({ id }) => id)));
      return { ...slice(roomOf(room), posts), next: roots.length > limit ? (chosen.at(-1)?.ord ?? null) : null };
    },
    async threadOf(room, postId) {
      reach();
      return (sql.thread.all(room, postId) as PostRow[]).map(postOf);
    },
    async head(room) {
      reach();
      return roomOf(room).head;
    },
    mark: (room, person, ids, at) => inTurn(() => void sql.mark.run(person, at, room, JSON.stringify(ids))),
    async marks(room, person) {
      reach();
      return (sql.marks.all(room, person) as Mark[]).map(({ id, at }) => ({ id, at }));
    },
    async rooms() {
      reach();
      return (sql.rooms.all() as { room: string }[]).map((row) => row.room);
    },
    async list(prefix, person) {
      reach();
      const rows = sql.list.all(person, prefix, `${prefix}\u{10ffff}`) as (RoomRow & { room: string; read: string })[];
      return rows.map(({ room, head, ord, read }) => ({ room, head, order: ord, read: JSON.parse(read) as string[] }));
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      flush();
      db.close();
    },
  };
}
