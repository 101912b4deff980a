// Puts hooks between an adapter and its owner, so that one promise at a time can be broken. Without hooks nothing changes.
import type { Adapter, FirstLook, Session, Status } from '../../src/adapters/adapter.ts';
import type { EvidenceRecord } from '../../src/model/evidence-record.ts';
import type { Somebody } from '../../src/adapters/adapter-rules.ts';
import type { IndexPage, IndexQuery } from '../../src/model/discussion-index.ts';
import type { Changes, Command, Cursor, GuestEntry, Mine, Page, Person, Window } from '../../src/model/post.ts';

/** One open session, for hooks that need to know where they are. */
export interface Place {
  readonly who: Somebody | null;
  readonly discussion: string;
  /** One for each connect() of the bench: sessions of one person share it. */
  readonly adapter: object;
  /** Who the session is, as last heard. */
  me: Person | null;
  /** The session as the adapter made it. */
  session: Session;
  /** Tells the owner directly. */
  readonly tell: { status(status: Status): void; changes(changes: Changes): void; mine(mine: Mine): void };
}

/** What may come between. Each is given the way on, and takes it, leaves it, or takes another. */
export interface Hooks {
  open?(place: Pick<Place, 'discussion' | 'who'>): void;
  index?(query: IndexQuery, next: (query: IndexQuery) => Promise<IndexPage>): Promise<IndexPage>;
  look?(discussion: string, next: (discussion: string) => Promise<FirstLook>): Promise<FirstLook>;
  status?(status: Status, next: (status: Status) => void, place: Place): void;
  changes?(changes: Changes, next: (changes: Changes) => void, place: Place): void;
  mine?(mine: Mine, next: (mine: Mine) => void, place: Place): void;
  /** The window that was asked for goes on along with the cursor, unless another one is given on. */
  sync?(
    cursor: Cursor | null,
    next: (cursor: Cursor | null, window?: Window) => Promise<Changes>,
    place: Place,
    window?: Window,
  ): Promise<Changes>;
  older?(more: string, next: (more: string) => Promise<Page>, place: Place): Promise<Page>;
  submit?(command: Command, next: (command: Command) => Promise<Changes>, place: Place): Promise<Changes>;
  identify?(guest: GuestEntry, next: (guest: GuestEntry) => Promise<void>, place: Place): Promise<void>;
  evidence?(
    of: string | null,
    next: (of: string | null) => Promise<readonly EvidenceRecord[]>,
    place: Place,
  ): Promise<readonly EvidenceRecord[]>;
  close?(next: () => void, place: Place): void;
}

/** An adapter with these hooks around every session. */
export function spoilAdapter(inner: Adapter, who: Somebody | null, hooks: Hooks): Adapter {
  return {
    ...(inner.index !== undefined && {
      index(query) {
        const next = async (asked: IndexQuery): Promise<IndexPage> =>
          inner.index?.(asked) ?? Promise.reject(new Error('no index'));
        return hooks.index?.(query, next) ?? next(query);
      },
    }),
    ...(inner.look !== undefined && {
      look(discussion, window) {
        const next = async (where: string): Promise<FirstLook> =>
          inner.look?.(where, window) ?? Promise.reject(new Error('no look'));
        return hooks.look?.(discussion, next) ?? next(discussion);
      },
    }),
    open(discussion, listener) {
      hooks.open?.({ discussion, who });
      const tell = {
        status: (status: Status) => listener.status(status),
        changes: (changes: Changes) => listener.changes(changes),
        mine: (mine: Mine) => listener.mine(mine),
      };
      const session = inner.open(discussion, {
        status(status) {
          if (status.state === 'online') place.me = status.me;
          if (hooks.status === undefined) tell.status(status);
          else hooks.status(status, tell.status, place);
        },
        changes(changes) {
          if (hooks.changes === undefined) tell.changes(changes);
          else hooks.changes(changes, tell.changes, place);
        },
        mine(mine) {
          if (hooks.mine === undefined) tell.mine(mine);
          else hooks.mine(mine, tell.mine, place);
        },
      });
      const { older, evidence } = session;
      const place: Place = { who, discussion, adapter: inner, me: null, session, tell };
      return {
        sync(cursor, window) {
          const next = (asked: Cursor | null, shown = window): Promise<Changes> => session.sync(asked, shown);
          return hooks.sync?.(cursor, next, place, window) ?? next(cursor);
        },
        ...(older !== undefined && {
          older: (more) => hooks.older?.(more, older, place) ?? older(more),
        }),
        submit: (command) =>
          hooks.submit?.(command, (asked) => session.submit(asked), place) ?? session.submit(command),
        async identify(guest) {
          const next = async (entry: GuestEntry): Promise<void> => session.identify?.(entry);
          await (hooks.identify === undefined ? next(guest) : hooks.identify(guest, next, place));
        },
        ...(evidence !== undefined && {
          evidence: (of) => hooks.evidence?.(of, evidence, place) ?? evidence(of),
        }),
        close() {
          if (hooks.close === undefined) session.close();
          else hooks.close(() => session.close(), place);
        },
      };
    },
  };
}
