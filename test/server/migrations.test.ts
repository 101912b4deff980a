// A file of every earlier version, with real data in it, is brought up to date with nothing lost; a step that fails, and
// a file of a newer program, leave it as it was.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { StoredPost } from '../../src/model/post.ts';
import { post, room } from '../../src/room/rules/bench.ts';
import { backUp, databaseName, restore } from '../../src/server/backup.ts';
import { openData } from '../../src/server/data.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { createSqliteStorage } from '../../src/server/sqlite-storage.ts';
import { openSqlite, pragma, type Sqlite } from '../../src/server/sqlite.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const about = { title: 'A “lesson” \\ \u2028', url: 'https://example.org/lesson?a=1&b=2' };
const hard = `'; DROP TABLE posts; -- " \\ \\u0041\r\n\t\u{1f469}\u200d\u{1f467} é e\u0301 \ufeff\u202e \u0001\u001f\u007f`;
const posts: readonly StoredPost[] = [
  post('one', 1, { body: hard, author: { id: hard, name: hard, role: 'guest' } }),
  post('two', 2, { parentId: post('one', 1).id, editedAt: '2030-01-02T00:00:00.000Z', revision: 2 }),
  post('three', 3, { parentId: post('two', 2).id, state: 'held', published: false }),
  post('four', 1_900_000_000_000, { state: 'removed', body: '' }),
].map(({ published, ...rest }) => ({ ...rest, published }));
const hidden = post('five', 1_900_000_000_001, { state: 'hidden' });
const { published, ...shown } = hidden;
const all: readonly StoredPost[] = [...posts, { ...shown, reason: hard, published }];

/** What fills a file of each version, from 1 on, with the discussion above; a new migration needs the version before it. */
const fill: readonly ((db: Sqlite) => void)[] = [
  (db) => {
    const run = (sql: string, ...cells: readonly (string | number | null)[]) => db.prepare(sql).run(...cells);
    run('INSERT INTO rooms VALUES (?, ?, ?, ?, ?, ?)', room, 'head 5', 5, 1_900_000_000_001, about.title, about.url);
    run('INSERT INTO rooms VALUES (?, ?, ?, ?, ?, ?)', 'plain', 'head 1', 1, 0, null, null);
    for (const [place, one] of all.entries()) {
      const { author } = one;
      const root = place < 3 ? post('one', 1).id : one.id;
      run(
        `INSERT INTO posts (room, id, parent_id, root_id, author_id, author_name, author_role, body, created_at, edited_at,
          revision, ord, state, reason, published, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[room, one.id, one.parentId, root, author.id, author.name, author.role, one.body, one.createdAt],
        ...[one.editedAt, one.revision, one.order, one.state, one.reason ?? null, Number(one.published), place + 1],
      );
      const commit = [room, place + 1, `head ${place + 1}`, one.id, author.id, 'a print', one.id];
      run('INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?)', ...commit);
      run('INSERT INTO marks VALUES (?, ?, ?)', room, 'bo', one.id);
    }
    run('INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?)', 'plain', 1, 'head 1', 'op', 'ada', 'a print', null);
    run(
      'INSERT INTO guests VALUES (?, ?, ?, ?, ?)',
      'site',
      'guest:1',
      hard,
      'a@example.org',
      '2030-01-01T00:00:00.000Z',
    );
  },
];

test('there is a filled file of every earlier version', () => {
  assert.equal(fill.length, migrations.length - 1);
});

for (const [place, write] of fill.entries())
  test(`a file of version ${place + 1} is brought up to date, and holds what it held`, async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'test.db');
    const old = openSqlite(file, migrations.slice(0, place + 1));
    write(old);
    old.close();
    const before = Date.now();
    const db = openSqlite(file, migrations);
    assert.equal(pragma(db, 'user_version'), migrations.length);
    assert.equal(pragma(db, 'integrity_check'), 'ok');
    assert.deepEqual(db.prepare('PRAGMA foreign_key_check').all(), []);
    assert.equal((db.prepare('SELECT email FROM guests').get() as { email: string }).email, 'a@example.org');
    const storage = createSqliteStorage(db);
    const slice = await storage.everything(room);
    assert.equal(JSON.stringify(slice.posts), JSON.stringify(all));
    assert.deepEqual([slice.head, slice.order, slice.about], ['head 5', 1_900_000_000_001, about]);
    assert.deepEqual((await storage.everything('plain')).about, { title: null, url: null });
    assert.deepEqual((await storage.since(room, 'head 3'))?.posts, all.slice(3));
    assert.deepEqual((await storage.threads(room, 'oldest', null, 1)).posts, all.slice(0, 3));
    const marks = await storage.marks(room, 'bo');
    assert.deepEqual(marks.map(({ id }) => id).sort(), all.map(({ id }) => id).sort());
    for (const { at } of marks) {
      assert.equal(new Date(at).toISOString(), at);
      assert.ok(Date.parse(at) >= before && Date.parse(at) <= Date.now(), at);
    }
    const known = await storage.commit({ room, op: hidden.id, by: 'ada', print: '', reads: [] }, () => assert.fail());
    assert.deepEqual(known, { kind: 'known', head: 'head 5', by: 'ada', print: 'a print' });
    await storage.close();
    folder.remove();
  });

test('a backup taken beside an earlier server leaves its file as it is; restored, it is brought up to date', async () => {
  const folder = temporaryFolder();
  const [data, copy] = [join(folder.path, 'data'), join(folder.path, 'copy.db')];
  mkdirSync(data);
  const old = openSqlite(join(data, databaseName), migrations.slice(0, 1));
  fill[0]?.(old);
  backUp(data, copy);
  assert.equal(pragma(old, 'user_version'), 1);
  assert.equal(old.prepare('SELECT author_id FROM posts').all().length, all.length);
  old.close();
  restore(data, copy);
  const { storage } = await openData({}, data);
  assert.equal(JSON.stringify((await storage.everything(room)).posts), JSON.stringify(all));
  await storage.close();
  folder.remove();
});

test('a file brought up to date has the tables of a new one', () => {
  const folder = temporaryFolder();
  const shape = (name: string, versions: readonly number[]): unknown[] => {
    const file = join(folder.path, name);
    for (const version of versions) openSqlite(file, migrations.slice(0, version)).close();
    const db = openSqlite(file, migrations);
    const found = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    db.close();
    return found;
  };
  assert.deepEqual(shape('grown.db', [1]), shape('new.db', []));
  folder.remove();
});

test('a step that fails leaves the file as it was, and the next start tries again', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'test.db');
  const old = openSqlite(file, migrations.slice(0, 1));
  fill[0]?.(old);
  old.close();
  const broken = [migrations[0] ?? '', `${migrations[1]}; INSERT INTO posts (room) VALUES ('no such room')`];
  assert.throws(() => openSqlite(file, broken), { message: /constraint failed/ });
  const same = openSqlite(file, migrations.slice(0, 1));
  assert.equal(pragma(same, 'user_version'), 1);
  const rows = same.prepare('SELECT author_id FROM posts').all();
  assert.equal(rows.length, all.length);
  same.close();
  openSqlite(file, migrations).close();
  folder.remove();
});

test('a file of a newer program is refused with a sentence, and not a byte of it changes', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'test.db');
  openSqlite(file, [...migrations, 'CREATE TABLE later (x)']).close();
  const before = readFileSync(file);
  assert.throws(() => openSqlite(file, migrations), {
    message: /test\.db was written by a newer version of the program/,
  });
  assert.ok(readFileSync(file).equals(before));
  folder.remove();
});
