// How far somebody is with what a prompt asks, part by part, in plain words; for staff what is asked, and nobody's progress.
// Never says that credit was granted: that is for whoever offers the course to say.
import { html, nothing, type TemplateResult } from 'lit';
import {
  clamps as everyClamp,
  wants,
  type ClampProgress,
  type CreditRule,
  type Progress,
} from '../../../model/credit.ts';
import type { PromptWords } from './prompt-words.ts';

/** Parts that are counted; of the others one can only say whether they are done. */
const counted: ReadonlySet<string> = new Set(['answer', 'replies', 'read', 'apply']);

function standing({ clamp, have, want, metAt }: ClampProgress, words: PromptWords, locale: string): string {
  if (metAt !== null) return words.clampDone;
  if (!counted.has(clamp)) return words.clampOpen;
  const so = Math.min(have, want);
  // How much is asked stands beside it: one percentage of another would be a riddle.
  if (clamp === 'read') return words.clampRead(new Intl.NumberFormat(locale, { style: 'percent' }).format(so / 100));
  const number = new Intl.NumberFormat(locale);
  return words.clampHave(number.format(so), number.format(want));
}

/** The list of what is asked, each with how far it is. */
export function progressTemplate(
  { clamps, completedAt }: Progress,
  words: PromptWords,
  locale: string,
  sayTime: (at: string) => string,
): TemplateResult | typeof nothing {
  if (clamps.length === 0) return nothing;
  const done = clamps.filter(({ metAt }) => metAt !== null).length;
  const number = new Intl.NumberFormat(locale);
  return html`<details class="progress" part="progress" ?open=${completedAt === null}>
    <summary>
      ${words.progressTitle}
      <span class="hint">${words.clampHave(number.format(done), number.format(clamps.length))}</span>
    </summary>
    <ul role="list">
      ${clamps.map(
        (one) =>
          html`<li class=${one.metAt === null ? 'open' : 'met'}>
            <span>${words.clamps[one.clamp](one.want)}</span>
            <span class="how-far">${standing(one, words, locale)}</span>
          </li>`,
      )}
    </ul>
    ${completedAt === null ? nothing : html`<p>${words.progressDone(sayTime(completedAt))}</p>`}
    <p class="hint">${words.progressNote}</p>
  </details>`;
}

/** What is asked of learners, as those see it who ask; folded. */
export function ruleTemplate(rule: CreditRule | null, words: PromptWords): TemplateResult | typeof nothing {
  const want = rule === null ? null : wants(rule);
  const asked = everyClamp.filter((clamp) => want !== null && want[clamp] > 0);
  if (want === null || asked.length === 0) return nothing;
  return html`<details class="progress" part="progress">
    <summary>${words.ruleTitle}</summary>
    <ul role="list">
      ${asked.map((clamp) => html`<li><span>${words.clamps[clamp](want[clamp])}</span></li>`)}
    </ul>
  </details>`;
}
