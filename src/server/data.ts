// Where a server keeps what it must not lose: an SQLite file in its data folder, or the PostgreSQL database that its
// configuration names.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage } from '../room/storage.ts';
import { databaseName } from './backup.ts';
import type { Config } from './config.ts';
import { createSqliteGuests, type Guests } from './guests.ts';
import { migrations } from './sqlite-schema.ts';
import { createSqliteStorage } from './sqlite-storage.ts';
import { openSqlite } from './sqlite.ts';

/** Open data, up to date; closing the storage closes all of it. */
export interface Data {
  readonly storage: Storage;
  readonly guests: Guests;
}

/**
 * Opens the data that a configuration names, and brings it up to date.
 * @param folder of the SQLite file, where there is no other storage; made where it is missing
 * @param onLost hears of connections to a database that broke
 * @throws Error with one sentence where it cannot be reached, is of a newer program, or would not be kept safely
 */
export async function openData(
  { storage }: Pick<Config, 'storage'>,
  folder: string,
  onLost?: (error: unknown) => void,
): Promise<Data> {
  if (storage !== undefined) {
    const { openPostgresData } = await import('./postgres-data.ts'); // the driver is loaded where it is used
    return openPostgresData(storage.postgres, onLost);
  }
  mkdirSync(folder, { recursive: true });
  const db = openSqlite(join(folder, databaseName), migrations);
  return { storage: createSqliteStorage(db), guests: createSqliteGuests(db) };
}
