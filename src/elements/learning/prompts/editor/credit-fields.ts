// The fields of what is asked of each person. What it is worth is for whoever offers the course to say.
import { html, nothing, type TemplateResult } from 'lit';
import type { CreditRule } from '../../../../model/credit.ts';
import { inputField, tickField } from './editor-fields.ts';
import type { EditorWords } from './editor-words.ts';

const numbers = ['answerWords', 'colleagues', 'replyWords', 'readPercent', 'applyWords'] as const;

/** The fields of a rule; null shows that nothing is asked. @param errors what is wrong, by field */
export function creditFields(
  id: string,
  credit: CreditRule | null,
  words: EditorWords,
  errors: Readonly<Record<string, string>>,
  onTick: (isOn: boolean) => void,
  onChange: (credit: CreditRule) => void,
): TemplateResult {
  const labels = {
    answerWords: words.editorAnswerWords,
    colleagues: words.editorColleagues,
    replyWords: words.editorReplyWords,
    readPercent: words.editorReadPercent,
    applyWords: words.editorApplyWords,
  };
  return html`<fieldset>
    <legend>${words.editorCredit}</legend>
    ${tickField(words.editorCreditOn, credit !== null, onTick)}
    ${
      credit === null
        ? nothing
        : html`${numbers.map((name) =>
            inputField(
              { id: `${id}-${name}`, label: labels[name], error: errors[name] ?? '' },
              'number',
              String(credit[name]),
              (value) => onChange({ ...credit, [name]: Number(value) }),
            ),
          )}
          ${tickField(words.editorComesBack, credit.comesBack, (comesBack) => onChange({ ...credit, comesBack }))}
          ${tickField(words.editorAttested, credit.isAttested, (isAttested) => onChange({ ...credit, isAttested }))}`
    }
  </fieldset>`;
}
