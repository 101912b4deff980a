// Where somebody is in a discussion: what is shown and what waits, folded or looked for, what is new since the last
// visit, and the way to a post. Speaks with the store only to load further threads.
import type { ReactiveController } from 'lit';
import { asDiscussionError } from '../model/errors.ts';
import type { Row } from '../model/thread.ts';
import { isPost } from '../model/view.ts';
import type { State } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { arrive, noArrivals, showAll, type Arrivals } from './arrivals.ts';
import { isPlain, plainLook, type Look } from './look.ts';
import type { KeysController } from './keys-controller.ts';
import { writingLoaded } from './load-writing.ts';
import { postInAddress } from './permalink.ts';
import type { PeerDiscussionList } from './peer-discussion-list.ts';
import type { ReadingHost, ReadingMeans } from './reading-host.ts';
import type { ReadingRequest } from './request.ts';
import { ResumeController } from './resume-controller.ts';
import { beginning, type Place, type ReadingView } from './reading-view.ts';
import { createRowsOf } from './rows-of.ts';
import { keepsMarks, nextOf, unreadIn } from './unread.ts';
import { pathTo, threadHolding, visibleRows } from './visible-rows.ts';

/** The reading of one panel. */
export class ReadingController implements ReactiveController {
  readonly #host: ReadingHost;
  readonly #means: ReadingMeans;
  #state: State | null = null;
  #arrivals: Arrivals = noArrivals;
  #places: ReadonlyMap<string, number> | undefined;
  #wanted: string | null = null;
  /** True where somebody came by a link to a post. */
  #isLed = false;
  #view: Place = beginning;
  /** True until something was loaded. */
  #isDue = true;
  /** True while threads are being loaded. */
  #isLoading = false;
  /** False until it is known what was read before this visit. */
  #isBegun = false;
  #isMarking = false;
  readonly #rowsOf = createRowsOf();
  #keys: KeysController | null = null; // comes with what one writes with
  readonly #resume: ResumeController;

  constructor(host: ReadingHost, means: ReadingMeans) {
    this.#host = host;
    this.#means = means;
    host.addController(this);
    this.#resume = new ResumeController(host);
    void writingLoaded.then(({ KeysController, SelectionController }) => {
      new SelectionController(host, means.words);
      const [list, toUnread] = [() => this.#list(), (isBack: boolean) => this.#toUnread(isBack)];
      this.#keys = new KeysController(host, { words: means.words, list, toUnread });
    });
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onAddress);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onAddress);
  }

  /** Begins anew with what is loaded next. Gives the id of a post that the page's address names, or null. */
  begin(): string | null {
    this.#isBegun = false;
    this.#isDue = true;
    this.#wanted = postInAddress();
    this.#isLed = this.#wanted !== null;
    return this.#wanted;
  }

  /** Goes elsewhere: nothing of where one was means anything there. */
  leave(): void {
    this.#state = null;
    this.#places = undefined;
    this.#view = beginning;
  }

  /** Takes a loaded state. */
  take(state: State): void {
    if (this.#isDue) [this.#arrivals, this.#isLoading] = [noArrivals, true];
    const waited = this.#arrivals.waiting.length;
    this.#state = state;
    this.#arrivals = arrive(this.#arrivals, state, this.#isLoading);
    if (this.#isDue) this.#isDue = this.#isLoading = false;
    const { waiting } = this.#arrivals;
    if (waiting.length > waited) this.#means.say(this.#means.words().newPosts(waiting.length));
    const { read, isReadKnown } = state;
    if (!this.#isBegun && (isReadKnown || !keepsMarks(state))) {
      this.#isBegun = true;
      this.#set({ since: read.size === 0 ? null : (unreadIn(this.#rows(), state)[0] ?? null) });
    }
    this.#resume.take(state, this.#means.key(), this.#isLed);
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted !== null && state.posts.has(wanted)) void this.goTo(wanted);
  }

  /** Where somebody is now. */
  get view(): ReadingView {
    const rows = this.#rows();
    const unread = unreadIn(rows, this.#state).length;
    const offer = this.#resume.offer(this.#means.words());
    return { ...this.#view, rows, waiting: this.#arrivals.waiting.length, unread, offer };
  }

  /** Does what was asked. */
  async answer(request: ReadingRequest): Promise<void> {
    switch (request.type) {
      case 'writing':
        return this.#keep(request.id, request.isWriting);
      case 'show-new':
        return this.#showNew(request.isQuiet);
      case 'fold':
        return this.#fold(request.id, request.isFolded);
      case 'thread':
        return this.#openThread(request.id);
      case 'more':
        return this.#more();
      case 'look':
        return this.#look({ ...this.#view.look, ...request.look });
      case 'go':
        return void ((await this.find(request.id)) && request.isReply && this.#list()?.reply());
      case 'unread':
        return this.#toUnread(request.isBack);
      case 'resume':
        return this.#goBack(request.isWanted);
      case 'keys':
        return this.#keys?.list();
    }
  }

  /** Opens whatever hides a post, leads to it and marks it. */
  async goTo(id: string): Promise<void> {
    if (this.#arrivals.waiting.includes(id)) this.#arrivals = showAll(this.#arrivals);
    const rows = this.#rows();
    const path = pathTo(rows, id);
    const folded = new Set(this.#view.folded);
    for (const above of path) folded.delete(above);
    this.#set({ folded, marked: id });
    const isVisible = (): boolean => visibleRows(rows, this.#view).some(({ row }) => row.entry.id === id);
    if (!isVisible()) this.#set({ only: null, look: { ...plainLook, sort: this.#view.look.sort } });
    if (!isVisible()) this.#set({ focus: threadHolding(path) });
    await this.#means.reveal();
    await this.#list()?.goTo(id);
  }

  /** Puts the focus on the first of these posts. */
  async focusFirst(ids: ReadonlySet<string>): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#list()?.focusFirst(ids);
  }

  /** Rows that somebody just wrote are on the page whatever is looked for. */
  async focusOwn(id: string): Promise<void> {
    this.#include([id]);
    const path = new Set(pathTo(this.#rows(), id));
    const { folded, focus } = this.#view;
    this.#set({ folded: new Set([...folded].filter((one) => !path.has(one))) });
    if (focus !== null && focus !== id && !path.has(focus)) this.#set({ focus: null });
    await this.focusFirst(new Set([id]));
  }

  #set(change: Partial<Place>): void {
    this.#view = { ...this.#view, ...change };
    this.#host.requestUpdate();
  }

  #list(): PeerDiscussionList | null {
    return this.#host.renderRoot.querySelector('peer-discussion-list');
  }

  #rows(): readonly Row[] {
    return this.#rowsOf(this.#state, this.#arrivals, this.#view, this.#places);
  }

  #onAddress = (): void => {
    const id = postInAddress();
    if (id !== null) void this.find(id);
  };

  /** Leads to a post, wherever it stands; its thread is loaded where that is not here. False where there is no such post. */
  async find(id: string): Promise<boolean> {
    if (this.#state?.hasMore === true && !this.#isHere(id)) await this.#load((store) => store.loadThread(id));
    if (!this.#isHere(id)) return false;
    await this.goTo(id);
    return true;
  }

  async #goBack(isWanted: boolean): Promise<void> {
    const id = this.#resume.accept();
    if (isWanted && id !== null && !(await this.find(id))) this.#means.say(this.#means.words().refusedNotFound);
  }

  #isHere(id: string): boolean {
    return this.#arrivals.waiting.includes(id) || this.#rows().some(({ entry }) => entry.id === id);
  }

  async #load(ask: (store: Store) => Promise<void> = (store) => store.loadMore()): Promise<boolean> {
    const store = this.#means.store();
    if (store === null) return false;
    this.#isLoading = true;
    try {
      await ask(store);
      return this.#means.store() !== null;
    } catch (thrown) {
      const error = asDiscussionError(thrown);
      const words = this.#means.words();
      const say = error.code === 'offline' ? null : await import('./say-refused.ts').catch(() => null);
      this.#means.say(say?.sayRefused(words, error) ?? words.moreFailed);
      return false;
    } finally {
      this.#isLoading = false;
    }
  }

  async #more(): Promise<void> {
    const before = new Set(this.#rows().map(({ entry }) => entry.id));
    if (!(await this.#load())) return;
    const loaded = this.#rows().filter(({ entry }) => !before.has(entry.id));
    await this.focusFirst(new Set(loaded.map(({ entry }) => entry.id)));
  }

  async #look(look: Look): Promise<void> {
    this.#set({ look, focus: null, isGathering: this.#state?.hasMore === true && !isPlain(look) });
    while (this.#view.look === look && this.#view.isGathering && this.#state?.hasMore === true) {
      if (!(await this.#load())) break;
      await new Promise((resolve) => setTimeout(resolve));
    }
    const [{ rankThreads }, { findPosts, wordsOf }] = await Promise.all([
      import('../model/rank-threads.ts'),
      import('./find-posts.ts'),
    ]);
    if (this.#view.look !== look || this.#state === null) return;
    const rows = this.#rows();
    const unread = new Set(unreadIn(rows, this.#state));
    this.#places = rankThreads(rows, look.sort, (id) => unread.has(id));
    const only = findPosts(rows, look, this.#state.me, (id) => unread.has(id));
    this.#set({ only, isGathering: false });
    await this.#mark(wordsOf(look.query));
    if (only !== null) this.#means.say(this.#means.words().found(only.size));
  }

  async #mark(words: readonly string[]): Promise<void> {
    if (words.length === 0 && !this.#isMarking) return;
    this.#isMarking = words.length > 0;
    const { highlight } = await import('./highlight.ts');
    await this.#host.updateComplete;
    await this.#list()?.drawn();
    highlight(this.#host.renderRoot, words);
  }

  #keep(id: string, isWriting: boolean): void {
    const entry = this.#state?.posts.get(id);
    const writing = new Map(this.#view.writing);
    if (!isWriting) writing.delete(id);
    else if (entry !== undefined && isPost(entry)) writing.set(id, entry.order);
    this.#set({ writing });
  }

  async #showNew(isQuiet = false): Promise<void> {
    const fresh = new Set(this.#arrivals.waiting);
    this.#arrivals = showAll(this.#arrivals);
    this.#include([...fresh]);
    this.#set({ fresh, focus: null });
    if (!isQuiet) await this.focusFirst(fresh);
  }

  #include(ids: readonly string[]): void {
    if (this.#view.only !== null) this.#set({ only: new Set([...this.#view.only, ...ids]) });
  }

  #fold(id: string, isFolded: boolean): void {
    const folded = new Set(this.#view.folded);
    if (isFolded) folded.add(id);
    else folded.delete(id);
    this.#set({ folded });
  }

  async #openThread(id: string | null): Promise<void> {
    const left = this.#view.focus;
    if (id === null && left !== null) {
      this.#set({ focus: null });
      return this.goTo(left);
    }
    this.#set({ focus: id });
    if (id !== null) await this.focusFirst(new Set([id]));
  }

  async #toUnread(isBack: boolean): Promise<void> {
    const rows = this.#rows();
    const next = nextOf(rows, unreadIn(rows, this.#state), this.#list()?.current() ?? null, isBack);
    if (next === null) this.#means.say(this.#means.words().allRead);
    else await this.goTo(next);
  }
}
