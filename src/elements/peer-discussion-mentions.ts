// The people one may mean, offered below the field while a name is being written after an @. What is chosen is put into
// the text as plain text; nobody is told.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Person } from '../model/post.ts';
import { hueOf, initials } from './avatar.ts';
import { editField } from './edit-field.ts';
import { mentionAt, suggest, type Mention } from './mentions.ts';
import { nextId } from './next-id.ts';
import { ask } from './request.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** Space between the field and the list, in pixels. */
const gap = 4;

/** Suggestions for a field, which keeps the focus. */
export class PeerDiscussionMentions extends LitElement {
  static override properties = {
    strings: { attribute: false },
    aids: { attribute: false },
    field: { attribute: false },
    people: { state: true },
    chosen: { state: true },
  };
  declare strings: Strings;
  declare aids: WritingAids | null;
  declare field: HTMLTextAreaElement | null;
  /** Who is offered; nobody where the list is closed. */
  declare people: readonly Person[];
  declare chosen: number;
  #mention: Mention | null = null;
  #id = nextId();
  #hearing = new AbortController();
  #shown = new AbortController();

  constructor() {
    super();
    this.aids = null;
    this.field = null;
    this.people = [];
    this.chosen = 0;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('field')) return;
    this.#hearing.abort();
    this.#hearing = new AbortController();
    const { signal } = this.#hearing;
    const { field } = this;
    field?.addEventListener('input', this.#onInput, { signal });
    field?.addEventListener('keydown', this.#onKeyDown, { signal });
    field?.addEventListener('blur', this.#close, { signal });
    field?.addEventListener('click', this.#close, { signal });
  }

  #onInput = (): void => {
    const { field, aids } = this;
    if (field === null || aids === null) return;
    const before = this.people.length;
    this.#mention = field.selectionStart === field.selectionEnd ? mentionAt(field.value, field.selectionEnd) : null;
    this.people = this.#mention === null ? [] : suggest(aids.people(), this.#mention.query);
    this.chosen = 0;
    const { length } = this.people;
    if (length > 0 && length !== before) void ask(this, { type: 'say', words: this.strings.saidSuggestions(length) });
  };

  #close = (): void => {
    this.people = [];
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    const count = this.people.length;
    if (count === 0 || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') this.chosen = (this.chosen + 1) % count;
    else if (event.key === 'ArrowUp') this.chosen = (this.chosen + count - 1) % count;
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) this.#choose(this.people[this.chosen]);
    else {
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') this.#close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #choose(person: Person | undefined): void {
    const { field } = this;
    const mention = this.#mention;
    if (person === undefined || field === null || mention === null) return;
    const { value } = field;
    const by = `@${person.name} `;
    const after = value.slice(mention.start + 1 + mention.query.length);
    const caret = mention.start + by.length;
    this.#close();
    editField(field, { text: value.slice(0, mention.start) + by + after.replace(/^ /, ''), start: caret, end: caret });
    this.#close();
  }

  protected override updated(): void {
    const { field } = this;
    const listed = this.querySelector<HTMLElement>('.people');
    const isOpen = listed !== null;
    for (const [name, value] of [
      ['aria-autocomplete', 'list'],
      ['aria-haspopup', 'listbox'],
    ] as const)
      field?.setAttribute(name, value);
    if (isOpen) {
      field?.setAttribute('aria-controls', listed.id);
      field?.setAttribute('aria-activedescendant', `${this.#id}-${this.chosen}`);
      this.#place(listed);
    } else {
      field?.removeAttribute('aria-controls');
      field?.removeAttribute('aria-activedescendant');
      this.#shown.abort();
    }
  }

  /** Into the page's top layer, which no row can cut off; where a browser has none, it stands in its place. */
  #place(listed: HTMLElement): void {
    const { field } = this;
    if (field === null || typeof listed.showPopover !== 'function') return;
    if (!listed.matches(':popover-open')) {
      listed.showPopover();
      this.#shown.abort();
      this.#shown = new AbortController();
      const { signal } = this.#shown;
      addEventListener('scroll', () => this.#place(listed), { capture: true, passive: true, signal });
      addEventListener('resize', this.#close, { signal });
    }
    const { top, bottom, left, right } = field.getBoundingClientRect();
    const { height, width } = listed.getBoundingClientRect();
    const fitsBelow = bottom + gap + height <= innerHeight || top - gap - height < 0;
    const isRtl = getComputedStyle(field).direction === 'rtl';
    listed.style.top = `${fitsBelow ? bottom + gap : top - gap - height}px`;
    listed.style.left = `${Math.max(gap, isRtl ? right - width : left)}px`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { people, strings } = this;
    if (people.length === 0) return nothing;
    return html`<ul
      id="${this.#id}-list"
      class="people"
      part="people"
      popover="manual"
      role="listbox"
      aria-label=${strings.suggestions}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${people.map((person, place) => this.#person(person, place))}
    </ul>`;
  }

  #person(person: Person, place: number): TemplateResult {
    return html`<li
      id="${this.#id}-${place}"
      role="option"
      aria-selected=${place === this.chosen}
      @click=${() => this.#choose(person)}
    >
      <span class="avatar" data-hue=${hueOf(person.name)} aria-hidden="true">${initials(person.name)}</span>
      <bdi>${person.name}</bdi>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-mentions': PeerDiscussionMentions;
  }
}
