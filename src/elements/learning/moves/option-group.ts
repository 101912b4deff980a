// One of several, each a button to a finger and a radio button to everybody else. A template only.
import { html, nothing, type TemplateResult } from 'lit';

/** A group of options. */
export interface OptionGroup {
  /** Made by `nextId()`; the legend's and the options' ids begin with it. */
  readonly id: string;
  readonly legend: string;
  /** Values and their words, in their order. */
  readonly options: readonly (readonly [value: string, words: string])[];
  /** Null where none is chosen yet. */
  readonly chosen: string | null;
  readonly isRequired?: boolean;
  /** Ids of what describes the group. */
  readonly describedBy: string;
  readonly onChoose: (value: string) => void;
}

/** The options side by side. */
export function optionGroup(group: OptionGroup): TemplateResult {
  const { id, legend, options, chosen, isRequired = false, describedBy, onChoose } = group;
  return html`<div
    class="options"
    role="radiogroup"
    aria-labelledby="${id}-legend"
    aria-describedby=${describedBy}
    aria-required=${isRequired ? 'true' : nothing}
  >
    <p id="${id}-legend" class="label">${legend}</p>
    <div class="pills">
      ${options.map(
        ([value, words], place) =>
          html`<span class="pill">
            <input
              id="${id}-${place}"
              type="radio"
              name=${id}
              .checked=${chosen === value}
              @change=${() => onChoose(value)}
            />
            <label for="${id}-${place}">${words}</label>
          </span>`,
      )}
    </div>
  </div>`;
}

/** Puts the focus on the option that is chosen, or on the first. */
export function focusOption(scope: ParentNode): void {
  const radios = [...scope.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}
