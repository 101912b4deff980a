// Loads what learning adds to a panel, once its discussion knows of it. What that is, learning/ says.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayModerate } from '../model/may.ts';
import type { State } from '../store/state.ts';
import type { Learning } from './learning/learning.ts';
import type { Strings } from './strings.ts';
import { whenIdle } from './when-idle.ts';

/** Milliseconds that posts wait for what stands above them. */
const longestMs = 5_000;

/** The learning part of one panel. */
export class LearningController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element & { readonly renderRoot: Node };
  readonly #state: () => State | null;
  /** Undefined while it is waited for. */
  #learning: Learning | null | undefined;
  #madeFor: Strings | null = null;

  constructor(host: ReactiveControllerHost & Element & { readonly renderRoot: Node }, state: () => State | null) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#learning?.heard();
  }

  /**
   * What learning adds in these words; null until it is loaded, and where the adapter knows nothing of it. Undefined where
   * something stands above the posts that is loading for the first time: it would move them, so they come with it.
   */
  of(strings: Strings, state: State | null): Learning | null | undefined {
    if (state === null || state.discussion === null) return null;
    // A page's own prompt is told of even where the adapter cannot keep to it.
    const knowsMoves = state.can.moves === true;
    if (!knowsMoves && this.#host.querySelector('[slot=prompt]') === null) return null;
    if (this.#madeFor !== strings) {
      this.#madeFor = strings;
      // A prompt is what people came for, and staff have buttons there; without them a first thread comes first.
      const begin = (): void => void this.#load(strings, state, knowsMoves);
      if (state.discussion.prompts === undefined && !mayModerate(state.me)) {
        this.#learning ??= null;
        whenIdle(begin);
      } else {
        begin();
        setTimeout(() => this.#take(this.#learning ?? null), longestMs);
      }
    }
    return this.#learning;
  }

  #take(learning: Learning | null): void {
    if (learning === this.#learning) return;
    this.#learning = learning;
    this.#host.requestUpdate();
  }

  async #load(strings: Strings, first: State, knowsMoves: boolean): Promise<void> {
    const before = this.#learning ?? null;
    const loaded = await import('./learning/panel-learning.ts')
      .then(({ makeLearning }) => {
        const refresh = (): void => this.#host.requestUpdate();
        const root = this.#host.renderRoot;
        return makeLearning({ strings, first, knowsMoves, state: this.#state, refresh, root }, before);
      })
      .catch(() => null);
    if (this.#madeFor !== strings) return;
    if (loaded === null) this.#madeFor = null; // tried again with the next state
    this.#take(loaded ?? this.#learning ?? null);
  }
}
