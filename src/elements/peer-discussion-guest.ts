// Who a guest is: name and e-mail, and what becomes of them. Asks the panel to let the guest in.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { composerStyles } from './peer-discussion-composer.styles.ts';
import { checkGuest } from '../model/check-entry.ts';
import { asDiscussionError, type DiscussionError } from '../model/errors.ts';
import type { GuestEntry } from '../model/post.ts';
import { nextId } from './next-id.ts';
import { ask } from './request.ts';
import { sayRefused } from './say-refused.ts';
import type { Strings } from './strings.ts';

type Field = keyof GuestEntry;

/** The fields a guest fills in beside the first post. */
export class PeerDiscussionGuest extends LitElement {
  static override properties = {
    strings: { attribute: false },
    isHeld: { attribute: false },
    error: { state: true },
  };
  declare strings: Strings;
  /** True where a facilitator reads guests' posts first. */
  declare isHeld: boolean;
  declare error: DiscussionError | null;
  #id = nextId();

  constructor() {
    super();
    this.isHeld = false;
    this.error = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, composerStyles);
  }

  /** Lets the guest in. False where a field says what is wrong with it; any other refusal is thrown. */
  async enter(): Promise<boolean> {
    const guest = this.#read();
    if (guest === null) return false;
    try {
      await ask(this, { type: 'identify', guest });
      return true;
    } catch (thrown) {
      if (this.#refuse(asDiscussionError(thrown))) return false;
      throw thrown;
    }
  }

  /** The entry, or null where something is missing: then the field says so and has the focus. */
  #read(): GuestEntry | null {
    const valueOf = (field: Field): string => this.#field(field)?.value.trim() ?? '';
    const guest = { name: valueOf('name'), email: valueOf('email') };
    try {
      checkGuest(guest);
      this.error = null;
      return guest;
    } catch (thrown) {
      this.#refuse(asDiscussionError(thrown));
      return null;
    }
  }

  /** Shows at its field what the authority did not accept. True where it is about a field of this form. */
  #refuse(error: DiscussionError): boolean {
    const field = error.field === 'name' || error.field === 'email' ? this.#field(error.field) : null;
    this.error = field === null ? null : error;
    field?.focus();
    return field !== null;
  }

  #field(field: Field): HTMLInputElement | null {
    return this.querySelector(`input[autocomplete='${field}']`);
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`<fieldset class="guest" part="guest">
      <legend class="label">${strings.guestLegend}</legend>
      <div class="fields">
        ${this.#input('name', strings.guestName, 'text')} ${this.#input('email', strings.guestEmail, 'email')}
      </div>
      <p class="hint">${strings.guestNotice} ${this.isHeld ? strings.guestHeld : nothing}</p>
    </fieldset>`;
  }

  #input(field: Field, label: string, type: 'text' | 'email'): TemplateResult {
    const error = this.error?.field === field ? sayRefused(this.strings, this.error) : '';
    const id = `${this.#id}-${field}`;
    return html`<div>
      <label for=${id}>${label} <span class="hint">${this.strings.required}</span></label>
      <input
        id=${id}
        type=${type}
        autocomplete=${field}
        dir="auto"
        required
        aria-invalid=${error !== ''}
        aria-describedby="${id}-error"
      />
      <p id="${id}-error" class="error" role="alert">${error}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-guest': PeerDiscussionGuest;
  }
}
