// Waits until somebody selects a text in the panel for the first time; only then what quotes it is loaded.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { QuoteButton } from './quote-button.ts';
import { selectedRange } from './selected-range.ts';
import type { Strings } from './strings.ts';

/** What the controller needs of its panel. */
export interface SelectionHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** The selections in one panel. */
export class SelectionController implements ReactiveController {
  readonly #host: SelectionHost;
  readonly #words: () => Strings;
  #button: QuoteButton | null = null;

  constructor(host: SelectionHost, words: () => Strings) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#onSelection);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
    this.#button?.hide();
  }

  #onSelection = (): void => {
    const { renderRoot } = this.#host;
    if (!(renderRoot instanceof ShadowRoot)) return;
    const range = selectedRange(renderRoot);
    if (range === null) this.#button?.hide();
    else if (this.#button !== null) this.#button.showAt(range);
    else void this.#load(renderRoot);
  };

  async #load(root: ShadowRoot): Promise<void> {
    const { QuoteButton } = await import('./quote-button.ts');
    this.#button ??= new QuoteButton(root, this.#words);
    this.#onSelection();
  }
}
