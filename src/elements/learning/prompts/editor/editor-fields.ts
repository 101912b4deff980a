// The fields that the prompt editor is made of: each with its label, and what is wrong with it as its description.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What a field shows. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** What is wrong; empty where nothing is. */
  readonly error?: string;
}

function wrap({ id, label, error = '' }: Field, control: TemplateResult): TemplateResult {
  return html`<div class="edit-field">
    <label for=${id}>${label}</label>
    ${control} ${error === '' ? nothing : html`<p id="${id}-error" class="error" role="alert">${error}</p>`}
  </div>`;
}

/** A field of one line, a number or a time. */
export function inputField(
  field: Field,
  type: 'text' | 'number' | 'datetime-local',
  value: string,
  onInput: (value: string) => void,
): TemplateResult {
  const { id, error = '' } = field;
  return wrap(
    field,
    html`<input
      id=${id}
      type=${type}
      dir=${type === 'text' ? 'auto' : nothing}
      min=${type === 'number' ? 0 : nothing}
      inputmode=${type === 'number' ? 'numeric' : nothing}
      autocomplete="off"
      .value=${live(value)}
      aria-invalid=${error !== ''}
      aria-describedby=${error === '' ? nothing : `${id}-error`}
      @input=${({ target }: Event) => onInput((target as HTMLInputElement).value)}
    />`,
  );
}

/** A field of several lines. */
export function textField(field: Field, value: string, rows: number, onInput: (value: string) => void): TemplateResult {
  const { id, error = '' } = field;
  return wrap(
    field,
    html`<textarea
      id=${id}
      rows=${rows}
      dir="auto"
      .value=${live(value)}
      aria-invalid=${error !== ''}
      aria-describedby=${error === '' ? nothing : `${id}-error`}
      @input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

/** One of several. */
export function choiceField(
  field: Field,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
  onChange: (value: string) => void,
): TemplateResult {
  const { id, error = '' } = field;
  return wrap(
    field,
    html`<select
      id=${id}
      aria-invalid=${error !== ''}
      aria-describedby=${error === '' ? nothing : `${id}-error`}
      @change=${({ target }: Event) => onChange((target as HTMLSelectElement).value)}
    >
      ${options.map(([one, words]) => html`<option value=${one} .selected=${one === value}>${words}</option>`)}
    </select>`,
  );
}

/** Yes or no. */
export function tickField(label: string, isTicked: boolean, onChange: (isTicked: boolean) => void): TemplateResult {
  return html`<label class="tick"
    ><input
      type="checkbox"
      .checked=${live(isTicked)}
      @change=${({ target }: Event) => onChange((target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}
