// Keeps the words of a panel: follows the language where it stands, loads its catalogue, lays the page's own texts over
// it. Which language that is, locale.ts knows.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf, holdersOf, languageOf, match, plainEnglish, stringsFor, type Catalogues } from './locale.ts';
import type { Strings } from './strings.ts';

/** An element whose words are kept. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  /** The page's own texts. */
  readonly strings: Partial<Strings> | null;
}

/** The language of one panel. */
export class LocaleController implements ReactiveController {
  readonly #host: LocaleHost;
  readonly #catalogues: () => Catalogues;
  readonly #watch = new MutationObserver(() => this.#follow());
  #language: string | null = null;
  #catalogue: Strings | null = null;
  #isMatched = false;
  #own: Partial<Strings> | null = null;
  #merged: Strings = plainEnglish;

  constructor(host: LocaleHost, catalogues: () => Catalogues) {
    this.#host = host;
    this.#catalogues = catalogues;
    host.addController(this);
  }

  /** False until the first catalogue is there: nothing is said in a language that would change a moment later. */
  get isReady(): boolean {
    return this.#catalogue !== null;
  }

  /** The words as they are now; the same object as long as nothing changed. */
  get strings(): Strings {
    const { strings } = this.#host;
    if (strings !== this.#own) {
      this.#own = strings;
      this.#merge();
    }
    return this.#merged;
  }

  /** The direction of the words; null where no catalogue fits the page's language and its own direction is kept. */
  get dir(): 'ltr' | 'rtl' | null {
    return this.#isMatched || this.#own?.locale !== undefined ? directionOf(this.strings.locale) : null;
  }

  #merge(): void {
    const catalogue = this.#catalogue ?? plainEnglish;
    this.#merged = this.#own === null ? catalogue : { ...catalogue, ...this.#own };
  }

  hostConnected(): void {
    // Everything that holds the panel, and nothing else: a page that changes elsewhere costs nothing.
    for (const holder of holdersOf(this.#host)) this.#watch.observe(holder, { attributeFilter: ['lang'] });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  #follow(): void {
    const language = languageOf(this.#host);
    if (language === this.#language) return;
    this.#language = language;
    const from = this.#catalogues();
    const found = match(language, from);
    const strings = found === null ? plainEnglish : stringsFor(found, from);
    if (strings instanceof Promise) void this.#load(language, strings);
    else this.#take(strings, found !== null);
  }

  async #load(language: string, coming: Promise<Strings>): Promise<void> {
    const strings = await coming.catch(() => null);
    if (language !== this.#language) return;
    if (strings === null) console.error(`<peer-discussion>: the words for “${language}” could not be loaded`);
    this.#take(strings ?? plainEnglish, strings !== null);
  }

  #take(strings: Strings, isMatched: boolean): void {
    this.#catalogue = strings;
    this.#isMatched = isMatched;
    this.#merge();
    this.#host.requestUpdate();
  }
}
