// Everything of an SQLite file arrives in PostgreSQL as it was, or nothing does.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { add, attempt, decision, idOf, post, replace, room } from '../../src/room/rules/bench.ts';
import type { Storage } from '../../src/room/storage.ts';
import { databaseName } from '../../src/server/backup.ts';
import { openData } from '../../src/server/data.ts';
import { migrateStorage } from '../../src/server/migrate-storage.ts';
import { startPostgres, type Postgres } from '../support/postgres.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const postgres = await startPostgres('the way from SQLite to PostgreSQL');
if (postgres !== null) {
  after(() => postgres.remove());
  testMigration(postgres);
}

const hard = `'; -- " \\ \\u0041 {a,"b",NULL}\r\n\t\u{1f469}\u200d\u{1f467} é \ufeff\u202e \u0001\u007f`;
const at = '2030-01-01T08:00:00.001Z';

/** Everything that can be asked of a storage about these rooms. */
async function all(storage: Storage): Promise<unknown> {
  const rooms = await storage.rooms();
  const each = rooms.map(async (key) => [
    await storage.everything(key),
    await storage.since(key, '0.one'),
    await storage.threads(key, 'newest', null, 3),
    (await storage.marks(key, 'ada')).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    await storage.marks(key, hard),
    await storage.commit(attempt('two', { room: key }), () => assert.fail('an op that was used')),
  ]);
  return [rooms, await Promise.all(each)];
}

function testMigration({ createDatabase }: Postgres): void {
  async function filled() {
    const folder = temporaryFolder();
    const { storage, guests } = await openData({}, folder.path);
    for (const key of [room, 'site:é', hard]) {
      await add(storage, 'one', {}, key);
      await add(storage, 'two', { body: hard, state: 'hidden', reason: hard, parentId: idOf('one') }, key);
      await storage.mark(key, 'ada', [idOf('one'), idOf('two')], at);
    }
    await replace(storage, 'change', post('one', 1, { body: 'changed', revision: 2 }));
    const addBrief = (name: string) =>
      storage.commit(attempt(name), (standing) => {
        const order = standing.order + 1;
        return decision(name, standing, { head: `head ${name}`, order, post: post(name, order) });
      });
    await Promise.all(Array.from({ length: 2_500 }, (_, place) => addBrief(`many ${place}`)));
    const about = { title: hard, url: null };
    await storage.commit(attempt('name'), (standing) => decision('name', standing, { about }));
    await storage.mark(room, hard, [idOf('one')], at);
    await guests.add('site', 'guest:1', { name: hard, email: 'a@example.org' });
    return { folder, storage, rows: { rooms: 3, posts: 2_506, commits: 2_508, marks: 7, guests: 1 } };
  }

  async function run(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows as unknown[];
  }

  test('every room is carried over with its history, its marks and its guests; a second time is refused', async () => {
    const { folder, storage, rows } = await filled();
    const before = await all(storage);
    await storage.close();
    const url = await createDatabase();
    assert.deepEqual(await migrateStorage(folder.path, url), rows);
    const { storage: arrived } = await openData({ storage: { postgres: url } }, '');
    assert.deepEqual(await all(arrived), before);
    const head = await arrived.head(room);
    const outcome = await add(arrived, 'three');
    assert.equal(outcome.kind === 'applied' && outcome.from, head);
    await arrived.close();
    assert.deepEqual(await run(url, 'SELECT name, email FROM guests'), [{ name: hard, email: 'a@example.org' }]);
    await assert.rejects(migrateStorage(folder.path, url), { message: /holds data already; nothing was carried over/ });
    const { storage: still } = await openData({}, folder.path);
    assert.deepEqual(await all(still), before);
    await still.close();
    folder.remove();
  });

  const faults = {
    'a row that changes on its way': "NEW.record = replace(NEW.record, 'changed', 'Changed'); RETURN NEW;",
    'a row that does not arrive': `IF NEW.id = '${idOf('many 17')}' THEN RETURN NULL; END IF; RETURN NEW;`,
  };
  for (const [fault, body] of Object.entries(faults))
    test(`${fault} is noticed, and nothing is kept`, async () => {
      const { folder, storage } = await filled();
      await storage.close();
      const url = await createDatabase();
      const { storage: empty } = await openData({ storage: { postgres: url } }, '');
      await empty.close();
      await run(
        url,
        `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
        CREATE TRIGGER spoil BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION spoil()`,
      );
      await assert.rejects(migrateStorage(folder.path, url), {
        message: `posts of ${room}: did not arrive as they were. Nothing was kept.`,
      });
      assert.deepEqual(await run(url, 'SELECT room FROM rooms UNION ALL SELECT room FROM posts'), []);
      folder.remove();
    });

  test('a folder without data is refused, and stays without', async () => {
    const folder = temporaryFolder();
    await assert.rejects(migrateStorage(folder.path, await createDatabase()), {
      message: /holds no data to carry over/,
    });
    await assert.rejects(migrateStorage(join(folder.path, databaseName), ''), { message: /holds no data/ });
    folder.remove();
  });
}
