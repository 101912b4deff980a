// What a server keeps in a PostgreSQL database, opened together: its rooms and its guests.
import type { Data } from './data.ts';
import { createPostgresGuests } from './guests.ts';
import { postgresMigrations } from './postgres-schema.ts';
import { createPostgresStorage } from './postgres-storage.ts';
import { openPostgres } from './postgres.ts';

/**
 * Opens the database at this address, and brings it up to date.
 * @param onLost hears of connections that broke
 * @throws Error with one sentence, as `openPostgres`
 */
export async function openPostgresData(url: string, onLost?: (error: unknown) => void): Promise<Data> {
  const pool = await openPostgres(url, postgresMigrations, onLost);
  return { storage: createPostgresStorage(pool), guests: createPostgresGuests(pool) };
}
