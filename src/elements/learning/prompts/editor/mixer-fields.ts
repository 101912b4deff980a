// The four sliders of the mixer: each says in words what its position sets.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { mixerOptions, type MixerPositions } from '../../../../model/mixer.ts';
import type { PromptWords } from '../prompt-words.ts';
import type { EditorWords } from './editor-words.ts';

const names = ['immediacy', 'structure', 'scale', 'transparency'] as const;

/** What a position sets, in words. */
export function sayPosition(
  name: keyof MixerPositions,
  positions: MixerPositions,
  words: PromptWords & EditorWords,
  locale: string,
): string {
  const { stages, colleagues, readPercent, gate } = mixerOptions(positions);
  switch (name) {
    case 'immediacy':
      return new Intl.ListFormat(locale, { type: 'unit' }).format(stages.map((stage) => words.stages[stage]));
    case 'structure':
      return words.mixerStarters[positions.structure];
    case 'scale':
      return `${words.clamps.replies(colleagues)} · ${words.clamps.read(readPercent)}`;
    case 'transparency':
      return 'words' in gate
        ? `${words.editorGates[gate.type]} · ${words.clamps.answer(gate.words)}`
        : words.editorGates[gate.type];
  }
}

/** The sliders. */
export function mixerFields(
  id: string,
  positions: MixerPositions,
  words: PromptWords & EditorWords,
  locale: string,
  onMix: (change: Partial<MixerPositions>) => void,
): TemplateResult {
  return html`<fieldset class="mixer">
    <legend>${words.mixerLegend}</legend>
    <p class="hint">${words.mixerNote}</p>
    ${names.map((name) => {
      const said = sayPosition(name, positions, words, locale);
      const onInput = ({ target }: Event): void => {
        const position = Number((target as HTMLInputElement).value) as 0 | 1 | 2;
        onMix({ [name]: position });
      };
      return html`<div class="slider">
        <label for="${id}-${name}">${words.mixerNames[name]}</label>
        <input
          id="${id}-${name}"
          type="range"
          min="0"
          max="2"
          .value=${live(String(positions[name]))}
          aria-valuetext=${said}
          @input=${onInput}
        />
        <output for="${id}-${name}" aria-live="off" class="hint">${said}</output>
      </div>`;
    })}
  </fieldset>`;
}
