// In the place of a post that is being removed: says so, and takes it back. Says when somebody is at it, so that the
// time does not run out under their hand; counts no time itself.
import { html, LitElement, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { composerStyles } from './peer-discussion-composer.styles.ts';
import type { Strings } from './strings.ts';

/** A removal that can be undone. */
export class PeerDiscussionUndo extends LitElement {
  static override properties = {
    strings: { attribute: false },
    onUndo: { attribute: false },
    onHold: { attribute: false },
  };
  declare strings: Strings;
  declare onUndo: () => void;
  /** Called when the pointer or the focus comes to it (true), and when both have left (false). */
  declare onHold: (isHeld: boolean) => void;
  #isHeld = false;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, composerStyles);
  }

  #watch = ({ type, currentTarget }: Event): void => {
    const bar = currentTarget as HTMLElement;
    const isOver = type === 'pointerenter' || (type !== 'pointerleave' && bar.matches(':hover'));
    const isFocused = type === 'focusin' || (type !== 'focusout' && bar.matches(':focus-within'));
    const isHeld = isOver || isFocused;
    if (isHeld !== this.#isHeld) this.onHold(isHeld);
    this.#isHeld = isHeld;
  };

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`<div
      class="undo buttons"
      part="notice"
      @pointerenter=${this.#watch}
      @pointerleave=${this.#watch}
      @focusin=${this.#watch}
      @focusout=${this.#watch}
    >
      <p class="gone">${strings.removedOwn}</p>
      <button type="button" class="plain" @click=${() => this.onUndo()}>${strings.undo}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-undo': PeerDiscussionUndo;
  }
}
