// Where a text is written: a post, a reply, a change, or one that came back. Keeps what is typed to itself, so that no
// keystroke reaches the list; asks the panel to send.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { composerStyles } from './peer-discussion-composer.styles.ts';
import { checkBody } from '../model/check-body.ts';
import { asDiscussionError, type DiscussionError } from '../model/errors.ts';
import type { GuestPosts, Post } from '../model/post.ts';
import { composerButtons, copyField, discardQuestion } from './composer-buttons.ts';
import { composerField } from './composer-field.ts';
import { define } from './define.ts';
import { draftPlace, type Target } from './draft-place.ts';
import { loadTools, loadToolsWhenIdle } from './load-tools.ts';
import { fitField } from './field-room.ts';
import { choiceIn } from './kept-choice.ts';
import type { Choice, Learning } from './learning/learning.ts';
import { nextId } from './next-id.ts';
import { PeerDiscussionGuest } from './peer-discussion-guest.ts';
import { PeerDiscussionQuestion } from './peer-discussion-question.ts';
import { ask } from './request.ts';
import { sayRefused } from './say-refused.ts';
import type { Strings } from './strings.ts';
import { besideThisPage } from './this-page.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-guest', PeerDiscussionGuest);
define('peer-discussion-question', PeerDiscussionQuestion);

/** A labelled field that grows and keeps its draft, with what it takes to send it. Its tools come when they are needed. */
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
    aids: { attribute: false },
    onDone: { attribute: false },
    learning: { attribute: false },
    answered: { attribute: false },
    choice: { attribute: false },
    error: { state: true },
    left: { state: true },
    isBusy: { state: true },
    isLeaving: { state: true },
    isPreview: { state: true },
    field: { state: true },
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
  declare aids: WritingAids | null;
  /** Called once it was sent or given up; null where the field simply stays. */
  declare onDone: ((wasSent: boolean) => void) | null;
  /** What learning asks beside the field; null where it asks nothing. */
  declare learning: Learning | null;
  /** The post that is answered; null for the first of a thread. */
  declare answered: Post | null;
  declare choice: Choice;
  /** True once its writer said what is answered, and where a text came back with what had been chosen. */
  isSettled = false;
  declare error: DiscussionError | null;
  declare left: number | null;
  declare isBusy: boolean;
  declare isLeaving: boolean;
  declare isPreview: boolean;
  declare field: HTMLTextAreaElement | null;
  #id = nextId();
  #starter = '';

  constructor() {
    super();
    this.initial = this.refusal = '';
    this.instead = this.guest = this.aids = this.onDone = this.learning = this.answered = null;
    this.error = this.left = this.field = null;
    this.isBusy = this.isLeaving = this.isPreview = false;
    this.choice = {};
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** Puts the focus where one writes. */
  override focus(): void {
    if (this.isPreview) void this.#write();
    else this.field?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aids?.drafts.flush();
  }

  protected override firstUpdated(): void {
    adoptSheet(this, composerStyles);
    this.field = this.querySelector('textarea');
    this.#begin();
    loadToolsWhenIdle();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.get('aids') ?? null) !== null) {
      this.#forget();
      this.#begin();
    } else if (changed.has('choice') && this.hasText) this.#keep(this.field?.value ?? '');
  }

  get #place(): string {
    return this.instead === null ? draftPlace(this.target) : `returned ${this.instead}`;
  }

  /** Begins with the draft of this place and what is quoted now, or with the text that is to be changed. */
  #begin(): void {
    const { field } = this;
    const draft = this.aids?.drafts.read(this.#place) ?? '';
    const chosen = this.aids?.drafts.chosen(this.#place) ?? null;
    if (field === null) return;
    this.isSettled ||= chosen !== null || this.instead !== null;
    if (chosen !== null) this.choice = choiceIn(chosen);
    const isQuoting = this.target.type === 'create' && this.instead === null && !draft.includes(this.initial.trim());
    field.value = draft === '' ? this.initial : isQuoting ? `${draft.trimEnd()}\n\n${this.initial}` : draft;
    this.#measure(field);
  }

  #measure(field: HTMLTextAreaElement): void {
    this.left = fitField(field);
    if (field.value !== '') this.error = null;
  }

  #onInput = (): void => {
    const { field } = this;
    if (field === null) return;
    this.#measure(field);
    this.#keep(this.#isWorthless(field.value) ? '' : field.value);
  };

  #keep(text: string): void {
    this.aids?.drafts.write(this.#place, text, this.choice);
  }

  #isWorthless(text: string): boolean {
    return text === this.initial || text === this.#starter || text.trim() === '';
  }

  /** Puts a starter where nothing is written yet. */
  start(text: string): void {
    if (this.field === null || !this.#isWorthless(this.field.value)) return;
    this.field.value = this.#starter = text;
    this.#measure(this.field);
    this.focus();
  }

  /** True beside a new post; not beside a reply whose post is gone: what was chosen with that goes as it is. */
  get #hasChoices(): boolean {
    const { target, answered } = this;
    return target.type === 'create' && (target.parentId === null || answered !== null);
  }

  get hasText(): boolean {
    return !this.#isWorthless(this.field?.value ?? '');
  }

  get #chosen(): Choice & ReturnType<typeof besideThisPage> {
    return this.target.type === 'create' ? { ...this.choice, ...besideThisPage(this.aids?.wantsPage()) } : {};
  }

  /** What goes with the next text is chosen anew. */
  #forget(): void {
    this.choice = {};
    this.isSettled = false;
  }

  #end(wasSent: boolean): void {
    this.#keep('');
    this.onDone?.(wasSent);
  }

  /** Back from the preview to the field. */
  async #write(): Promise<void> {
    this.isPreview = false;
    await this.updateComplete;
    this.field?.focus();
  }

  #onPreview = (): void => {
    if (this.isPreview) void this.#write();
    else this.isPreview = true;
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
    if (this.instead === null && this.#isWorthless(this.field?.value ?? '')) this.#end(false);
    else this.isLeaving = true;
  };

  #stay = (): void => void ((this.isLeaving = false), this.focus());

  async #send(): Promise<void> {
    const { field } = this;
    if (field === null || this.isBusy) return;
    const body = field.value;
    try {
      checkBody(body === this.#starter ? '' : body); // a starter alone says nothing
      if (this.querySelector('peer-discussion-choices')?.check() === false || !(await this.#enter())) return;
      await ask(this, { type: 'submit', request: { ...this.target, ...this.#chosen, body }, instead: this.instead });
    } catch (thrown) {
      this.error = asDiscussionError(thrown);
      this.focus();
      return;
    }
    field.value = '';
    this.#measure(field);
    this.error = null;
    this.isPreview = false;
    this.#forget();
    this.#end(true);
  }

  /** Lets the guest in first, where one writes. False where the form says what is missing. */
  async #enter(): Promise<boolean> {
    const form = this.querySelector('peer-discussion-guest');
    if (this.guest === null || form === null) return true;
    this.isBusy = true;
    return form.enter().finally(() => (this.isBusy = false));
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const text = this.field?.value ?? this.initial;
    const error = this.error === null ? this.refusal : sayRefused(strings, this.error, text);
    const id = this.#id;
    return html`<form
      class="composer"
      part="composer"
      novalidate
      aria-busy=${this.isBusy}
      @submit=${this.#onSubmit}
      @keydown=${this.#onKeyDown}
      @focusin=${loadTools}
    >
      <label for="${id}-text">${this.label}</label>
      ${this.#hasChoices ? (this.learning?.choices(this) ?? nothing) : nothing}
      ${composerField({
        ...{ strings, aids: this.aids, id, field: this.field, text, isBusy: this.isBusy, isPreview: this.isPreview },
        ...{ isWrong: error !== '', onInput: this.#onInput, onPreview: this.#onPreview },
      })}
      <p id="${id}-error" class="error" role="alert">${error}</p>
      ${
        this.guest === null
          ? nothing
          : html`<peer-discussion-guest .strings=${strings} .isHeld=${this.guest === 'held'}></peer-discussion-guest>`
      }
      ${this.isLeaving ? discardQuestion(strings, () => this.#end(false), this.#stay) : this.#buttons()}
    </form>`;
  }

  #buttons(): TemplateResult {
    const { strings, sendLabel, isBusy, left, instead, onDone } = this;
    return composerButtons({
      ...{ strings, id: this.#id, sendLabel, isBusy, left, isReturned: instead !== null },
      onSend: this.#onSubmit,
      onLeave: onDone === null ? null : this.#leave,
      onCopy: () => void copyField(this.field, strings),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-composer': PeerDiscussionComposer;
  }
}
