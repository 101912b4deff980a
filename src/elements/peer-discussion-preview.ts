// How a text will look once it is sent, in the place of the field. What could not be sent says so before it is tried.
import { html, LitElement, type TemplateResult } from 'lit';
import { checkBody } from '../model/check-body.ts';
import { hasVisibleText } from '../model/check-text.ts';
import { asDiscussionError } from '../model/errors.ts';
import { renderMarkdown } from './markdown.ts';
import { sayRefused } from './say-refused.ts';
import type { Strings } from './strings.ts';

/** A look at a text. */
export class PeerDiscussionPreview extends LitElement {
  static override properties = { strings: { attribute: false }, text: { attribute: false } };
  declare strings: Strings;
  /** Markdown source. */
  declare text: string;

  protected override createRenderRoot(): this {
    return this;
  }

  #flaw(): string {
    try {
      checkBody(this.text);
      return '';
    } catch (thrown) {
      return sayRefused(this.strings, asDiscussionError(thrown), this.text);
    }
  }

  protected override render(): TemplateResult {
    const { strings, text } = this;
    if (!hasVisibleText(text)) return html`<p class="hint">${strings.previewEmpty}</p>`;
    const body = renderMarkdown(text);
    // What is not said yet is no part of the page's outline.
    for (const heading of body.querySelectorAll('h4, h5, h6')) heading.setAttribute('role', 'none');
    return html`<p class="error">${this.#flaw()}</p>
      <div class="prose" part="body" dir="auto">${body}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-preview': PeerDiscussionPreview;
  }
}
