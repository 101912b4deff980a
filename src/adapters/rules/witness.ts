// One session and all it hears, for the rules: it holds what a store would hold, and waits for facts. Judges nothing.
import { demand, inWords } from '../../model/demand.ts';
import type {
  Capabilities,
  Changes,
  Command,
  Cursor,
  Discussion,
  Marker,
  Mine,
  Page,
  Person,
  Post,
  Window,
} from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import type { Adapter, Session, Status } from '../adapter.ts';

/** All that Changes have made up to a cursor. */
export interface Holding {
  readonly cursor: Cursor | null;
  readonly room: Discussion | undefined;
  readonly posts: ReadonlyMap<string, Post | Marker>;
  /** Names the threads that are not held; null where all are. */
  readonly more: string | null;
}

/** Nothing held yet. */
export const nothing: Holding = { cursor: null, room: undefined, posts: new Map(), more: null };

/** What is held after these Changes, or null where they do not follow on. */
export function follow(holding: Holding, changes: Changes): Holding | null {
  if (changes.from !== null && changes.from !== holding.cursor) return null;
  const posts = new Map(changes.from === null ? [] : holding.posts);
  for (const entry of changes.posts) posts.set(entry.id, entry);
  const more = changes.from === null ? (changes.more ?? null) : holding.more;
  return { cursor: changes.to, room: changes.room ?? holding.room, posts, more };
}

/** What is held with a page, or null where it was taken at another cursor: it says nothing there. */
export function followPage(holding: Holding, page: Page): Holding | null {
  if (page.at !== holding.cursor) return null;
  const posts = new Map(holding.posts);
  for (const entry of page.posts) posts.set(entry.id, entry);
  return { ...holding, posts, more: page.more };
}

/** What a holding shows, in an order of its own: equal texts for equal views. */
export function viewInWords({ cursor, room, posts }: Holding): string {
  const entries = [...posts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return inWords({ cursor, room, entries });
}

/** How often a page is asked for anew before it counts as never fitting. */
const pageTries = 20;

/** A session under observation. */
export interface Witness {
  readonly adapter: Adapter;
  readonly session: Session;
  readonly discussion: string;
  /** Who the session is, as last heard. */
  readonly me: Person | null;
  readonly can: Capabilities;
  readonly statuses: readonly Status[];
  readonly changes: readonly Changes[];
  readonly mines: readonly Mine[];
  readonly holding: Holding;
  /** All that reached this session, heard or answered, as text. */
  record(): string;
  /** Asks, and notes the answer; holds nothing of it. */
  sync(cursor: Cursor | null, window?: Window): Promise<Changes>;
  /** All there is now, by id, or as much of it as a window shows; held where nothing was held before. */
  snapshot(window?: Window): Promise<Holding>;
  /** Asks for a page, and notes it; holds nothing of it. */
  older(more: string): Promise<Page>;
  /** Loads the page after what is held, as a store does: where it was taken at another cursor, syncs and asks again. */
  loadMore(): Promise<void>;
  /** One post as it is now. */
  post(id: string): Promise<Post>;
  /** Sends a command, and holds what it changed. */
  submit(command: Command): Promise<Changes>;
  /** Waits until something heard makes it so. */
  until(what: string, isSo: () => boolean): Promise<void>;
  /** Waits until what is held makes it so: by live changes, or by a sync where the adapter sends none. */
  reach(what: string, isSo: (holding: Holding) => boolean): Promise<void>;
}

/** Opens a session and listens. */
export function watch(adapter: Adapter, discussion: string, patienceMs: number): Witness {
  const statuses: Status[] = [];
  const changes: Changes[] = [];
  const mines: Mine[] = [];
  const answers: (Changes | Page)[] = [];
  const waiting = new Set<() => void>();
  let holding = nothing;
  /** One sync at a time: the answer to an older one must not undo what was heard since. */
  let isSyncing = false;
  let isBehind = false;
  let online: Extract<Status, { state: 'online' }> | undefined;

  const look = (): void => {
    for (const check of [...waiting]) check();
  };
  const take = (found: Changes): void => {
    const next = follow(holding, found);
    if (next !== null) holding = next;
    else if (found.to !== holding.cursor) isBehind = true;
    if (isBehind) catchUp().catch(() => {}); // whoever waits in vain says so
    look();
  };
  const noted = <Answer extends Changes | Page>(answer: Answer): Answer => {
    answers.push(answer);
    return answer;
  };
  const catchUp = async (): Promise<void> => {
    if (isSyncing) return;
    isSyncing = true;
    isBehind = false;
    const answer = await session.sync(holding.cursor).catch((thrown: unknown) => {
      isSyncing = false;
      throw thrown;
    });
    isSyncing = false;
    take(noted(answer));
  };

  const session = adapter.open(discussion, {
    status(status) {
      statuses.push(status);
      if (status.state === 'online') {
        online = status;
        isBehind = holding.cursor !== null; // welcome once more: what they may see may be something else now
        if (isBehind) catchUp().catch(() => {});
      }
      look();
    },
    changes(heard) {
      changes.push(heard);
      take(heard);
    },
    mine(mine) {
      mines.push(mine);
      look();
    },
  });

  const witness: Witness = {
    adapter,
    session,
    discussion,
    statuses,
    changes,
    mines,
    get me() {
      return online?.me ?? null;
    },
    get can() {
      return online?.can ?? {};
    },
    get holding() {
      return holding;
    },
    record: () => inWords({ statuses, changes, mines, answers }),
    sync: async (cursor, window) => noted(await session.sync(cursor, window)),
    async snapshot(window) {
      const all = follow(nothing, await witness.sync(null, window));
      demand(all !== null, 'sync(null) to answer with from: null');
      if (holding.cursor === null) holding = all;
      return all;
    },
    async older(more) {
      demand(session.older !== undefined, 'a session with the capability `history` to have older()');
      return noted(await session.older(more));
    },
    async loadMore() {
      for (let tries = 0; tries < pageTries; tries++) {
        const { more } = holding;
        if (more === null) return;
        const page = await witness.older(more);
        const next = holding.more === more ? followPage(holding, page) : null;
        if (next !== null) return void (holding = next);
        await catchUp();
      }
      throw new Error(`expected a page that was taken at the cursor of a sync, found none in ${pageTries} tries`);
    },
    async post(id) {
      const entry = (await witness.snapshot()).posts.get(id);
      demand(entry !== undefined && isPost(entry), `the post ${id}, found ${inWords(entry)}`);
      return entry;
    },
    async submit(command) {
      const answer = noted(await session.submit(command));
      take(answer);
      return answer;
    },
    until: (what, isSo) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!isSo()) return;
          stop();
          resolve();
        };
        const stop = (): void => {
          waiting.delete(check);
          clearTimeout(timer);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`expected ${what} within ${patienceMs} ms, found only ${witness.record()}`));
        }, patienceMs);
        waiting.add(check);
        check();
      }),
    async reach(what, isSo) {
      if (online?.can.live !== true) await catchUp();
      await witness.until(what, () => isSo(holding));
    },
  };
  return witness;
}
