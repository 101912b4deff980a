// A pool of connections to a PostgreSQL database: opened, found to keep what it acknowledges, and brought up to date.
// What is in it belongs to others.
import pg from 'pg';

/** Connections to one database. */
export type Postgres = pg.Pool;

/** Milliseconds that a call waits for a connection, a statement for its answer, a forgotten transaction for its end. */
const timeouts = { connect: 5_000, statement: 10_000, answer: 15_000 };

/** Names the lock under which programs that start at once bring a database up to date one after the other. */
const migrationLock = 7_326_411;

/** Settings under which an acknowledged commit could be lost or a text come back changed, and how they must not stand. */
const unsafe: Readonly<Record<string, (value: string) => boolean>> = {
  fsync: (value) => value === 'off',
  synchronous_commit: (value) => value === 'off',
  server_encoding: (value) => value !== 'UTF8',
};

/** 64-bit integers as numbers: all of ours are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

async function demandSafe(client: pg.PoolClient): Promise<void> {
  for (const [name, isUnsafe] of Object.entries(unsafe)) {
    const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
    const value = rows[0]?.value ?? '';
    if (isUnsafe(value)) throw new Error(`PostgreSQL: ${name} is ${value}, which does not keep posts safely.`);
  }
}

/** Carries out the migrations that the database has not had: all of them or none, however many programs try at once. */
async function migrate(client: pg.PoolClient, migrations: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length)
      throw new Error(
        `The PostgreSQL database was written by a newer version of the program (format ${version}, this one knows ${migrations.length}).`,
      );
    for (const sql of migrations.slice(version)) await client.query(sql);
    await client.query('DELETE FROM schema_version');
    await client.query('INSERT INTO schema_version VALUES ($1)', [migrations.length]);
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

/**
 * Opens a database and carries out the migrations it has not had.
 * @param url `postgres://user:password@host:port/database`
 * @param migrations numbered from 1 by their place; never changed once released
 * @param onLost hears of connections that broke while nobody used them; the next call makes a new one
 * @throws Error with one sentence where it is not reached, is newer than the program, or would not keep posts safely
 */
export async function openPostgres(
  url: string,
  migrations: readonly string[],
  onLost: (error: unknown) => void = () => {},
): Promise<Postgres> {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    keepAlive: true,
    application_name: 'peer-discussion',
    connectionTimeoutMillis: timeouts.connect,
    statement_timeout: timeouts.statement,
    idle_in_transaction_session_timeout: timeouts.statement,
    query_timeout: timeouts.answer,
  });
  pool.on('error', onLost);
  // A connection that breaks while it is in use fails the call that uses it; said to nobody else, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const client = await pool.connect().catch((cause: NodeJS.ErrnoException) => {
      const why = cause.code === undefined ? '' : ` (${cause.code})`;
      throw new Error(`The PostgreSQL database cannot be reached${why}.`, { cause });
    });
    try {
      await demandSafe(client);
      await migrate(client, migrations);
    } finally {
      client.release();
    }
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
  return pool;
}
