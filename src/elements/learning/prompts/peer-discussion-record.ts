// The way to one's own evidence, at the end of a checklist: a button, and in its place what saves it once that is loaded.
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Prompt } from '../../../model/prompt.ts';
import { ask } from '../../request.ts';
import type { Strings } from '../../strings.ts';
import type { EvidenceWords } from '../evidence/evidence-words.ts';
import { loadEvidence } from '../evidence/load-evidence.ts';
import type { PromptWords } from './prompt-words.ts';

/** One's own evidence for one prompt. */
export class PeerDiscussionRecord extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    prompt: { attribute: false },
    me: { attribute: false },
    evidenceWords: { state: true },
  };
  declare strings: Strings;
  declare words: PromptWords;
  declare prompt: Pick<Prompt, 'id' | 'title'>;
  /** The id of whoever reads this. */
  declare me: string;
  /** Null until it is asked for and loaded. */
  declare evidenceWords: EvidenceWords | null;

  constructor() {
    super();
    this.evidenceWords = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { strings } = this;
    if (!changed.has('strings') || this.evidenceWords === null) return;
    const speak = (words: EvidenceWords): void => void (strings === this.strings && (this.evidenceWords = words));
    void loadEvidence(strings).then(speak, () => {}); // what is open rather keeps its language than goes
  }

  #onClick = async (): Promise<void> => {
    try {
      this.evidenceWords = await loadEvidence(this.strings);
    } catch {
      void ask(this, { type: 'say', words: this.words.promptFailed });
      return;
    }
    await this.updateComplete;
    const evidence = this.querySelector('peer-discussion-evidence');
    await evidence?.updateComplete;
    evidence?.querySelector('button')?.focus();
  };

  protected override render(): TemplateResult {
    const { words, prompt, evidenceWords, me } = this;
    if (evidenceWords === null)
      return html`<button
        type="button"
        class="quiet"
        aria-label="${words.recordSave}: ${prompt.title}"
        @click=${this.#onClick}
      >
        ${words.recordSave}
      </button>`;
    return html`<div role="group" aria-label="${words.recordSave}: ${prompt.title}">
      <peer-discussion-evidence
        .words=${evidenceWords}
        .of=${me}
        .promptId=${prompt.id}
        .about=${prompt.title}
      ></peer-discussion-evidence>
    </div>`;
  }
}
