// Carries everything from an SQLite file into an empty PostgreSQL database, row by row, and compares both before it is
// kept: all of it or nothing. The tables are the same on either side, so nothing here knows what is in them.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { databaseName } from './backup.ts';
import { postgresMigrations } from './postgres-schema.ts';
import { openPostgres } from './postgres.ts';
import { migrations } from './sqlite-schema.ts';
import { openSqlite, type Cell, type Sqlite } from './sqlite.ts';

type Row = Readonly<Record<string, Cell>>;

interface Table {
  readonly name: string;
  /** Columns and their types, in an order of ours. */
  readonly columns: Readonly<Record<string, 'text' | 'bigint'>>;
  /** What the rows belong to, and are compared by. */
  readonly of: 'room' | 'site';
  /** What puts the rows of one room or site in order. */
  readonly by: string;
}

const tables: readonly Table[] = [
  {
    name: 'rooms',
    columns: { room: 'text', head: 'text', seq: 'bigint', ord: 'bigint', about: 'text' },
    of: 'room',
    by: 'room',
  },
  {
    name: 'posts',
    columns: {
      ...{ room: 'text', id: 'text', parent_id: 'text', root_id: 'text', ord: 'bigint', seq: 'bigint', record: 'text' },
    },
    of: 'room',
    by: 'id',
  },
  {
    name: 'commits',
    columns: {
      ...{ room: 'text', seq: 'bigint', head: 'text', op: 'text', person_id: 'text', print: 'text', post_id: 'text' },
    },
    of: 'room',
    by: 'seq',
  },
  {
    name: 'marks',
    columns: { room: 'text', person_id: 'text', post_id: 'text', at: 'text' },
    of: 'room',
    by: 'person_id, post_id',
  },
  {
    name: 'guests',
    columns: { site: 'text', person_id: 'text', name: 'text', email: 'text', created_at: 'text' },
    of: 'site',
    by: 'person_id',
  },
];

/** Rows that travel in one statement. */
const batchLength = 1_000;

/** What was carried: rows by table. */
export type Carried = Readonly<Record<string, number>>;

const namesOf = ({ columns }: Table): string => Object.keys(columns).join(', ');
const owners = ({ name, of }: Table): string => `SELECT DISTINCT ${of} AS owner FROM ${name} ORDER BY ${of}`;
const rowsOf = (table: Table, place: string): string =>
  `SELECT ${namesOf(table)} FROM ${table.name} WHERE ${table.of} = ${place} ORDER BY ${table.by}`;

/** The same for the same rows in the same order, and for no others. */
function hashOf(table: Table, rows: readonly Row[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(Object.keys(table.columns).map((name) => row[name]))}\n`);
  return hash.digest('hex');
}

async function carry(from: Sqlite, to: pg.PoolClient, table: Table): Promise<number> {
  const types = Object.entries(table.columns);
  const places = types.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ');
  const insert = `INSERT INTO ${table.name} (${namesOf(table)}) SELECT * FROM unnest(${places})`;
  const read = from.prepare(rowsOf(table, '?'));
  let count = 0;
  for (const { owner } of from.prepare(owners(table)).all() as { owner: string }[]) {
    const rows = read.all(owner) as Row[];
    for (let start = 0; start < rows.length; start += batchLength) {
      const batch = rows.slice(start, start + batchLength);
      await to.query(
        insert,
        types.map(([name]) => batch.map((row) => row[name])),
      );
    }
    const arrived = await to.query<Row & pg.QueryResultRow>(rowsOf(table, '$1'), [owner]);
    if (arrived.rows.length !== rows.length || hashOf(table, arrived.rows) !== hashOf(table, rows))
      throw new Error(`${table.name} of ${owner}: did not arrive as they were. Nothing was kept.`);
    count += rows.length;
  }
  const { rows } = await to.query<{ count: number }>(`SELECT count(*) AS count FROM ${table.name}`);
  if (rows[0]?.count !== count) throw new Error(`${table.name}: are more than were carried. Nothing was kept.`);
  return count;
}

async function carryAll(from: Sqlite, to: pg.PoolClient): Promise<Carried> {
  await to.query('BEGIN');
  await to.query('SET LOCAL statement_timeout = 0');
  await to.query(`LOCK TABLE ${tables.map(({ name }) => name).join(', ')} IN EXCLUSIVE MODE`);
  const { rows } = await to.query('SELECT FROM rooms UNION ALL SELECT FROM guests LIMIT 1');
  if (rows.length > 0) throw new Error('The PostgreSQL database holds data already; nothing was carried over.');
  const carried: Record<string, number> = {};
  for (const table of tables) carried[table.name] = await carry(from, to, table);
  await to.query('COMMIT');
  return carried;
}

/**
 * Carries what the SQLite file of a data folder holds into the database at this address, which must hold nothing yet.
 * The server must be stopped. Of every room the number and the hash of its rows are compared, table by table.
 * @throws Error with one sentence where something is not as it must be; then the database is as it was
 */
export async function migrateStorage(folder: string, url: string): Promise<Carried> {
  const file = join(folder, databaseName);
  if (!existsSync(file)) throw new Error(`${folder}: holds no data to carry over.`);
  const from = openSqlite(file, migrations);
  from.exec('BEGIN IMMEDIATE'); // nobody writes meanwhile
  try {
    const pool = await openPostgres(url, postgresMigrations);
    const client = await pool.connect();
    try {
      return await carryAll(from, client);
    } catch (thrown) {
      await client.query('ROLLBACK').catch(() => {});
      throw thrown;
    } finally {
      client.release();
      await pool.end();
    }
  } finally {
    from.exec('ROLLBACK');
    from.close();
  }
}
