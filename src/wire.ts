// What travels over Socket.IO between adapters/socket and the server: event names, payload types, protocol number.
// Cursors travel as bare heads: what goes to a whole class of viewers is the same for all of them.
import type { IndexPage, IndexQuery } from './model/discussion-index.ts';
import type { WireError } from './model/errors.ts';
import type { EvidenceRecord } from './model/evidence-record.ts';
import type { Capabilities, Changes, Command, Cursor, GuestEntry, Mine, Page, Person, Window } from './model/post.ts';

/** Raised with every change that an older peer would misunderstand. */
export const protocol = 1;

/** Path of the Socket.IO endpoint below the server's address. */
export const socketPath = '/socket';

/** Largest frame that the server accepts, in bytes; its answers may be larger. */
export const maxFrameBytes = 32_768;

/**
 * Milliseconds between two pings. With the 20 s that an answer may take, a line that is dead without a word is given up
 * after 55 s. In a quiet room nothing else comes by: what stands on the way must bear so much silence.
 */
export const pingMs = 35_000;

/**
 * Milliseconds within which a beacon tells the head, and nothing else, to all after it moved, and to each who came in or
 * caught up: so that a lost broadcast is noticed.
 */
export const beaconMs = 15_000;

/** What a client says when it connects (`auth` of Socket.IO). */
export interface Hello {
  readonly protocol: number;
  readonly discussion: string;
  /** The site's id; may be left out where the page's origin belongs to one site only. */
  readonly site?: string;
  /** A JWT of the site, or the guest token that `identify` gave. */
  readonly token?: string;
}

/** What the server says once the client is let in, and again when who that is changed. */
export interface Welcome {
  readonly me: Person | null;
  readonly can: Capabilities;
  /** The key of this session's view: part of every cursor the client makes. */
  readonly view: string;
}

/** A guest let in: the token to keep for one's own posts, a JWT signed by the server. */
export interface Admission {
  readonly token: string;
}

/** Every answer to a request. */
export type Answer<T> = { readonly ok: T } | { readonly error: WireError };

/** Path of the calls by plain HTTP, below the server's address; each is a POST of a `Call`, answered with an `Answer`. */
export const callPath = '/api';

/** What a call says: who calls, and what is asked. */
export interface Call {
  /** Without a discussion where the index of a site is asked for. */
  readonly hello: Hello | Omit<Hello, 'discussion'>;
  /** Of `look`: the head held, if any, the view it was held under, and what to see of a long discussion. */
  readonly head?: string | null;
  readonly view?: string;
  readonly window?: Window;
  /** Of `older`; with the view, where it must be that of today. */
  readonly more?: string;
  /** Of `submit`. */
  readonly command?: Command;
  /** Of `identify`. */
  readonly guest?: GuestEntry;
  /** Of `evidence`: a person's id, or null for everybody. */
  readonly of?: string | null;
  /** Of `index`. */
  readonly query?: IndexQuery;
}

/** A look at a discussion: what a socket is told when it comes in, and what its first sync answers. */
export interface Look {
  readonly welcome: Welcome;
  readonly changes: Changes;
  readonly mine: Mine | null;
}

/** The calls there are, and what each answers. */
export interface Calls {
  readonly look: Look;
  readonly older: Page;
  readonly submit: Changes;
  readonly identify: Admission;
  readonly evidence: readonly EvidenceRecord[];
  readonly index: IndexPage;
}

/** Requests a client may send; each is answered once. */
export interface ClientEvents {
  sync(head: Cursor | null, window: Window | null, answer: (answer: Answer<Changes>) => void): void;
  older(more: string, answer: (answer: Answer<Page>) => void): void;
  submit(command: Command, answer: (answer: Answer<Changes>) => void): void;
  identify(guest: GuestEntry, answer: (answer: Answer<Admission>) => void): void;
}

/** What the server sends by itself. */
export interface ServerEvents {
  welcome(welcome: Welcome): void;
  changes(changes: Changes): void;
  mine(mine: Mine): void;
  /** The head of the room, once for each head and each sync, `beaconMs` later at most. */
  beacon(head: Cursor): void;
  /** The server stops; come back after so many milliseconds, each client after others. */
  goodbye(afterMs: number): void;
  /** The session is over and why; the connection ends after it. */
  farewell(error: WireError): void;
}
