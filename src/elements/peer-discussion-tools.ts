// The tools above a field: marks for what is selected, a look at how it will be, links from what is pasted, and the
// people one may mean. Loaded when somebody is about to write; the field works without. Sends nothing.
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { define } from './define.ts';
import { editField, markedOf } from './edit-field.ts';
import { isAddress, linkTo, type Mark } from './markup.ts';
import { PeerDiscussionMentions } from './peer-discussion-mentions.ts';
import { PeerDiscussionPreview } from './peer-discussion-preview.ts';
import { toolsStyles } from './peer-discussion-tools.styles.ts';
import { ariaShortcut, isPressed, sayShortcut, type Shortcut } from './platform-keys.ts';
import type { Strings } from './strings.ts';
import { tools, type Tool } from './tools.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-mentions', PeerDiscussionMentions);
define('peer-discussion-preview', PeerDiscussionPreview);

const previewShortcut: Shortcut = { key: 'p', sign: 'P', isShifted: true };

/** A toolbar, and what else helps in the field it belongs to. */
export class PeerDiscussionTools extends LitElement {
  static override properties = {
    strings: { attribute: false },
    aids: { attribute: false },
    field: { attribute: false },
    isPreview: { attribute: false },
    onPreview: { attribute: false },
    stop: { state: true },
  };
  declare strings: Strings;
  declare aids: WritingAids | null;
  /** The field in which is written. */
  declare field: HTMLTextAreaElement | null;
  declare isPreview: boolean;
  /** Called where somebody wants to see how it will be, or to write on. */
  declare onPreview: () => void;
  /** The one button that Tab stops at. */
  declare stop: number;
  #field: HTMLTextAreaElement | null = null;
  #hearing = new AbortController();

  constructor() {
    super();
    this.aids = null;
    this.field = null;
    this.isPreview = false;
    this.onPreview = () => {};
    this.stop = 0;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, toolsStyles);
    this.#hear(this.field);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hear(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('field')) this.#hear(this.field);
  }

  #hear(field: HTMLTextAreaElement | null): void {
    if (field === this.#field) return;
    this.#hearing.abort();
    this.#hearing = new AbortController();
    this.#field = field;
    const { signal } = this.#hearing;
    field?.addEventListener('keydown', this.#onShortcut, { signal });
    field?.addEventListener('paste', this.#onPaste, { signal });
  }

  #apply(mark: Mark): void {
    const field = this.#field;
    if (field === null || field.readOnly || this.isPreview) return;
    editField(field, mark(markedOf(field)));
  }

  #onShortcut = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (isPressed(previewShortcut, event)) {
      event.preventDefault();
      this.#onPreview();
    }
    const tool = tools.find(({ shortcut }) => isPressed(shortcut, event));
    if (tool === undefined) return;
    event.preventDefault();
    this.#apply(tool.mark);
  };

  #onPaste = (event: ClipboardEvent): void => {
    const field = this.#field;
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (field === null || field.readOnly || !isAddress(pasted)) return;
    const linked = linkTo(markedOf(field), pasted);
    if (linked === null) return;
    event.preventDefault();
    editField(field, linked);
  };

  #onPreview = (): void => {
    this.stop = tools.length;
    if (!this.isPreview) this.querySelector<HTMLElement>('.preview')?.focus();
    this.onPreview();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: isRtl ? -1 : 1,
      ArrowLeft: isRtl ? 1 : -1,
      Home: -this.stop,
      End: tools.length - this.stop,
    };
    const step = steps[event.key];
    if (isPressed(previewShortcut, event)) this.#onPreview();
    else if (step === undefined) return;
    else {
      const count = tools.length + 1;
      this.stop = (this.stop + step + count) % count;
      this.querySelectorAll('button')[this.stop]?.focus();
    }
    event.preventDefault();
  };

  protected override render(): TemplateResult {
    const { strings, field, aids } = this;
    return html`<div
        class="toolbar"
        part="toolbar"
        role="toolbar"
        aria-label=${strings.formatting}
        aria-controls=${field?.id ?? ''}
        @keydown=${this.#onKeyDown}
      >
        ${tools.map((tool, place) => this.#tool(tool, place))}
        <button
          type="button"
          class="quiet preview"
          tabindex=${this.stop === tools.length ? 0 : -1}
          title=${sayShortcut(previewShortcut, strings)}
          aria-keyshortcuts=${ariaShortcut(previewShortcut)}
          aria-pressed=${this.isPreview}
          @click=${this.#onPreview}
        >
          ${strings.preview}
        </button>
      </div>
      <peer-discussion-mentions .strings=${strings} .field=${field} .aids=${aids}></peer-discussion-mentions>`;
  }

  #tool({ name, mark, shortcut, icon }: Tool, place: number): TemplateResult {
    const { strings } = this;
    const onClick = (): void => {
      this.stop = place;
      this.#apply(mark);
    };
    // The field keeps its focus, and with it a phone its keyboard.
    return html`<button
      type="button"
      class="quiet tool"
      tabindex=${this.stop === place ? 0 : -1}
      title="${strings[name]} (${sayShortcut(shortcut, strings)})"
      aria-label=${strings[name]}
      aria-keyshortcuts=${ariaShortcut(shortcut)}
      aria-disabled=${this.isPreview}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${onClick}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">${icon}</svg>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-tools': PeerDiscussionTools;
  }
}
