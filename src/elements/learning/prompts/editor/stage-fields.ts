// The fields of one stage: its instruction, when it begins, and who sees what colleagues wrote in it.
import { html, nothing, type TemplateResult } from 'lit';
import { kinds, isKind } from '../../../../model/moves.ts';
import type { Gate, StageName } from '../../../../model/prompt.ts';
import type { MoveWords } from '../../moves/move-words.ts';
import type { PromptWords } from '../prompt-words.ts';
import { choiceField, inputField, textField, tickField } from './editor-fields.ts';
import type { EditorWords } from './editor-words.ts';
import type { StageDraft } from './prompt-draft.ts';

const gates = ['open', 'post-first', 'post-first-or-date', 'until-date', 'manual'] as const satisfies Gate['type'][];

/** The fields of a stage; one that is not asked is a box to tick. */
export function stageFields(
  id: string,
  name: StageName,
  stage: StageDraft,
  words: PromptWords & EditorWords,
  { kinds: kindWords }: MoveWords,
  onChange: (change: Partial<StageDraft>) => void,
): TemplateResult {
  const asks = stage.gate === 'post-first' || stage.gate === 'post-first-or-date';
  const dated = stage.gate === 'until-date' || stage.gate === 'post-first-or-date';
  return html`<fieldset class="stage-fields">
    <legend>${words.stages[name]}</legend>
    ${tickField(words.stages[name], stage.isIn, (isIn) => onChange({ isIn }))}
    ${
      !stage.isIn
        ? nothing
        : html`${textField(
            { id: `${id}-${name}-instruction`, label: words.editorInstruction },
            stage.instruction,
            2,
            (instruction) => onChange({ instruction }),
          )}
          ${inputField({ id: `${id}-${name}-from`, label: words.editorFrom }, 'datetime-local', stage.from, (from) =>
            onChange({ from }),
          )}
          ${choiceField(
            { id: `${id}-${name}-gate`, label: words.editorGate },
            stage.gate,
            gates.map((gate) => [gate, words.editorGates[gate]]),
            (value) => onChange({ gate: gates.find((gate) => gate === value) ?? 'open' }),
          )}
          ${
            !asks
              ? nothing
              : html`${inputField(
                  { id: `${id}-${name}-words`, label: words.editorWords },
                  'number',
                  String(stage.words),
                  (value) => onChange({ words: Number(value) }),
                )}
                ${choiceField(
                  { id: `${id}-${name}-kind`, label: words.editorKind },
                  stage.kind ?? '',
                  [['', words.editorAnyKind], ...kinds.map((kind) => [kind, kindWords[kind].name] as const)],
                  (value) => onChange({ kind: isKind(value) ? value : null }),
                )}`
          }
          ${
            dated
              ? inputField({ id: `${id}-${name}-at`, label: words.editorAt }, 'datetime-local', stage.at, (at) =>
                  onChange({ at }),
                )
              : nothing
          }`
    }
  </fieldset>`;
}
