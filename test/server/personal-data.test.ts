// Every column, and every field of the JSON in a column, is classified; a new one without a class fails here.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { StoredPost } from '../../src/model/post.ts';
import { personalData, personalInPosts, type Classified } from '../../src/server/personal-data.ts';
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

test('a field of a post without a class does not compile, however deep it is', () => {
  interface Grown extends StoredPost {
    readonly mood?: string;
    readonly marginalia: readonly { readonly by: string }[];
  }
  // @ts-expect-error `mood` and `marginalia` have no class
  const missing: Classified<Grown> = { ...personalInPosts };
  // @ts-expect-error `by` has no class
  const missingInside: Classified<Grown> = { ...personalInPosts, mood: 'none', marginalia: {} };
  const complete: Classified<Grown> = { ...personalInPosts, mood: 'none', marginalia: { by: 'id' } };
  assert.equal(new Set([missing, missingInside, complete]).size, 3);
});
