// Tells what happened to a discussion: the page, by public events, and those who listen, in words. Remembers which errors
// the page tells its reader itself; those the panel does not say.
import type { DiscussionError } from '../model/errors.ts';
import type { State } from '../store/state.ts';
import { PeerErrorEvent, PeerPostEvent, PeerStatusEvent } from './events.ts';
import { happenings } from './happenings.ts';
import type { Strings } from './strings.ts';

/** What tells of one panel. */
export class Teller {
  readonly #host: HTMLElement;
  readonly #words: () => Strings;
  readonly #say: (words: string) => void;
  readonly #told = new WeakSet<DiscussionError>();
  #connection: State['connection'] | null = null;

  constructor(host: HTMLElement, words: () => Strings, say: (words: string) => void) {
    this.#host = host;
    this.#words = words;
    this.#say = say;
  }

  /** True for what the page tells itself. */
  isTold(error: DiscussionError | null): boolean {
    return error !== null && this.#told.has(error);
  }

  /** The state without the reasons that the page tells itself. */
  withoutTold(state: State): State {
    if (!state.outbox.some(({ error }) => this.isTold(error))) return state;
    return { ...state, outbox: state.outbox.map((one) => (this.isTold(one.error) ? { ...one, error: null } : one)) };
  }

  /** Tells what happened between two states of one store. */
  tell(now: State, before: State | null): void {
    const words = this.#words();
    const { posted, refused, isBack } = happenings(before, now);
    if (isBack) this.#say(words.saidOnline);
    if (now.connection !== this.#connection) {
      this.#connection = now.connection;
      this.#host.dispatchEvent(new PeerStatusEvent(now.connection));
    }
    for (const post of posted) {
      this.#say(post.state === 'held' ? words.saidHeld : words.saidPosted);
      this.#host.dispatchEvent(new PeerPostEvent(post.id, post.parentId));
    }
    const errors = refused.map(({ error }) => error);
    if (errors.length > 0) this.#say(words.saidReturned);
    if (now.error !== before?.error) errors.push(now.error);
    for (const error of errors)
      if (error !== null && !this.#host.dispatchEvent(new PeerErrorEvent(error))) this.#told.add(error);
  }
}
