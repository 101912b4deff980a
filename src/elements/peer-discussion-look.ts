// The bar above the list: how many posts are unread, in which order threads stand, what is left of them, and a search.
// Decides nothing: asks the panel for a look, and shows the one there is.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { threadSorts } from '../model/rank-threads.ts';
import type { Person } from '../model/post.ts';
import { adoptSheet } from './adopt-sheet.ts';
import type { Filter } from './look.ts';
import type { Learning } from './learning/learning.ts';
import { nextId } from './next-id.ts';
import { lookStyles } from './peer-discussion-look.styles.ts';
import { selectStyles } from './select.styles.ts';
import type { ReadingView } from './reading-view.ts';
import { ask } from './request.ts';
import type { Strings } from './strings.ts';

/** Milliseconds without a key after which a search begins. */
const restMs = 250;

/** What is shown of a discussion. */
export class PeerDiscussionLook extends LitElement {
  static override properties = {
    strings: { attribute: false },
    reading: { attribute: false },
    me: { attribute: false },
    learning: { attribute: false },
  };
  declare strings: Strings;
  declare reading: ReadingView;
  declare me: Person | null;
  /** What learning adds to what one may look for; null where it adds nothing. */
  declare learning: Learning | null;
  readonly #id = nextId();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.learning = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, selectStyles);
    adoptSheet(this, lookStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #onSort = ({ currentTarget }: Event): void => {
    const sort = threadSorts.find((one) => one === (currentTarget as HTMLSelectElement).value);
    if (sort !== undefined) void ask(this, { type: 'look', look: { sort } });
  };

  #onFilter = ({ currentTarget }: Event): void => {
    const filter = this.#filters().find(([one]) => one === (currentTarget as HTMLSelectElement).value)?.[0];
    if (filter !== undefined) void ask(this, { type: 'look', look: { filter } });
  };

  #onInput = ({ currentTarget }: Event): void => {
    const query = (currentTarget as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void ask(this, { type: 'look', look: { query } }), restMs);
  };

  #onClear = (): void => {
    const field = this.querySelector('input');
    if (field !== null) field.value = '';
    clearTimeout(this.#timer);
    void ask(this, { type: 'look', look: { filter: 'all', query: '', person: null } });
    field?.focus();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || (event.currentTarget as HTMLInputElement).value === '') return;
    event.preventDefault();
    event.stopPropagation();
    this.#onClear();
  };

  #filters(): readonly (readonly [Filter, string])[] {
    const { strings, me } = this;
    const { person } = this.reading.look;
    return [
      ['all', strings.filterAll],
      ...(me === null
        ? []
        : ([
            ['unread', strings.filterUnread],
            ['mine', strings.filterMine],
          ] as const)),
      ['waiting', strings.filterWaiting],
      ...(this.learning?.filters ?? []),
      ...(person === null ? [] : ([['person', strings.filterPerson(person.name)]] as const)),
    ];
  }

  protected override render(): TemplateResult {
    const { strings, reading } = this;
    const { look, only, isGathering } = reading;
    const sorts = {
      newest: strings.sortNewest,
      oldest: strings.sortOldest,
      active: strings.sortActive,
      waiting: strings.sortWaiting,
      unread: strings.sortUnread,
    };
    return html`<div class="look" part="look" role="search" aria-label=${strings.lookLabel}>
        ${this.#select(
          'sort',
          strings.sort,
          look.sort,
          threadSorts.map((one) => [one, sorts[one]] as const),
          this.#onSort,
        )}
        ${this.#select('filter', strings.filter, look.filter, this.#filters(), this.#onFilter)}
        <div class="wide">
          <label for="${this.#id}-search">${strings.search}</label>
          <input
            id="${this.#id}-search"
            type="search"
            dir="auto"
            enterkeyhint="search"
            autocomplete="off"
            .value=${look.query}
            @input=${this.#onInput}
            @keydown=${this.#onKeyDown}
          />
        </div>
        <button type="button" class="quiet list-keys" @click=${() => void ask(this, { type: 'keys' })}>
          ${strings.keys}
        </button>
      </div>
      ${
        isGathering
          ? html`<p class="hint result">${strings.gathering}</p>`
          : only === null
            ? nothing
            : html`<div class="buttons result">
                <p class="hint">${strings.found(only.size)}</p>
                <button type="button" class="plain" @click=${this.#onClear}>${strings.showAll}</button>
              </div>`
      }`;
  }

  #select(
    name: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    onChange: (event: Event) => void,
  ): TemplateResult {
    const id = `${this.#id}-${name}`;
    return html`<div>
      <label for=${id}>${label}</label>
      <select id=${id} @change=${onChange}>
        ${options.map(([of, words]) => html`<option value=${of} .selected=${of === value}>${words}</option>`)}
      </select>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-look': PeerDiscussionLook;
  }
}
