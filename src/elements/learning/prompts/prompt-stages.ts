// The stages of a prompt as one line, the current one said in words.
import { html, nothing, type TemplateResult } from 'lit';
import type { Prompt, Stage } from '../../../model/prompt.ts';
import type { PromptWords } from './prompt-words.ts';

/**
 * The line of stages; nothing where there is only one.
 * @param now the current stage
 * @param at milliseconds since 1970
 */
export function stagesTemplate(
  { stages }: Prompt,
  now: Stage | undefined,
  words: PromptWords,
  sayTime: (at: string) => string,
  at: number,
): TemplateResult | typeof nothing {
  if (stages.length < 2) return nothing;
  return html`<ol class="stages" role="list" aria-label=${words.stagesLabel}>
    ${stages.map(
      (stage) =>
        html`<li aria-current=${stage === now ? 'step' : nothing}>
          <b>${words.stages[stage.name]}</b>
          ${
            stage === now
              ? html`<span class="when">${words.stageNow}</span>`
              : stage.from !== null && Date.parse(stage.from) > at
                ? html`<span class="when">${words.stageFrom(sayTime(stage.from))}</span>`
                : nothing
          }
        </li>`,
    )}
  </ol>`;
}
