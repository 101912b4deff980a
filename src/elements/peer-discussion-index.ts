// The public element of the index: which discussions a site has, and what is in them for whoever looks. It asks one
// question of the adapter at a time; what may be counted for whom is the authority's affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Adapter } from '../adapters/adapter.ts';
import { indexLists, type IndexEntry, type IndexList, type IndexPage } from '../model/discussion-index.ts';
import { asDiscussionError, type ErrorCode } from '../model/errors.ts';
import { adapterFor, type Connect } from './connect.ts';
import { indexEntry } from './listing/index-entry.ts';
import { indexWordsIn, type IndexWords } from './listing/index-words.ts';
import { LocaleController } from './locale-controller.ts';
import { catalogues } from './locale.ts';
import { MinuteController } from './minute-controller.ts';
import { nextId } from './next-id.ts';
import { indexStyles } from './peer-discussion-index.styles.ts';
import type { Strings } from './strings.ts';
import type { GetToken } from './token-url.ts';

/** Milliseconds after which an index in a page that is seen is asked for anew. */
const freshMs = 60_000;

/**
 * The discussions of a site or a course: what is new to whoever is signed in, what nobody has answered, their own.
 *
 * @tagname peer-discussion-index
 * @attr {string} server - Address of the discussion server
 * @attr {string} site - The site's id on that server; may be left out where the page's origin belongs to one site only
 * @attr {string} token-url - Address, on the page's own origin, that answers with a token for whoever is signed in
 * @attr {string} under - What the ids of the discussions begin with, for example `/course-7/`; all of the site where it is left out
 * @attr {string} list - The list that is shown: `all`, `new`, `unanswered` or `mine`
 * @attr {number} heading-level - Level of the heading in the page, 2 by default
 * @slot - What is shown until the index is there
 * @slot sign-in - What somebody sees who is not signed in, for example a link to the page's sign-in
 * @csspart panel - The whole index
 * @csspart heading - Its heading
 * @csspart lists - The buttons that choose a list
 * @csspart list - The list of discussions
 * @csspart discussion - One discussion
 */
export class PeerDiscussionIndex extends LitElement {
  static override styles = indexStyles;
  static override properties = {
    server: {},
    site: {},
    tokenUrl: { attribute: 'token-url' },
    under: {},
    list: { reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
    adapter: { attribute: false },
    getToken: { attribute: false },
    strings: { attribute: false },
    page: { attribute: false },
    failure: { attribute: false },
    words: { attribute: false },
  };

  /** Makes the adapter where `server` is given; the package's entry sets it. */
  static connect: Connect | null = null;

  /** Address of the discussion server. */
  declare server: string | null;
  /** The site's id on that server. */
  declare site: string | null;
  /** Address that answers with a token. */
  declare tokenUrl: string | null;
  /** What the ids of the discussions begin with. */
  declare under: string | null;
  /** The list that is shown. */
  declare list: string;
  /** Level of the heading. */
  declare headingLevel: number;
  /** How discussions are reached; wins over `server`. */
  declare adapter: Adapter | null;
  /** Gives the token of whoever is signed in; wins over `tokenUrl`. */
  declare getToken: GetToken | null;
  /** Texts of the page's own, in the place of the element's: any of them. */
  declare strings: Partial<Strings & IndexWords> | null;

  /** @ignore What was answered last, with all parts that were asked for since. */
  declare page: IndexPage | null;
  /** @ignore Why the last question was not answered; null where it was. */
  declare failure: ErrorCode | null;
  /** @ignore Null until they are there. */
  declare words: IndexWords | null;

  readonly #locale = new LocaleController(this, () => catalogues);
  readonly #minute = new MinuteController(this);
  readonly #id = nextId();
  #wordsFor: Strings | null = null;
  #attempt = 0;
  #askedAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.server = this.site = this.tokenUrl = this.under = null;
    this.list = 'all';
    this.headingLevel = 2;
    this.adapter = this.getToken = this.strings = null;
    this.page = this.failure = this.words = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onSeen);
    addEventListener('online', this.#onSeen);
    this.#timer = setInterval(this.#onMinute, freshMs);
    if (this.hasUpdated) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onSeen);
    removeEventListener('online', this.#onSeen);
    clearInterval(this.#timer);
    this.#attempt++;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isElsewhere = (['adapter', 'server', 'site', 'under', 'getToken', 'tokenUrl'] as const).some((name) =>
      changed.has(name),
    );
    if (isElsewhere) this.page = this.failure = null; // another person's, or of other discussions
    if (isElsewhere || changed.has('list')) void this.#ask();
    const { strings } = this.#locale;
    if (!this.#locale.isReady || strings === this.#wordsFor) return;
    this.#wordsFor = strings;
    void indexWordsIn(strings).then((words) => {
      if (strings === this.#wordsFor) this.words = words;
    });
  }

  get #heading(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.heading') ?? null;
  }

  get #list(): IndexList {
    return indexLists.find((one) => one === this.list) ?? 'all';
  }

  #onSeen = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.failure !== null || Date.now() - this.#askedAt >= freshMs) void this.#askAnew();
  };

  #onMinute = (): void => {
    if (document.visibilityState === 'visible') void this.#askAnew();
  };

  /** Asks for the list from its beginning, as far as it is shown. */
  #askAnew = (): Promise<void> => this.#ask(null, this.page?.entries.length);

  /** Asks for what comes after what is shown, and leads whoever pressed the button there. */
  #onMore = async ({ currentTarget }: Event): Promise<void> => {
    const { page } = this;
    if (page === null) return;
    await this.#ask(page.more);
    await this.updateComplete;
    const active = this.shadowRoot?.activeElement;
    // The heading took it from the button, if nothing comes after these.
    if (active !== currentTarget && active !== this.#heading) return;
    this.shadowRoot?.querySelectorAll('li')[page.entries.length]?.focus();
  };

  /**
   * Asks for the list, or for what comes after a place in it.
   * @param least discussions that are asked for, if there are as many
   */
  #ask = async (after: string | null = null, least = 0): Promise<void> => {
    const attempt = ++this.#attempt;
    this.#askedAt = Date.now();
    try {
      const adapter = await adapterFor(this, PeerDiscussionIndex.connect);
      if (adapter === null) return;
      const query = { list: this.#list, under: this.under ?? '' };
      const entries = after === null ? [] : [...(this.page?.entries ?? [])];
      let found = await adapter.index?.({ ...query, after });
      entries.push(...(found?.entries ?? []));
      while (found?.more != null && entries.length < least && attempt === this.#attempt) {
        found = await adapter.index?.({ ...query, after: found.more });
        entries.push(...(found?.entries ?? []));
      }
      if (attempt !== this.#attempt) return;
      this.page = found === undefined ? null : { ...found, entries };
      this.failure = found === undefined ? 'unsupported' : null;
    } catch (thrown) {
      if (attempt === this.#attempt) this.failure = asDiscussionError(thrown).code;
    }
  };

  /** What had the focus keeps it where it is moved; where it is gone, the heading takes it. */
  protected override update(changed: PropertyValues<this>): void {
    const active = this.shadowRoot?.activeElement;
    super.update(changed);
    if (!(active instanceof HTMLElement) || this.shadowRoot?.activeElement === active) return;
    (active.isConnected ? active : this.#heading)?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, page, failure } = this;
    const { strings, dir } = this.#locale;
    const isConfigured = this.adapter !== null || (this.server !== null && PeerDiscussionIndex.connect !== null);
    if (words === null || !isConfigured) return html`<slot></slot>`;
    const isRefused = failure === 'unauthenticated' || failure === 'forbidden';
    return html`<section
      class="panel"
      part="panel"
      lang=${strings.locale}
      dir=${dir ?? nothing}
      aria-labelledby=${this.#id}
      aria-busy=${page === null && failure === null}
    >
      <div id=${this.#id} class="heading" part="heading" role="heading" aria-level=${this.headingLevel} tabindex="-1">
        ${words.indexTitle}
      </div>
      ${isRefused ? html`<slot name="sign-in"><p class="said">${words.indexSignIn}</p></slot>` : this.#shown(words)}
    </section>`;
  }

  #shown(words: IndexWords): TemplateResult {
    const { page, failure } = this;
    return html`${page === null ? nothing : this.#choice(words, page)}
      <p class=${page !== null && failure === null && page.entries.length > 0 ? 'unseen' : 'said'} role="status">
        ${this.#said(words)}
      </p>
      ${
        failure === null || failure === 'unsupported'
          ? nothing
          : html`<button type="button" class="plain" @click=${this.#askAnew}>${words.indexRetry}</button>`
      }
      ${
        page === null || page.entries.length === 0
          ? nothing
          : html`<ol role="list" part="list">
              ${repeat(
                page.entries,
                ({ discussion }) => discussion,
                (entry) => this.#entry(entry, words),
              )}
            </ol>`
      }
      ${
        page?.more == null
          ? nothing
          : html`<button type="button" class="plain" @click=${this.#onMore}>${words.indexMore}</button>`
      }`;
  }

  #said(words: IndexWords): string {
    const { page, failure } = this;
    if (failure !== null) return failure === 'unsupported' ? words.indexMissing : words.indexOffline;
    if (page === null) return words.indexLoading;
    return page.entries.length === 0 ? words.indexNone[this.#list] : words.indexFound(page.counts[this.#list]);
  }

  #choice(words: IndexWords, { counts, me }: IndexPage): TemplateResult {
    const lists = me === null ? (['all', 'unanswered'] as const) : indexLists;
    return html`<div class="choice" role="group" part="lists" aria-label=${words.indexChoose}>
      ${lists.map(
        (list) =>
          html`<button
            type="button"
            class="plain"
            aria-pressed=${list === this.#list}
            @click=${() => (this.list = list)}
          >
            ${words.indexLists[list]} (${counts[list]})
          </button>`,
      )}
    </div>`;
  }

  #entry(entry: IndexEntry, words: IndexWords): TemplateResult {
    return indexEntry(entry, words, this.headingLevel + 1, this.#minute.now, this.#locale.strings.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-index': PeerDiscussionIndex;
  }
}
