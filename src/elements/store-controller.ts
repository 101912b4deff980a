// Holds the store of an element's open discussion and hears its states. A move in the page is not an end: only an
// element that is still gone a moment later closes its store.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Adapter } from '../adapters/adapter.ts';
import { asDiscussionError } from '../model/errors.ts';
import type { State } from '../store/state.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';

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

/** At most one open store. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onState: OnState;
  #store: Store | null = null;
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

  /**
   * Opens a discussion in the place of the one before.
   * @param scope tells apart discussions of the same id on different backends
   */
  async open(adapter: Adapter | Promise<Adapter>, discussion: string, scope: string): Promise<void> {
    this.close();
    const attempt = this.#attempt;
    const found = await Promise.resolve(adapter).catch(failedAdapter);
    if (attempt !== this.#attempt) return;
    const store = createStore(found, discussion, { keyValue: browserStorage(), scope });
    let before: State | null = null;
    this.#store = store;
    this.#leave = store.subscribe((state) => {
      this.#onState(state, before);
      before = state;
      this.#host.requestUpdate();
    });
  }

  /** Closes what is open, or about to be. */
  close(): void {
    this.#attempt++;
    this.#leave();
    this.#leave = () => {};
    this.#store?.close();
    this.#store = null;
  }

  hostConnected(): void {
    clearTimeout(this.#closing);
  }

  hostDisconnected(): void {
    this.#closing = setTimeout(() => this.close(), 0);
  }
}
