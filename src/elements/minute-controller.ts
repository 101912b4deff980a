// Updates its element from time to time, so that "5 minutes ago" stays true.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { agoStaleMs } from './ago.ts';

/** The time as one panel says it. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds since 1970, to the minute: so that times are not worked out again for every change. */
  get now(): number {
    const now = Date.now();
    return now - (now % agoStaleMs);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), agoStaleMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
