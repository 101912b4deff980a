// A small handle on an SQLite file: node:sqlite where the runtime has it for good, libsql otherwise. Neither needs a
// compiler. Knows how a file is opened durably and brought up to date; what is in it belongs to others.
import { createRequire } from 'node:module';

/** A value that a column holds. */
export type Cell = string | number | null;

/** A prepared statement. */
export interface Statement {
  run(...cells: readonly Cell[]): unknown;
  get(...cells: readonly Cell[]): unknown;
  all(...cells: readonly Cell[]): unknown[];
}

/** An open SQLite file. */
export interface Sqlite {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}

/** Milliseconds to wait for another process that writes to the same file. */
const busyTimeoutMs = 5_000;

/** The pragmas that an acknowledgement rests on, and the values they must show on the live handle. */
const durable: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2, // FULL: the log is on the disk before a commit returns
  foreign_keys: 1,
  busy_timeout: busyTimeoutMs,
};

function connect(file: string): Sqlite {
  const require = createRequire(import.meta.url);
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) {
    const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (file: string) => Sqlite };
    return new DatabaseSync(file);
  }
  const Database = require('libsql') as new (file: string) => Sqlite;
  return new Database(file);
}

/** Reads a pragma of the live handle. */
export function pragma(db: Sqlite, name: string): string | number {
  const row = db.prepare(`PRAGMA ${name}`).get() as Record<string, string | number>;
  const [value = ''] = Object.values(row);
  return value;
}

/** Opens a file as it is, to read it: another program, and an older one, may be at it. */
export function openSqliteAsIs(file: string): Sqlite {
  const db = connect(file);
  db.exec(`PRAGMA busy_timeout=${busyTimeoutMs}`);
  return db;
}

/** Brings a file that is at the version before to this one, whole or not at all; leaves one that has it as it is. */
function migrate(db: Sqlite, file: string, migrations: readonly string[], to: number): void {
  db.exec('BEGIN IMMEDIATE'); // before looking: another program may be at the same file
  try {
    const version = Number(pragma(db, 'user_version'));
    if (version > migrations.length)
      throw new Error(
        `${file} was written by a newer version of the program (format ${version}, this one knows ${migrations.length}).`,
      );
    if (version < to) db.exec(`${migrations[to - 1]}; PRAGMA user_version=${to};`);
    db.exec('COMMIT');
  } catch (thrown) {
    db.exec('ROLLBACK');
    throw thrown;
  }
}

/**
 * Opens a file for durable writing and carries out the migrations it has not had.
 * @param migrations numbered from 1 by their place; never changed once released
 * @throws Error with one sentence where the file is newer than the program or cannot be written durably
 */
export function openSqlite(file: string, migrations: readonly string[]): Sqlite {
  const db = connect(file);
  db.exec(
    `PRAGMA busy_timeout=${busyTimeoutMs}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;`,
  );
  for (const [name, value] of Object.entries(durable)) {
    const found = pragma(db, name);
    if (found !== value) throw new Error(`${file}: ${name} is ${found}, but must be ${value} to keep posts safely.`);
  }
  try {
    for (const place of migrations.keys()) migrate(db, file, migrations, place + 1);
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  return db;
}
