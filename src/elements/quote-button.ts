// The button at a selected text that quotes it: over the page, near the selection's end, and gone with it. Loaded when a
// text is first selected. What a quotation is, is quoting.ts's affair.
import { quote, quotedIn } from './quoting.ts';
import { selectedRange } from './selected-range.ts';
import type { Strings } from './strings.ts';

/** Pixels between a selection and the button, which leave room for what a phone puts there. */
const gapPx = 10;
const marginPx = 8;

/** The button of one panel. */
export class QuoteButton {
  readonly #root: ShadowRoot;
  readonly #words: () => Strings;
  readonly #button = document.createElement('button');
  #hearing = new AbortController();

  constructor(root: ShadowRoot, words: () => Strings) {
    this.#root = root;
    this.#words = words;
    this.#button.type = 'button';
    this.#button.className = 'primary arrived';
    this.#button.part.add('quote');
    this.#button.popover = 'manual';
    // The selection stays while the button is pressed.
    this.#button.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#button.addEventListener('mousedown', (event) => event.preventDefault());
    this.#button.addEventListener('click', () => {
      quote(this.#root, null);
      this.hide();
    });
  }

  /** Shows the button at a selection, where what is selected may be answered. */
  showAt(range: Range): void {
    const quoted = quotedIn(range);
    if (quoted === null || !quoted.row.view.mayReply || quoted.row.mode === 'edit') return this.hide();
    const button = this.#button;
    const words = this.#words();
    const { entry } = quoted.row.view;
    button.textContent = words.quoteReply;
    button.ariaLabel = 'author' in entry ? words.actionOn(words.quoteReply, entry.author.name) : words.quoteReply;
    button.lang = words.locale;
    if (!button.isConnected) (this.#root.querySelector('.panel') ?? this.#root).append(button);
    if (!button.matches(':popover-open')) {
      button.showPopover();
      this.#hearing = new AbortController();
      addEventListener('scroll', this.#follow, { signal: this.#hearing.signal, capture: true, passive: true });
      addEventListener('resize', this.#follow, { signal: this.#hearing.signal });
    }
    this.#place(quoted.range);
  }

  /** Takes the button away. */
  hide(): void {
    this.#hearing.abort();
    this.#button.remove();
  }

  #follow = (): void => {
    const range = selectedRange(this.#root);
    if (range === null) this.hide();
    else this.showAt(range);
  };

  #place(range: Range): void {
    const button = this.#button;
    const last = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1) ?? range.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = button;
    const below = last.bottom + gapPx;
    const top = below + offsetHeight + marginPx > innerHeight ? last.top - gapPx - offsetHeight : below;
    const left = last.left + last.width / 2 - offsetWidth / 2;
    const most = document.documentElement.clientWidth - offsetWidth - marginPx;
    button.style.setProperty('inset', 'auto');
    button.style.setProperty('top', `${Math.max(marginPx, top)}px`);
    button.style.setProperty('left', `${Math.max(marginPx, Math.min(left, most))}px`);
  }
}
