// Holds the store of an element's open discussion and hears its states. A move in the page is not an end: only an
// element that is still gone a moment later closes its store.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Adapter } from '../adapters/adapter.ts';
import { asDiscussionError } from '../model/errors.ts';
import type { Window } from '../model/post.ts';
import type { State } from '../store/state.ts';
import { systemClock } from '../store/clock.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';
import { createWritingAids, type WritingAids } from './writing-aids.ts';

/** Hears every state of the open store, and the one before it: null for the first. */
export type OnState = (state: State, before: State | null) => void;

/** The browser's storage, or null where the browser refuses it. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** An adapter that never was: what could not be loaded is closed, and says why. */
function failedAdapter(thrown: unknown): Adapter {
  const error = asDiscussionError(thrown);
  return {
    open(_discussion, listener) {
      queueMicrotask(() => listener.status({ state: 'closed', error }));
      return { sync: () => Promise.reject(error), submit: () => Promise.reject(error), close() {} };
    },
  };
}

/** What is loaded at first of a long discussion. */
function firstWindow(wanted: string | null): Window {
  return { threads: 20, order: 'newest', ...(wanted !== null && { with: wanted }) };
}

/** At most one open store. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onState: OnState;
  #store: Store | null = null;
  #aids: WritingAids | null = null;
  #aidsFor = '';
  #leave = (): void => {};
  #closing: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;

  constructor(host: ReactiveControllerHost, onState: OnState) {
    this.#host = host;
    this.#onState = onState;
    host.addController(this);
  }

  /** The open store; null while there is none. */
  get store(): Store | null {
    return this.#store;
  }

  /** Tells the discussion that is open from every other one. */
  get key(): string {
    return this.#aidsFor;
  }

  /** What is written with here; null before anything was open. Stays where the same discussion is opened again. */
  get aids(): WritingAids | null {
    return this.#aids;
  }

  /**
   * Opens a discussion in the place of the one before.
   * @param scope tells apart discussions of the same id on different backends
   * @param wanted id of a post whose thread is to come along, or null
   */
  async open(
    adapter: Adapter | Promise<Adapter>,
    discussion: string,
    scope: string,
    wanted: string | null,
  ): Promise<void> {
    this.close();
    const attempt = this.#attempt;
    const found = await Promise.resolve(adapter).catch(failedAdapter);
    if (attempt !== this.#attempt) return;
    const store = createStore(found, discussion, { keyValue: browserStorage(), scope, window: firstWindow(wanted) });
    let before: State | null = null;
    this.#store = store;
    this.#prepare(discussion, scope);
    this.#leave = store.subscribe((state) => {
      if (state.discussion !== null) this.#setWriter(state);
      this.#onState(state, before);
      before = state;
      this.#host.requestUpdate();
    });
  }

  #prepare(discussion: string, scope: string): void {
    const aidsFor = JSON.stringify([scope, discussion]);
    if (this.#aidsFor === aidsFor) return;
    this.#aidsFor = aidsFor;
    this.#aids = createWritingAids({
      storage: browserStorage(),
      clock: systemClock,
      scope,
      discussion,
      state: () => this.#store?.state ?? null,
      remove: (id) => this.#remove(id),
    });
  }

  #remove(id: string): void {
    try {
      this.#store?.submit({ type: 'remove', id });
    } catch {
      this.#aids?.removals.begin(id); // not possible now: again in a while
    }
  }

  #setWriter({ me }: State): void {
    const isAnother = this.#aids?.drafts.setWriter(me === null || me.role === 'guest' ? null : me.id) ?? false;
    if (isAnother && this.#aids !== null) this.#aids = { ...this.#aids };
  }

  /** What was begun is kept or done before nobody is there to do it. */
  #onLeave = (): void => {
    this.#aids?.drafts.flush();
    this.#aids?.removals.flush();
  };

  /** Forgets what whoever writes here has not sent, begun or waiting: they have signed out. */
  forget(): void {
    this.#store?.forget();
    if (this.#aids === null) return;
    this.#aids.drafts.forget();
    this.#aids = { ...this.#aids };
  }

  /** Closes what is open, or about to be. */
  close(): void {
    this.#onLeave();
    this.#attempt++;
    this.#leave();
    this.#leave = () => {};
    this.#store?.close();
    this.#store = null;
  }

  hostConnected(): void {
    clearTimeout(this.#closing);
    addEventListener('pagehide', this.#onLeave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeave);
    this.#closing = setTimeout(() => this.close(), 0);
  }
}
