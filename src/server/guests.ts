// The guests' register: the only place where an e-mail address is kept. Nothing here is ever sent to a browser.
import type { GuestEntry } from '../model/post.ts';
import type { Sqlite } from './sqlite.ts';

/** Keeps who the guests of a site are. */
export interface Guests {
  add(site: string, personId: string, entry: GuestEntry): void;
}

/** The register in an open file whose tables are up to date. */
export function createGuests(db: Sqlite): Guests {
  const insert = db.prepare('INSERT INTO guests (site, person_id, name, email, created_at) VALUES (?, ?, ?, ?, ?)');
  return {
    add(site, personId, entry) {
      insert.run(site, personId, entry.name, entry.email, new Date().toISOString());
    },
  };
}
