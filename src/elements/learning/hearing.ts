// Tells elements of learning that the state changed: they stand in templates that are not made anew for that.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { State } from '../../store/state.ts';

/** What is known now, and when that changes. */
export interface Hearing {
  /** The state as it is now. */
  readonly state: () => State | null;
  /** Calls back after every change; returns its undo. */
  readonly hear: (listener: () => void) => () => void;
  /** A change is there. */
  readonly tell: () => void;
}

/** Begins to tell. */
export function createHearing(state: () => State | null): Hearing {
  const listeners = new Set<() => void>();
  return {
    state,
    hear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}

/** Shows an element anew after every change, as long as it stands in the page. */
export class HearingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hearing: () => Pick<Hearing, 'hear'>;
  #stop = (): void => {};

  constructor(host: ReactiveControllerHost, hearing: () => Pick<Hearing, 'hear'>) {
    this.#host = host;
    this.#hearing = hearing;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#hearing().hear(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop();
  }
}
