// Loads what learning adds to a panel, once its discussion knows of it. What that is, learning/ says.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { State } from '../store/state.ts';
import type { Learning } from './learning/learning.ts';
import type { Strings } from './strings.ts';
import { whenIdle } from './when-idle.ts';

/** The learning part of one panel. */
export class LearningController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element & { readonly renderRoot: Node };
  readonly #state: () => State | null;
  #learning: Learning | null = null;
  #madeFor: Strings | null = null;

  constructor(host: ReactiveControllerHost & Element & { readonly renderRoot: Node }, state: () => State | null) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#learning?.heard();
  }

  /** What learning adds in these words; null until it is loaded, and where the adapter knows nothing of it. */
  of(strings: Strings): Learning | null {
    const state = this.#state();
    if (state === null || state.discussion === null) return null;
    // A page's own prompt is told of even where the adapter cannot keep to it.
    const knowsMoves = state.can.moves === true;
    if (!knowsMoves && this.#host.querySelector('[slot=prompt]') === null) return null;
    if (this.#madeFor !== strings) {
      this.#madeFor = strings;
      // A prompt is what people came for; without one a first thread comes first.
      if (state.discussion.prompts === undefined) whenIdle(() => void this.#load(strings, knowsMoves));
      else void this.#load(strings, knowsMoves);
    }
    return this.#learning;
  }

  async #load(strings: Strings, knowsMoves: boolean): Promise<void> {
    const before = this.#learning;
    const loaded = await import('./learning/panel-learning.ts')
      .then(({ makeLearning }) => {
        const refresh = (): void => this.#host.requestUpdate();
        return makeLearning({ strings, state: this.#state, refresh, root: this.#host.renderRoot }, knowsMoves, before);
      })
      .catch(() => null);
    if (this.#madeFor !== strings) return;
    if (loaded === null)
      this.#madeFor = null; // tried again with the next state
    else {
      this.#learning = loaded;
      this.#host.requestUpdate();
    }
  }
}
