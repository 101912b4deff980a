// The guests' register: the only place where an e-mail address is kept. Nothing here is ever sent to a browser.
import type { GuestEntry } from '../model/post.ts';
import type { Postgres } from './postgres.ts';
import type { Sqlite } from './sqlite.ts';

/** Keeps who the guests of a site are. */
export interface Guests {
  /** Resolves once the guest is in the register. */
  add(site: string, personId: string, entry: GuestEntry): Promise<void>;
}

const now = (): string => new Date().toISOString();

/** The register in an open file whose tables are up to date. */
export function createSqliteGuests(db: Sqlite): Guests {
  const insert = db.prepare('INSERT INTO guests (site, person_id, name, email, created_at) VALUES (?, ?, ?, ?, ?)');
  return {
    async add(site, personId, { name, email }) {
      insert.run(site, personId, name, email, now());
    },
  };
}

/** The register in an open database whose tables are up to date. */
export function createPostgresGuests(pool: Postgres): Guests {
  const insert = 'INSERT INTO guests (site, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)';
  return {
    async add(site, personId, { name, email }) {
      await pool.query(insert, [site, personId, name, email, now()]);
    },
  };
}
