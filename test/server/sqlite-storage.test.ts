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
