// Where a text is written: a post, a reply, a change, or one that came back. Keeps what is typed to itself, so that no
// keystroke reaches the list; asks the panel to send.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { checkBody, limits } from '../model/allow.ts';
import { asDiscussionError, type DiscussionError } from '../model/errors.ts';
import type { GuestPosts } from '../model/post.ts';
import { define } from './define.ts';
import { nextId } from './next-id.ts';
import { PeerDiscussionGuest } from './peer-discussion-guest.ts';
import { PeerDiscussionQuestion } from './peer-discussion-question.ts';
import { ask } from './request.ts';
import { sayRefused } from './say-error.ts';
import type { Strings } from './strings.ts';

define('peer-discussion-guest', PeerDiscussionGuest);
define('peer-discussion-question', PeerDiscussionQuestion);

/** What a text becomes when it is sent. */
export type Target =
  | { readonly type: 'create'; readonly parentId: string | null }
  | { readonly type: 'edit'; readonly id: string; readonly revision: number };

/** Characters left from which on the writer is told. */
const nearLimit = 500;
const canSizeItself = CSS.supports('field-sizing', 'content');

/** A labelled field that grows, with what it takes to send it. */
export class PeerDiscussionComposer extends LitElement {
  static override properties = {
    strings: { attribute: false },
    label: { attribute: false },
    sendLabel: { attribute: false },
    target: { attribute: false },
    initial: { attribute: false },
    instead: { attribute: false },
    refusal: { attribute: false },
    guest: { attribute: false },
    onDone: { attribute: false },
    error: { state: true },
    left: { state: true },
    isBusy: { state: true },
    isLeaving: { state: true },
  };
  declare strings: Strings;
  declare label: string;
  declare sendLabel: string;
  declare target: Target;
  /** The text to begin with. */
  declare initial: string;
  /** The refused command whose text this is. */
  declare instead: string | null;
  /** Why it came back, in words; empty where it did not. */
  declare refusal: string;
  /** Set where the writer must first say who they are. */
  declare guest: GuestPosts | null;
  /** Called once it was sent or given up; null where the field simply stays. */
  declare onDone: ((wasSent: boolean) => void) | null;
  declare error: DiscussionError | null;
  declare left: number | null;
  declare isBusy: boolean;
  declare isLeaving: boolean;
  #id = nextId();

  constructor() {
    super();
    this.initial = '';
    this.instead = null;
    this.refusal = '';
    this.guest = null;
    this.onDone = null;
    this.error = null;
    this.left = null;
    this.isBusy = false;
    this.isLeaving = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** Puts the focus where one writes. */
  override focus(): void {
    this.#field()?.focus();
  }

  protected override firstUpdated(): void {
    const field = this.#field();
    if (field !== null && this.initial !== '') field.value = this.initial;
    this.#onInput();
  }

  #field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  #onInput = (): void => {
    const field = this.#field();
    if (field === null) return;
    const left = limits.bodyLength - field.value.length;
    this.left = left < nearLimit ? left : null;
    if (field.value !== '') this.error = null;
    if (canSizeItself) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#send();
    } else if (event.key === 'Escape' && this.onDone !== null) {
      event.stopPropagation();
      this.#leave();
    }
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  #leave = (): void => {
    const text = this.#field()?.value ?? '';
    if (this.instead === null && (text === this.initial || text.trim() === '')) this.onDone?.(false);
    else this.isLeaving = true;
  };

  #stay = (): void => {
    this.isLeaving = false;
    this.focus();
  };

  async #send(): Promise<void> {
    const field = this.#field();
    if (field === null || this.isBusy) return;
    const body = field.value;
    try {
      checkBody(body);
      if (!(await this.#enter())) return;
    } catch (thrown) {
      this.error = asDiscussionError(thrown);
      field.focus();
      return;
    }
    field.value = '';
    this.#onInput();
    this.error = null;
    void ask(this, { type: 'submit', request: { ...this.target, body }, instead: this.instead });
    this.onDone?.(true);
  }

  /** Lets the guest in first, where one writes. False where the form says what is missing. */
  async #enter(): Promise<boolean> {
    const form = this.querySelector('peer-discussion-guest');
    if (this.guest === null || form === null) return true;
    const guest = form.read();
    if (guest === null) return false;
    this.isBusy = true;
    try {
      await ask(this, { type: 'identify', guest });
      return true;
    } catch (thrown) {
      if (form.refuse(asDiscussionError(thrown))) return false;
      throw thrown;
    } finally {
      this.isBusy = false;
    }
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const text = this.#field()?.value ?? this.initial;
    const error = this.error === null ? this.refusal : sayRefused(strings, this.error, text);
    const id = this.#id;
    return html`<form
      class="composer"
      part="composer"
      novalidate
      aria-busy=${this.isBusy}
      @submit=${this.#onSubmit}
      @keydown=${this.#onKeyDown}
    >
      <label for="${id}-text">${this.label}</label>
      <textarea
        id="${id}-text"
        part="field"
        dir="auto"
        rows="3"
        aria-invalid=${error !== ''}
        aria-describedby="${id}-error ${id}-left ${id}-hint"
        ?readonly=${this.isBusy}
        @input=${this.#onInput}
      ></textarea>
      <p id="${id}-error" class="error" role="alert">${error}</p>
      ${
        this.guest === null
          ? nothing
          : html`<peer-discussion-guest .strings=${strings} .isHeld=${this.guest === 'held'}></peer-discussion-guest>`
      }
      ${this.isLeaving ? this.#question() : this.#buttons()}
    </form>`;
  }

  #buttons(): TemplateResult {
    const { strings, left } = this;
    const leave = this.instead === null ? strings.cancel : strings.discard;
    return html`<div class="buttons">
      <button type="submit" class="primary" aria-disabled=${this.isBusy} aria-keyshortcuts="Control+Enter Meta+Enter">
        ${this.isBusy ? strings.sending : this.sendLabel}
      </button>
      ${
        this.onDone === null
          ? nothing
          : html`<button type="button" class="plain" @click=${this.#leave}>${leave}</button>`
      }
      <span id="${this.#id}-left" class=${left !== null && left < 0 ? 'error' : 'hint'}>
        ${left === null ? nothing : left < 0 ? strings.charactersOver(-left) : strings.charactersLeft(left)}
      </span>
      <span id="${this.#id}-hint" class="hint format">${strings.formatHint}</span>
    </div>`;
  }

  #question(): TemplateResult {
    const { strings } = this;
    return html`<peer-discussion-question
      .strings=${strings}
      .question=${strings.discardQuestion}
      .yes=${strings.discard}
      .no=${strings.keepWriting}
      .onYes=${() => this.onDone?.(false)}
      .onNo=${this.#stay}
    ></peer-discussion-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-composer': PeerDiscussionComposer;
  }
}
