// What everything one writes in shares, in one open discussion: drafts, removals that can be undone, the people one may
// mean, and whose turn it is. Made beside the store; knows no element.
import type { Clock } from '../store/clock.ts';
import type { State } from '../store/state.ts';
import type { Person } from '../model/post.ts';
import { createDrafts, type Drafts, type DraftStorage } from './drafts.ts';
import { authorsOf } from './authors.ts';
import { createRemovals, type Removals } from './removals.ts';

/** What rows and composers are given to write with. Another object where somebody else writes. */
export interface WritingAids {
  readonly drafts: Drafts;
  readonly removals: Removals;
  /** Whoever wrote here, the last first. */
  people(): readonly Person[];
  /** True where it is to be told of which page what is written stands beside. */
  wantsPage(): boolean;
  /** Begins writing in a place, which ends it in the place before: `leave` is called when the next one begins. */
  takeTurn(leave: () => void): void;
}

/** What aids are made of. */
export interface AidSettings {
  readonly storage: DraftStorage | null;
  readonly clock: Clock;
  readonly scope: string;
  readonly discussion: string;
  /** The state as it is now; null while nothing is open. */
  readonly state: () => State | null;
  /** Asks for a post to be removed. */
  readonly remove: (id: string) => void;
}

/** Aids for one discussion. */
export function createWritingAids({ state, remove, ...settings }: AidSettings): WritingAids {
  let leave = (): void => {};
  return {
    drafts: createDrafts(settings),
    removals: createRemovals(settings.clock, remove),
    people() {
      const now = state();
      return now === null ? [] : authorsOf(now.posts.values(), now.me);
    },
    wantsPage() {
      const { can, me, discussion } = state() ?? {};
      return can?.index === true && (discussion?.url === null || me?.role === 'facilitator');
    },
    takeTurn(next) {
      const before = leave;
      leave = next;
      before();
    },
  };
}
