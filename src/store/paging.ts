// How further threads of a long discussion come to be held: the next ones, or the one a post stands in. What arrives was
// taken at a cursor, and is held there and nowhere else. Tries a few times, never on and on.
import type { Session } from '../adapters/adapter.ts';
import { DiscussionError } from '../model/errors.ts';
import type { Page } from '../model/post.ts';
import { receivePage, type Held } from './state.ts';

/** Times that threads are asked for before an adapter counts as broken. */
export const pageTries = 8;

/** What is held now, and by whom it is asked for. */
export interface PagingSource {
  held(): Held;
  /** Null while nothing is open, and once it is closed. */
  session(): Session | null;
  /** Takes what is held from now on. */
  hold(held: Held): void;
  /** Syncs. False where that failed, and will be tried again later. */
  catchUp(): Promise<boolean>;
}

/** Ways to further threads. Each rejects with a DiscussionError; `offline` may be tried again. */
export interface Paging {
  /** Loads the threads after those that are held. */
  loadMore(): Promise<void>;
  /** Loads the thread a post stands in; nothing where this viewer has no such post. */
  loadThread(id: string): Promise<void>;
}

/** Ways to further threads of one store. */
export function createPaging({ held, session, hold, catchUp }: PagingSource): Paging {
  /** Asks until the answer fits what is held; null ends it without an answer. */
  async function load(ask: (over: Session, more: string) => Promise<Page | null>): Promise<void> {
    for (let tries = 0; tries < pageTries; tries++) {
      const over = session();
      const { more } = held();
      if (over === null || more === null) return;
      const page = await ask(over, more);
      if (page === null || session() === null || held().more !== more) return; // loaded by another call, or begun anew
      const next = receivePage(held(), page);
      if (next !== null) return hold(next);
      // Where the discussion has moved on, they are asked for again.
      if (!(await catchUp())) throw new DiscussionError('offline', 'the sync that a page waits for failed');
    }
    throw new DiscussionError('internal', `${pageTries} pages in a row were taken at another cursor than sync() gives`);
  }

  return {
    loadMore: () =>
      load(async (over, more) => {
        const page = (await over.older?.(more)) ?? null;
        if (page?.more === more) throw new DiscussionError('internal', 'older() names the same page again as the next');
        return page;
      }),
    loadThread: (id) =>
      load(async (over, more) => {
        const { to, posts } = await over.sync(null, { threads: 1, order: 'newest', with: id });
        return posts.some((entry) => entry.id === id) ? { at: to, posts, more } : null;
      }),
  };
}
