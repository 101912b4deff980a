// Below the desk: the evidence of what counted for credit, as a file for whoever grants it. What stands in it, the
// authority says; its bytes are model/evidence-file.ts.
import { html, LitElement, type TemplateResult } from 'lit';
import { evidenceFile, type EvidenceForm } from '../../../model/evidence-file.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { saveFile } from '../../save-file.ts';
import type { DeskWords } from './desk-words.ts';

const types: Readonly<Record<EvidenceForm, string>> = { json: 'application/json', csv: 'text/csv;charset=utf-8' };

/** Saves the evidence of one discussion. */
export class PeerDiscussionEvidence extends LitElement {
  static override properties = {
    words: { attribute: false },
    level: { attribute: false },
    discussion: { attribute: false },
    isBusy: { state: true },
    said: { state: true },
  };
  declare words: DeskWords;
  /** Level of its heading. */
  declare level: number;
  /** The id of the discussion, for the name of the file. */
  declare discussion: string;
  declare isBusy: boolean;
  /** How it went. */
  declare said: string;
  readonly #id = nextId();

  constructor() {
    super();
    this.isBusy = false;
    this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  async #save(form: EvidenceForm): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.said = '';
    const { words, discussion } = this;
    const name = `evidence-${discussion.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.${form}`;
    try {
      await ask(this, {
        ...{ type: 'evidence', of: null },
        take: (records) => saveFile(name, types[form], evidenceFile(records, form)),
      });
      this.said = words.evidenceSaved(name);
    } catch {
      this.said = words.evidenceFailed;
    }
    this.isBusy = false;
    void ask(this, { type: 'say', words: this.said });
  }

  protected override render(): TemplateResult {
    const { words, level, isBusy, said } = this;
    const forms: readonly EvidenceForm[] = ['csv', 'json'];
    return html`<section class="desk" aria-labelledby="${this.#id}-name">
      <div id="${this.#id}-name" class="desk-name" role="heading" aria-level=${level}>${words.evidence}</div>
      <p class="hint">${words.evidenceHint}</p>
      <div class="buttons">
        ${forms.map(
          (form) =>
            html`<button type="button" class="plain" aria-disabled=${isBusy} @click=${() => void this.#save(form)}>
              ${words.evidenceSave(form.toUpperCase())}
            </button>`,
        )}
      </div>
      <p class="hint" ?hidden=${said === ''}>${said}</p>
    </section>`;
  }
}
