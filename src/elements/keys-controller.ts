// Hears the single keys of one panel and asks for what they mean. Which keys there are, and whether they are on, is
// single-keys.ts's affair; their list is loaded when it is first asked for.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { actionOf, type KeyAction } from './single-keys.ts';
import type { Strings } from './strings.ts';

/** The keys of one panel. */
export class KeysController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };
  readonly #words: () => Strings;
  readonly #act: (action: Exclude<KeyAction, 'list'>) => boolean;

  /** @param act does what a key means; false where nothing can be done yet, and the key is left to the page */
  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode },
    words: () => Strings,
    act: (action: Exclude<KeyAction, 'list'>) => boolean,
  ) {
    this.#host = host;
    this.#words = words;
    this.#act = act;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  /** Shows which keys there are. */
  async list(): Promise<void> {
    const { showKeys } = await import('./peer-discussion-keys.ts');
    showKeys(this.#host.renderRoot, this.#words());
  }

  #onKey = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    if (action === null) return;
    if (action === 'list') void this.list();
    else if (!this.#act(action)) return;
    event.preventDefault();
  };
}
