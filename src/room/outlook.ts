// What a room knows beyond one commit: its record and its posts as they stand now, and through which lens somebody looks.
import type { Person, StoredDiscussion } from '../model/post.ts';
import { lensOf, renewLens, type Lens } from '../model/view.ts';
import { hasMoreToKnow, unknown } from './about.ts';
import { createLedger, type Known } from './ledger.ts';
import type { About, Slice, Storage } from './storage.ts';

/** What an outlook is made of. */
export interface OutlookOptions {
  readonly storage: Storage;
  readonly key: string;
  /** The whole record of what is stored of it. */
  readonly record: (about: About) => StoredDiscussion;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A room as it stands now. */
export interface Outlook {
  /** The room in memory; null where there is nothing to know beyond a post and its record. */
  known(): Promise<Known | null>;
  /** The lens of this person, of a room that was just looked at. */
  lensFor(person: Person | null, room: Known | null): Promise<Lens>;
  /** The lens, no wider than the record allows (that of now, unless given): it may be older than a gate. */
  narrow(lens: Lens, about?: About): Promise<Lens>;
  /** Remembers the record at a head, so that it need not be read again. */
  keep(head: string, about: About): void;
}

const none: ReadonlySet<string> = new Set();

/** Opens the outlook over one room. */
export function createOutlook({ storage, key, record, now }: OutlookOptions): Outlook {
  const ledger = createLedger(storage, key);
  let kept: Pick<Slice, 'head' | 'about'> | null = null;

  /** The record at the head: read again only where the room stands elsewhere. */
  async function recordNow(): Promise<StoredDiscussion> {
    const head = await storage.head(key);
    if (kept?.head !== head) kept = (await storage.since(key, head)) ?? kept;
    return record(kept?.about ?? unknown);
  }

  async function known(): Promise<Known | null> {
    return hasMoreToKnow(await recordNow()) ? ledger.look() : null;
  }

  const openedIn = (room: Known, person: Person | null): ReadonlySet<string> =>
    person === null ? none : room.opened(person.id);

  return {
    known,
    async lensFor(person, room) {
      if (room === null) return lensOf(person, await recordNow(), none, now());
      return lensOf(person, record(room.about), openedIn(room, person), now());
    },
    async narrow(lens, about) {
      const renewed = renewLens(lens, about === undefined ? await recordNow() : record(about), now());
      if (renewed.closed.length === lens.closed.length) return renewed;
      // Whoever has opened a gate that is new to the lens sees behind it: less would be taken for all there is.
      const opened = openedIn(await ledger.look(), lens.person);
      return { ...renewed, closed: renewed.closed.filter((key) => lens.closed.includes(key) || !opened.has(key)) };
    },
    keep(head, about) {
      kept = { head, about };
    },
  };
}
