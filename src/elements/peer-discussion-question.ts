// A question in place, before something is done: two buttons, and a reason where one is asked for. Knows nothing of what
// is done then.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { composerStyles } from './peer-discussion-composer.styles.ts';
import { checkText, limits } from '../model/check-text.ts';
import { asDiscussionError, type DiscussionError } from '../model/errors.ts';
import { nextId } from './next-id.ts';
import { sayRefused } from './say-refused.ts';
import type { Strings } from './strings.ts';

/** Asks once more, without a window. */
export class PeerDiscussionQuestion extends LitElement {
  static override properties = {
    strings: { attribute: false },
    question: { attribute: false },
    yes: { attribute: false },
    no: { attribute: false },
    reasonLabel: { attribute: false },
    onYes: { attribute: false },
    onNo: { attribute: false },
    error: { state: true },
  };
  declare strings: Strings;
  declare question: string;
  declare yes: string;
  declare no: string;
  /** Set where a reason is asked for. */
  declare reasonLabel: string | null;
  declare onYes: (reason: string) => void;
  declare onNo: () => void;
  /** Why the reason cannot stay as it is; null where it can, or nobody has said yes. */
  declare error: DiscussionError | null;
  #refused = '';
  #id = nextId();

  constructor() {
    super();
    this.reasonLabel = this.error = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, composerStyles);
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input, .no')?.focus();
  }

  #onYes = (): void => {
    const reason = this.querySelector('input')?.value ?? '';
    try {
      if (this.reasonLabel !== null) checkText('reason', reason, limits.reasonLength);
    } catch (thrown) {
      [this.error, this.#refused] = [asDiscussionError(thrown), reason];
      this.querySelector('input')?.focus();
      return;
    }
    this.onYes(reason);
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isAnswer = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !isAnswer) return;
    event.preventDefault();
    event.stopPropagation();
    if (isAnswer) this.#onYes();
    else this.onNo();
  };

  protected override render(): TemplateResult {
    return html`<div
      class="question"
      part="question"
      role="group"
      aria-labelledby="${this.#id}-question"
      @keydown=${this.#onKeyDown}
    >
      <p id="${this.#id}-question" class="label">${this.question}</p>
      ${this.reasonLabel === null ? nothing : this.#reason(this.reasonLabel)}
      <div class="buttons">
        <button type="button" class="plain danger" @click=${this.#onYes}>${this.yes}</button>
        <button type="button" class="plain no" @click=${() => this.onNo()}>${this.no}</button>
      </div>
    </div>`;
  }

  #reason(label: string): TemplateResult {
    const { error } = this;
    return html`<div>
      <label for="${this.#id}-reason">${label}</label>
      <input
        id="${this.#id}-reason"
        dir="auto"
        autocomplete="off"
        aria-invalid=${error !== null}
        aria-describedby="${this.#id}-error"
      />
      <p id="${this.#id}-error" class="error" role="alert">
        ${error === null ? '' : sayRefused(this.strings, error, this.#refused)}
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-question': PeerDiscussionQuestion;
  }
}
