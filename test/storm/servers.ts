// The servers of a storm as processes of their own, over SQLite or over PostgreSQL and Redis: started, killed with
// nothing said, started again; and what they stored, read without them.
import { join } from 'node:path';
import pg from 'pg';
import { databaseName } from '../../src/server/backup.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { openSqlite } from '../../src/server/sqlite.ts';
import type { StoredPost } from '../../src/model/post.ts';
import type { Backends } from '../support/cluster.ts';
import { freePort, run, type Program } from '../support/program.ts';
import { createRelay, type Relay } from '../support/relay.ts';
import { site, temporaryFolder } from '../support/server-bench.ts';
import type { Rows } from './evidence.ts';
import { postRow } from './post-row.ts';

/** One server. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** What it said when it ended though nobody ended it; null while it has not. */
  readonly died: string | null;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** All servers of a storm, and what they share. */
export interface Servers {
  readonly nodes: readonly ServerProcess[];
  /** The folder of an SQLite file; null where the data are elsewhere. */
  readonly folder: string | null;
  /** A wire to Redis that the second server alone uses; null without one. */
  readonly redisOfSecond: Relay | null;
  /** What is stored of a discussion. */
  rows(discussion: string): Promise<Rows>;
  /** Ends everything and takes the data away. */
  remove(): Promise<void>;
}

interface Options {
  readonly config: object;
  readonly data: string;
}

async function startProcess(options: Options): Promise<ServerProcess> {
  const port = await freePort();
  let program: Program | null = null;
  let died: string | null = null;
  async function start(): Promise<void> {
    const started = run('--import', ['tsx', 'test/storm/server.ts', JSON.stringify({ ...options, port })]);
    program = started;
    void started.ended.then(({ code, complained }) => {
      if (program === started) died = `a server ended by itself with ${code}: ${complained}`;
    });
    await started.printed('up at');
  }
  await start();
  return {
    port,
    get pid() {
      return program?.pid ?? 0;
    },
    get died() {
      return died;
    },
    async kill() {
      const ending = program;
      program = null;
      await ending?.kill('SIGKILL');
    },
    start,
  };
}

/** Rows as any database gives them. */
interface Tables {
  readonly room: { readonly head: string } | undefined;
  readonly commits: readonly { seq: unknown; head: string; op: string; person_id: string; post_id: string | null }[];
  readonly posts: readonly { ord: unknown; record: string }[];
}

function rowsOf({ room, commits, posts }: Tables): Rows {
  return {
    head: room?.head ?? '',
    commits: commits.map(({ seq, head, op, person_id: by, post_id: postId }) => ({
      seq: Number(seq),
      ...{ head, op, by, postId },
    })),
    posts: posts.map(({ ord, record }) => postRow(JSON.parse(record) as StoredPost, Number(ord))),
  };
}

const ofRoom = 'SELECT head FROM rooms WHERE room = ';
const ofCommits = 'SELECT seq, head, op, person_id, post_id FROM commits WHERE room = ';
const ofPosts = 'SELECT ord, record FROM posts WHERE room = ';

/** One server over an SQLite file. */
export async function startOnSqlite(): Promise<Servers> {
  const folder = temporaryFolder();
  const node = await startProcess({ config: { sites: [site] }, data: folder.path });
  return {
    nodes: [node],
    folder: folder.path,
    redisOfSecond: null,
    async rows(discussion) {
      const room = `${site.id}:${discussion}`;
      const db = openSqlite(join(folder.path, databaseName), migrations);
      const found = {
        room: db.prepare(`${ofRoom}?`).get(room),
        commits: db.prepare(`${ofCommits}? ORDER BY seq`).all(room),
        posts: db.prepare(`${ofPosts}? ORDER BY ord, id`).all(room),
      };
      db.close();
      return rowsOf(found as unknown as Tables);
    },
    async remove() {
      await node.kill();
      folder.remove();
    },
  };
}

/** Two servers over one PostgreSQL and one Redis; the second reaches Redis over a wire of its own. */
export async function startOnCluster({ postgres, redis }: Backends): Promise<Servers> {
  const url = await postgres.createDatabase();
  const relay = await createRelay(redis.port);
  const configOf = (redisUrl: string): object => ({ sites: [site], storage: { postgres: url }, redis: redisUrl });
  const first = await startProcess({ config: configOf(redis.url), data: '' });
  const second = await startProcess({ config: configOf(relay.url.replace('http:', 'redis:')), data: '' });
  return {
    nodes: [first, second],
    folder: null,
    redisOfSecond: relay,
    async rows(discussion) {
      const room = [`${site.id}:${discussion}`];
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const ask = async (sql: string): Promise<unknown[]> => (await client.query(sql, room)).rows;
      const found = {
        room: (await ask(`${ofRoom}$1`))[0],
        commits: await ask(`${ofCommits}$1 ORDER BY seq`),
        posts: await ask(`${ofPosts}$1 ORDER BY ord, id`),
      };
      await client.end();
      return rowsOf(found as unknown as Tables);
    },
    async remove() {
      await first.kill();
      await second.kill();
      await relay.close();
    },
  };
}
