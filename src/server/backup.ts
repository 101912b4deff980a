// A copy of the data while the server runs, and back from one. What a restored server knows ends with the copy; clients
// that held more are given everything anew, since it does not know their cursors.
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { migrations } from './sqlite-schema.ts';
import { openSqlite, openSqliteAsIs, pragma } from './sqlite.ts';

/** The name of the database in its folder. */
export const databaseName = 'peer-discussion.db';

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Copies the database of a folder, as it is at one moment, into a new file. The server may go on writing,
 * and may be of an earlier version than this program: its tables stay as they are.
 * @throws Error with one sentence where there is nothing to copy, or the file is there already
 */
export function backUp(folder: string, file: string): void {
  if (existsSync(file)) throw new Error(`${file}: is there already; a backup overwrites nothing.`);
  if (!existsSync(join(folder, databaseName))) throw new Error(`${folder}: holds no data to back up.`);
  const db = openSqliteAsIs(join(folder, databaseName));
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(draft);
  } finally {
    db.close();
  }
  sync(draft);
  renameSync(draft, file);
  sync(dirname(resolve(file)));
}

/**
 * Puts a backup into a folder, beside what was there: that is kept under another name. The server must be stopped.
 * @returns where the data that was there is kept; null where there was none
 * @throws Error with one sentence where the file is no backup of ours, is damaged, or is of a newer program
 */
export function restore(folder: string, file: string, now: () => Date = () => new Date()): string | null {
  if (!existsSync(file)) throw new Error(`${file}: there is no such file.`);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${databaseName}.part`);
  for (const rest of ['', '-wal', '-shm']) rmSync(draft + rest, { force: true });
  copyFileSync(file, draft);
  check(draft, file);
  const target = join(folder, databaseName);
  const kept = existsSync(target) ? `${target}.before-${now().toISOString().replaceAll(/[:.]/g, '-')}` : null;
  if (kept !== null)
    for (const rest of ['', '-wal', '-shm']) if (existsSync(target + rest)) renameSync(target + rest, kept + rest);
  renameSync(draft, target);
  sync(folder);
  return kept;
}

function check(draft: string, file: string): void {
  try {
    const db = openSqlite(draft, migrations);
    const found = pragma(db, 'integrity_check');
    const tables = db
      .prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('rooms', 'posts', 'commits')")
      .get();
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    if (found !== 'ok' || (tables as { n: number }).n !== 3) throw new Error(`${file}: is damaged.`);
  } catch (thrown) {
    for (const rest of ['', '-wal', '-shm']) rmSync(draft + rest, { force: true });
    const sentence =
      thrown instanceof Error && thrown.message.startsWith(draft) ? thrown.message.replace(draft, file) : null;
    throw new Error(sentence ?? `${file}: is no backup of this program, or is damaged.`, { cause: thrown });
  }
}
