// Saves evidence of what counted for credit as a file for whoever grants it: everybody's below the desk, one's own in a
// checklist. What stands in it, the authority says; its bytes are model/evidence-file.ts.
import { html, LitElement, type TemplateResult } from 'lit';
import { evidenceFile, type EvidenceForm } from '../../../model/evidence-file.ts';
import { ask } from '../../request.ts';
import { saveFile } from '../../save-file.ts';
import type { EvidenceWords } from './evidence-words.ts';

const types: Readonly<Record<EvidenceForm, string>> = { json: 'application/json', csv: 'text/csv;charset=utf-8' };
/** Of a file's name; some disks take 255 bytes, and a letter has up to four. */
const nameLength = 50;

/** Saves evidence, in either form. */
export class PeerDiscussionEvidence extends LitElement {
  static override properties = {
    words: { attribute: false },
    of: { attribute: false },
    promptId: { attribute: false },
    about: { attribute: false },
    isBusy: { state: true },
    said: { state: true },
  };
  declare words: EvidenceWords;
  /** Whose it is; null for everybody's. */
  declare of: string | null;
  /** The prompt it is about; null for all. */
  declare promptId: string | null;
  /** What it is about, for the name of the file. */
  declare about: string;
  declare isBusy: boolean;
  /** How it went. */
  declare said: string;

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
    const { words, of, promptId, about } = this;
    const plain = about.slice(0, nameLength).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
    const name = `evidence-${plain.replace(/^-|-$/g, '')}.${form}`;
    try {
      await ask(this, {
        ...{ type: 'evidence', of },
        take: (records) => {
          const wanted = records.filter(({ prompt }) => promptId === null || prompt === promptId);
          saveFile(name, types[form], evidenceFile(wanted, form));
        },
      });
      this.said = words.evidenceSaved(name);
    } catch {
      this.said = words.evidenceFailed;
    }
    this.isBusy = false;
    void ask(this, { type: 'say', words: this.said });
  }

  protected override render(): TemplateResult {
    const { words, of, isBusy, said } = this;
    const forms: readonly EvidenceForm[] = ['csv', 'json'];
    return html`<p class="hint">${of === null ? words.evidenceHint : words.recordHint}</p>
      <div class="buttons">
        ${forms.map(
          (form) =>
            html`<button type="button" class="plain" aria-disabled=${isBusy} @click=${() => void this.#save(form)}>
              ${words.evidenceSave(form.toUpperCase())}
            </button>`,
        )}
      </div>
      <p class="hint" ?hidden=${said === ''}>${said}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-evidence': PeerDiscussionEvidence;
  }
}
