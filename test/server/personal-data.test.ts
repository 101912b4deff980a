// Every column is classified; a new one without a class fails here.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { personalData } from '../../src/server/personal-data.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { openSqlite } from '../../src/server/sqlite.ts';
import { temporaryFolder } from '../support/server-bench.ts';

test('the classes name exactly the columns that there are', () => {
  const folder = temporaryFolder();
  const db = openSqlite(join(folder.path, 'test.db'), migrations);
  const names = (rows: unknown[]): string[] => (rows as { name: string }[]).map(({ name }) => name).sort();
  const tables = names(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all());
  const found = Object.fromEntries(
    tables.map((table) => [table, names(db.prepare(`PRAGMA table_info(${table})`).all())]),
  );
  const named = Object.fromEntries(
    Object.entries(personalData).map(([table, columns]) => [table, Object.keys(columns).sort()]),
  );
  assert.deepEqual(named, found);
  db.close();
  folder.remove();
});
