// The storage rules over SQLite, and what SQLite itself must promise.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { storageRules } from '../../src/room/storage-rules.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { createSqliteStorage } from '../../src/server/sqlite-storage.ts';
import { openSqlite, pragma } from '../../src/server/sqlite.ts';
import { temporaryFolder } from '../support/server-bench.ts';

for (const { id, rule, check } of storageRules)
  test(`${id} ${rule}`, () =>
    check(async () => {
      const folder = temporaryFolder();
      const open = () => createSqliteStorage(openSqlite(join(folder.path, 'test.db'), migrations));
      let storage = open();
      return {
        storage,
        async reopen() {
          await storage.close();
          storage = open();
          return storage;
        },
        async close() {
          await storage.close();
          folder.remove();
        },
      };
    }));

test('an acknowledgement rests on a write-ahead log that is on the disk', () => {
  const folder = temporaryFolder();
  const db = openSqlite(join(folder.path, 'test.db'), migrations);
  assert.equal(pragma(db, 'journal_mode'), 'wal');
  assert.equal(pragma(db, 'synchronous'), 2);
  db.close();
  folder.remove();
});

// SQLite goes over everything that refers to a row that is taken away: a post would cost as much as its room is long.
test('a post changes the row of its room, and does not put another in its place', async () => {
  const folder = temporaryFolder();
  const db = openSqlite(join(folder.path, 'test.db'), migrations);
  db.exec('PRAGMA recursive_triggers = ON');
  db.exec(`CREATE TEMP TRIGGER kept BEFORE DELETE ON rooms BEGIN SELECT RAISE(ABORT, 'a room was taken away'); END`);
  const storage = createSqliteStorage(db);
  for (const [at, op] of ['first', 'second'].entries())
    await storage.commit({ room: 'here', op, by: 'amina', print: op, reads: [] }, () => {
      return { head: op, order: at, post: null, about: null };
    });
  assert.equal(await storage.head('here'), 'second');
  await storage.close();
  folder.remove();
});
