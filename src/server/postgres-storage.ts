// Rooms in a PostgreSQL database, shared by every server over it. Each commit is one transaction that holds the lock of
// its room's row, so that commits of one room follow on each other wherever they come from.
import type pg from 'pg';
import type { StoredPost } from '../model/post.ts';
import { emptyHead } from '../room/storage.ts';
import type { About, Attempt, Decision, Mark, Outcome, Slice, Standing, Storage } from '../room/storage.ts';
import type { Postgres } from './postgres.ts';

interface RoomRow {
  readonly head: string;
  readonly seq: number;
  readonly ord: number;
  readonly about: string;
}

/** A row of a slice: the room's own, which has a head, or a post's. `json` is the record of the one or the other. */
interface SliceRow {
  readonly head: string | null;
  readonly ord: number;
  readonly json: string;
}

/** A row of a look: the op where it is known, or a post. */
type LookRow =
  { readonly id: null; readonly by: string; readonly print: string } | { readonly id: string; readonly record: string };

const nowhere: About = Object.freeze({ title: null, url: null });

/** The room's own row and the posts of a slice, in the order of the log, out of one statement: so that it is one moment. */
const sliceOf = (posts: string, onlyIf = 'true'): string => `
  SELECT head, ord, about AS json, NULL AS id FROM rooms WHERE room = $1 AND ${onlyIf}
  UNION ALL SELECT NULL, ord, record, id FROM posts WHERE room = $1 AND ${posts}
  ORDER BY head NULLS LAST, ord, id`;

const statements = {
  lock: 'SELECT head, seq, ord, about FROM rooms WHERE room = $1 FOR UPDATE',
  begin: 'INSERT INTO rooms (room, head, seq, ord, about) VALUES ($1, $2, 0, 0, $3) ON CONFLICT DO NOTHING',
  /** Whether the op is known, and the posts to be read: a row for each. */
  look: `SELECT NULL AS id, NULL AS record, person_id AS by, print FROM commits WHERE room = $1 AND op = $2
    UNION ALL SELECT id, record, NULL, NULL FROM posts WHERE room = $1 AND id = ANY($3)`,
  /** All that a decision is stored as, in one round. */
  put: `WITH new_commit AS (
      INSERT INTO commits (room, seq, head, op, person_id, print, post_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ), new_room AS (
      UPDATE rooms SET seq = $2, head = $3, ord = $8, about = $9 WHERE room = $1
    )
    INSERT INTO posts (room, seq, id, parent_id, ord, record, root_id)
    SELECT $1, $2::bigint, $7, $10, $11::bigint, $12,
      coalesce((SELECT root_id FROM posts WHERE room = $1 AND id = $10), $7)
    WHERE $7::text IS NOT NULL
    ON CONFLICT (room, id) DO UPDATE SET seq = excluded.seq, parent_id = excluded.parent_id, ord = excluded.ord,
      record = excluded.record, root_id = excluded.root_id`,
  all: sliceOf('true'),
  later: `WITH place AS (SELECT seq FROM commits WHERE room = $1 AND head = $2)
    ${sliceOf('seq > (SELECT seq FROM place)', 'EXISTS (SELECT FROM place)')}`,
  threads: sliceOf('root_id = ANY($2)'),
  oldest: 'SELECT id, ord FROM posts WHERE room = $1 AND parent_id IS NULL AND ord > $2 ORDER BY ord LIMIT $3',
  newest: 'SELECT id, ord FROM posts WHERE room = $1 AND parent_id IS NULL AND ord < $2 ORDER BY ord DESC LIMIT $3',
  thread: `SELECT record FROM posts
    WHERE room = $1 AND root_id = (SELECT root_id FROM posts WHERE room = $1 AND id = $2) ORDER BY ord, id`,
  head: 'SELECT head FROM rooms WHERE room = $1',
  mark: `INSERT INTO marks (room, person_id, post_id, at)
    SELECT room, $2, id, $4 FROM posts WHERE room = $1 AND id = ANY($3) ORDER BY id ON CONFLICT DO NOTHING`,
  marks: 'SELECT post_id AS id, at FROM marks WHERE room = $1 AND person_id = $2',
  rooms: 'SELECT room FROM rooms ORDER BY room',
  list: `SELECT room, head, ord,
      ARRAY(SELECT post_id FROM marks WHERE marks.room = rooms.room AND person_id = $1) AS read
    FROM rooms WHERE room >= $2 AND room < $3 ORDER BY room`,
} as const;

/** PostgreSQL keeps no text with a NUL: none of ours has one, and what somebody asks for with one is not there. */
const isKeepable = (text: string): boolean => !text.includes('\0');

function toSlice(rows: readonly SliceRow[]): Slice {
  const [first, ...rest] = rows;
  if (first === undefined) return { head: emptyHead, order: 0, about: nowhere, posts: [] };
  const { head, ord, json } = first;
  const posts = rest.map((row) => JSON.parse(row.json) as StoredPost);
  return { head: head ?? emptyHead, order: ord, about: JSON.parse(json) as About, posts };
}

/** A storage over an open database whose tables are up to date. Closing it closes the pool. */
export function createPostgresStorage(pool: Postgres): Storage {
  const underWay = new Set<Promise<unknown>>();
  /** The end of the last commit of each room that has one under way here: they go one after the other. */
  const lines = new Map<string, Promise<unknown>>();
  let closing: Promise<void> | null = null;

  function doing<T>(work: () => Promise<T>): Promise<T> {
    if (closing !== null) return Promise.reject(new Error('the storage is closed'));
    const call = work();
    const forget = (): boolean => underWay.delete(call);
    underWay.add(call);
    call.then(forget, forget);
    return call;
  }

  /** In line behind what this process does in the room, so that a busy room takes one connection and answers in order. */
  function inLine<T>(room: string, work: () => Promise<T>): Promise<T> {
    const before = lines.get(room) ?? Promise.resolve();
    const call = before.then(work, work);
    const leave = (): void => {
      if (lines.get(room) === call) lines.delete(room);
    };
    lines.set(room, call);
    call.then(leave, leave);
    return call;
  }

  const ask = async <Row extends object>(sql: string, cells: readonly unknown[]): Promise<Row[]> =>
    (await pool.query<Row & pg.QueryResultRow>(sql, [...cells])).rows;

  /** A transaction at one moment or over locks; a connection that failed in it is not used again. */
  async function transact<T>(kind: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN ${kind}`);
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (thrown) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (lost: Error) => client.release(lost),
      );
      throw thrown;
    }
  }

  async function lock(client: pg.PoolClient, room: string): Promise<RoomRow> {
    const found = await client.query<RoomRow>(statements.lock, [room]);
    if (found.rows[0] !== undefined) return found.rows[0];
    // Whoever begins the same room at the same time waits here for the other's end.
    await client.query(statements.begin, [room, emptyHead, JSON.stringify(nowhere)]);
    const begun = await client.query<RoomRow>(statements.lock, [room]);
    if (begun.rows[0] === undefined) throw new Error('the room could not be begun');
    return begun.rows[0];
  }

  async function commit(
    client: pg.PoolClient,
    attempt: Attempt,
    decide: (standing: Standing) => Decision,
  ): Promise<Outcome> {
    const { room, op, by, print, reads } = attempt;
    const before = await lock(client, room);
    const ids = [...new Set(reads)].filter(isKeepable);
    const { rows } = await client.query<LookRow>(statements.look, [room, op, ids]);
    const found = new Map<string, StoredPost>();
    for (const row of rows) {
      if (row.id === null) return { kind: 'known', head: before.head, by: row.by, print: row.print };
      found.set(row.id, JSON.parse(row.record) as StoredPost);
    }
    const { head: from, ord: order } = before;
    const decision = decide({ head: from, order, about: JSON.parse(before.about) as About, found });
    if (decision.head === emptyHead) throw new Error('this head was given before');
    const { head, post } = decision;
    const about = decision.about === null ? before.about : JSON.stringify(decision.about);
    const seq = before.seq + 1;
    await client.query(statements.put, [
      ...[room, seq, head, op, by, print, post?.id, decision.order, about],
      ...[post?.parentId, post?.order, post && JSON.stringify(post)],
    ]);
    return { kind: 'applied', from, to: head, decision };
  }

  return {
    commit: (attempt, decide) =>
      doing(() => inLine(attempt.room, () => transact('', (client) => commit(client, attempt, decide)))),
    since: (room, head) =>
      doing(async () => {
        if (head === emptyHead) return toSlice(await ask(statements.all, [room]));
        const rows = isKeepable(head) ? await ask<SliceRow>(statements.later, [room, head]) : [];
        return rows.length === 0 ? null : toSlice(rows);
      }),
    everything: (room) => doing(async () => toSlice(await ask(statements.all, [room]))),
    threads: (room, order, after, limit) =>
      doing(() =>
        transact('ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
          const beyond = after ?? (order === 'oldest' ? -1 : Number.MAX_SAFE_INTEGER);
          // One more than asked for tells whether there is one.
          const roots = await client.query<{ id: string; ord: number }>(statements[order], [room, beyond, limit + 1]);
          const chosen = roots.rows.slice(0, limit);
          const { rows } = await client.query<SliceRow>(statements.threads, [room, chosen.map(({ id }) => id)]);
          return { ...toSlice(rows), next: roots.rows.length > limit ? (chosen.at(-1)?.ord ?? null) : null };
        }),
      ),
    threadOf: (room, postId) =>
      doing(async () => {
        const rows = isKeepable(postId) ? await ask<{ record: string }>(statements.thread, [room, postId]) : [];
        return rows.map(({ record }) => JSON.parse(record) as StoredPost);
      }),
    head: (room) => doing(async () => (await ask<{ head: string }>(statements.head, [room]))[0]?.head ?? emptyHead),
    mark: (room, person, ids, at) =>
      doing(async () => void (await ask(statements.mark, [room, person, ids.filter(isKeepable), at]))),
    marks: (room, person) => doing(() => ask<Mark>(statements.marks, [room, person])),
    rooms: () => doing(async () => (await ask<{ room: string }>(statements.rooms, [])).map(({ room }) => room)),
    list: (prefix, person) =>
      doing(async () => {
        const cells = [person, prefix, `${prefix}\u{10ffff}`];
        const rows = isKeepable(prefix)
          ? await ask<RoomRow & { room: string; read: string[] }>(statements.list, cells)
          : [];
        return rows.map(({ room, head, ord, read }) => ({ room, head, order: ord, read }));
      }),
    close() {
      closing ??= Promise.allSettled(underWay).then(() => pool.end());
      return closing;
    },
  };
}
