// The storage rules over PostgreSQL, and what PostgreSQL itself must promise.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { add, idOf, room } from '../../src/room/rules/bench.ts';
import { storageRules } from '../../src/room/storage-rules.ts';
import { personalData } from '../../src/server/personal-data.ts';
import { postgresMigrations } from '../../src/server/postgres-schema.ts';
import { createPostgresStorage } from '../../src/server/postgres-storage.ts';
import { openPostgres } from '../../src/server/postgres.ts';
import { startPostgres, type Postgres } from '../support/postgres.ts';
import { runRules } from '../support/run-rules.ts';

const postgres = await startPostgres('the storage rules over PostgreSQL');
if (postgres !== null) {
  after(() => postgres.remove());
  testStorage(postgres);
}

function testStorage({ createDatabase, crash, crashNow, start }: Postgres): void {
  const open = async (url: string) => createPostgresStorage(await openPostgres(url, postgresMigrations));

  async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Row & pg.QueryResultRow>(sql);
    await client.end();
    return rows;
  }

  runRules(
    test,
    storageRules,
    async () => {
      const url = await createDatabase();
      let storage = await open(url);
      return {
        storage,
        async reopen() {
          await storage.close();
          storage = await open(url);
          return storage;
        },
        close: () => storage.close(),
      };
    },
    ['reopen'],
  );

  test('commits of two servers in one room are one history: none is lost, each follows on the one before', async () => {
    const url = await createDatabase();
    const nodes = [await open(url), await open(url)] as const;
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, place) => add(nodes[place % 2 === 0 ? 0 : 1], `op ${place}`)),
    );
    const steps = new Map(
      outcomes.flatMap((outcome) => (outcome.kind === 'applied' ? [[outcome.from, outcome.to]] : [])),
    );
    assert.equal(steps.size, 60);
    let head: string | undefined = '0';
    for (let step = 0; step < 60; step++) head = steps.get(head ?? '');
    assert.equal(head, await nodes[0].head(room));
    assert.deepEqual((await nodes[0].everything(room)).posts, (await nodes[1].everything(room)).posts);
    const twice = await Promise.all(nodes.map((node) => add(node, 'the same op')));
    assert.deepEqual(twice.map(({ kind }) => kind).sort(), ['applied', 'known']);
    for (const node of nodes) await node.close();
  });

  test('a busy room takes one connection: while it waits for its lock, other rooms go on', async () => {
    const url = await createDatabase();
    const storage = await open(url);
    await add(storage, 'one');
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM rooms WHERE room = $1 FOR UPDATE', [room]);
    const waiting = Promise.all(Array.from({ length: 30 }, (_, place) => add(storage, `waits ${place}`)));
    assert.equal((await add(storage, 'one', {}, 'another room')).kind, 'applied');
    assert.equal((await storage.everything(room)).posts.length, 1);
    await holder.query('COMMIT');
    await holder.end();
    assert.ok((await waiting).every(({ kind }) => kind === 'applied'));
    await storage.close();
  });

  test('a lost connection is a failure of the storage, heals by itself, and loses nothing that was acknowledged', async () => {
    const lost: unknown[] = [];
    const url = await createDatabase();
    const storage = createPostgresStorage(await openPostgres(url, postgresMigrations, (error) => lost.push(error)));
    await add(storage, 'one');
    await crash();
    for (const call of [
      () => add(storage, 'two'),
      () => storage.head(room),
      () => storage.threads(room, 'newest', null, 1),
    ])
      await assert.rejects(call());
    assert.ok(lost.length > 0);
    await start();
    assert.equal((await add(storage, 'two')).kind, 'applied');
    assert.deepEqual(
      (await storage.everything(room)).posts.map(({ id }) => id),
      ['one', 'two'].map(idOf),
    );
    await storage.close();
  });

  test('a database that ends in the middle of a commit fails that commit, and the server lives on', async () => {
    const storage = await open(await createDatabase());
    await add(storage, 'one');
    let crashed = Promise.resolve();
    const attempt = { room, op: 'op two', by: 'ada', print: 'two', reads: [] };
    await assert.rejects(
      storage.commit(attempt, ({ head, order }) => {
        crashed = crashNow();
        return { head: `${head}.two`, order, post: null, about: null };
      }),
    );
    await crashed;
    await start();
    assert.equal((await add(storage, 'two')).kind, 'applied');
    await storage.close();
  });

  test('a text with a NUL, which PostgreSQL cannot keep, is looked for and not found', async () => {
    const storage = await open(await createDatabase());
    await add(storage, 'one');
    assert.equal(await storage.since(room, '0.one\0'), null);
    assert.deepEqual(await storage.threadOf(room, `${idOf('one')}\0`), []);
    await storage.mark(room, 'ada', ['\0', idOf('one')], '2030-01-01T00:00:00.000Z');
    assert.equal((await storage.marks(room, 'ada')).length, 1);
    await storage.close();
  });

  test('servers that start at once over a new database all find it up to date', async () => {
    const url = await createDatabase();
    const storages = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    assert.deepEqual(await query(url, 'SELECT version FROM schema_version'), [{ version: postgresMigrations.length }]);
    for (const storage of storages) await storage.close();
  });

  test('a database of a newer program is refused with a sentence, and one without a server too', async () => {
    const url = await createDatabase();
    await (await openPostgres(url, [...postgresMigrations, 'CREATE TABLE later (x int)'])).end();
    await assert.rejects(open(url), {
      message: /was written by a newer version of the program \(format 2, this one knows 1\)/,
    });
    await assert.rejects(open('postgres://nobody:a-secret@127.0.0.1:1/x'), {
      message: 'The PostgreSQL database cannot be reached (ECONNREFUSED).',
    });
  });

  test('a migration that fails leaves the database as it was', async () => {
    const url = await createDatabase();
    await (await open(url)).close();
    const broken = [...postgresMigrations, "CREATE TABLE later (x int); INSERT INTO posts (room) VALUES ('none')"];
    await assert.rejects(openPostgres(url, broken), { message: /violates not-null/ });
    assert.deepEqual(await query(url, "SELECT to_regclass('later') AS later, version FROM schema_version"), [
      { later: null, version: postgresMigrations.length },
    ]);
  });

  test('a database that acknowledges before it has written is refused', async () => {
    const url = await createDatabase();
    await query(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    await assert.rejects(open(url), { message: /synchronous_commit is off, which does not keep posts safely/ });
  });

  test('every column is classified', async () => {
    const url = await createDatabase();
    await (await open(url)).close();
    const rows = await query<{ table_name: string; column_name: string }>(
      url,
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'schema_version'`,
    );
    const found = rows.map((row) => `${row.table_name}.${row.column_name}`).sort();
    const named = Object.entries(personalData).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    assert.deepEqual(found, named.sort());
  });
}
