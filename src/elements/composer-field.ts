// The field of a composer with its tools, or how its text will look. A template only.
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** What the field shows. */
export interface ComposerField {
  readonly strings: Strings;
  readonly aids: WritingAids | null;
  /** Names what describes the field: `<id>-error`, `<id>-left`, `<id>-hint`. */
  readonly id: string;
  /** Null until it is drawn. */
  readonly field: HTMLTextAreaElement | null;
  readonly text: string;
  readonly isBusy: boolean;
  readonly isPreview: boolean;
  readonly isWrong: boolean;
  readonly onInput: () => void;
  readonly onPreview: () => void;
}

/** The field and its tools. */
export function composerField(view: ComposerField): TemplateResult {
  const { strings, aids, id, field, isPreview } = view;
  return html`<div class="field">
    <peer-discussion-tools
      .strings=${strings}
      .aids=${aids}
      .field=${field}
      .isPreview=${isPreview}
      .onPreview=${view.onPreview}
    ></peer-discussion-tools>
    <textarea
      id="${id}-text"
      part="field"
      dir="auto"
      rows="3"
      aria-invalid=${view.isWrong}
      aria-describedby="${id}-error ${id}-left ${id}-hint"
      ?readonly=${view.isBusy}
      ?hidden=${isPreview}
      @input=${view.onInput}
    ></textarea>
    ${
      isPreview
        ? html`<peer-discussion-preview
            role="group"
            aria-label=${strings.preview}
            .strings=${strings}
            .text=${view.text}
          ></peer-discussion-preview>`
        : nothing
    }
  </div>`;
}
