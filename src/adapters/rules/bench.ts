// What the author of an adapter brings to the rules: one authority, and people who reach it. Types only.
import type { Capabilities, Role } from '../../model/post.ts';
import type { Adapter } from '../adapter.ts';

/** Somebody the bench is asked to sign in. */
export interface Somebody {
  readonly name: string;
  readonly role: Role;
}

/**
 * One authority, made anew for every rule. It lets people send as fast as they like, lets any discussion be opened, and
 * holds guests' posts where the adapter can moderate.
 */
export interface Bench {
  /** An adapter for a person not met before, already signed in (a guest: already let in), or for nobody (`null`). */
  connect(who: Somebody | null): Adapter | Promise<Adapter>;
  /** Breaks the connection under every session of this adapter, as a network does. */
  cut?(adapter: Adapter): void | Promise<void>;
  /** Lets that adapter reach the authority again. */
  heal?(adapter: Adapter): void | Promise<void>;
  /** Stops the authority and starts it again from what it stored; sessions may lose their connection meanwhile. */
  restart?(): Promise<void>;
  /** Origin of pages that are the site's own, where the adapter has an index. */
  readonly origin?: string;
  /** Milliseconds to wait for what must happen; 2,000 unless given. */
  readonly patienceMs?: number;
  /** Seed of the history that is played beside the fixed ones: another one each time, unless given. A failure names it. */
  readonly seed?: number;
  /** Ends the authority; every session is closed by then. */
  close(): Promise<void>;
}

/** Makes a bench. */
export type MakeBench = () => Promise<Bench>;

/** What a rule presupposes: a capability of the adapter, its `look`, or a bench that can `cut` and `heal`, or `restart`. */
export type Need = keyof Capabilities | 'look' | 'cut' | 'restart';

/** One sentence of the contract and its check. */
export interface AdapterRule {
  readonly id: string;
  readonly rule: string;
  /** The rule holds for adapters and benches that have all of these; leave it out for others. */
  readonly needs: readonly Need[];
  /** Rejects with an Error that says what was expected and what was found. */
  readonly check: (make: MakeBench) => Promise<void>;
}
