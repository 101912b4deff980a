// The last line of a composer: send, leave, copy, and how many characters there is room for; or, in its place, whether
// the text may be thrown away. Templates only.
import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from './copy-text.ts';
import { ask } from './request.ts';
import type { Strings } from './strings.ts';

/** What the line shows. */
export interface ComposerButtons {
  readonly strings: Strings;
  /** Names what describes the field: `<id>-left`, `<id>-hint`. */
  readonly id: string;
  readonly sendLabel: string;
  readonly isBusy: boolean;
  /** Characters left; null while there is room enough. */
  readonly left: number | null;
  /** True for a text that came back. */
  readonly isReturned: boolean;
  /** Called by a click, and by Enter in a field of one line: a sandboxed frame submits no form. */
  readonly onSend: (event: Event) => void;
  /** Null where the field simply stays. */
  readonly onLeave: (() => void) | null;
  readonly onCopy: () => void;
}

/** The buttons below a field. */
export function composerButtons(view: ComposerButtons): TemplateResult {
  const { strings, id, left, isBusy, isReturned, onSend, onLeave } = view;
  const plain = (label: string, onClick: () => void): TemplateResult =>
    html`<button type="button" class="plain" @click=${onClick}>${label}</button>`;
  return html`<div class="buttons">
    <button
      type="submit"
      class="primary"
      aria-disabled=${isBusy}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      @click=${onSend}
    >
      ${isBusy ? strings.sending : view.sendLabel}
    </button>
    ${onLeave === null ? nothing : plain(isReturned ? strings.discard : strings.cancel, onLeave)}
    ${isReturned ? plain(strings.copy, view.onCopy) : nothing}
    <span id="${id}-left" class=${left !== null && left < 0 ? 'error' : 'hint'}>
      ${left === null ? nothing : left < 0 ? strings.charactersOver(-left) : strings.charactersLeft(left)}
    </span>
    <span id="${id}-hint" class="hint format">${strings.formatHint}</span>
  </div>`;
}

/** Copies what is in a field, and says whether that went well. */
export async function copyField(field: HTMLTextAreaElement | null, strings: Strings): Promise<void> {
  if (field === null) return;
  const { saidTextCopied, saidNotCopied } = strings;
  void ask(field, { type: 'say', words: (await copyText(field)) ? saidTextCopied : saidNotCopied });
}

/** Asks before a text is thrown away. */
export function discardQuestion(strings: Strings, onYes: () => void, onNo: () => void): TemplateResult {
  return html`<peer-discussion-question
    .strings=${strings}
    .question=${strings.discardQuestion}
    .yes=${strings.discard}
    .no=${strings.keepWriting}
    .onYes=${onYes}
    .onNo=${onNo}
  ></peer-discussion-question>`;
}
