// What is said below a prompt of the page's own: that nobody is asked yet, that the page has changed, or that this
// discussion cannot keep to its gate. A facilitator makes it binding by one button.
import { html, nothing, type TemplateResult } from 'lit';
import { checkPrompt } from '../../../model/check-prompt.ts';
import { asDiscussionError } from '../../../model/errors.ts';
import type { Prompt } from '../../../model/prompt.ts';
import { ask } from '../../request.ts';
import { differs, promptFrom, type PagePrompt } from './page-prompts.ts';
import type { PromptWords } from './prompt-words.ts';

/** What is known of a prompt in the page. */
export interface PageView {
  readonly page: PagePrompt;
  /** What is asked under its id; undefined where nothing is. */
  readonly asked: Prompt | undefined;
  readonly isStaff: boolean;
  /** True where the adapter enforces gates. */
  readonly isKept: boolean;
  readonly words: PromptWords;
}

/** What keeps a prompt from being asked; null where nothing does. */
function flawOf(prompt: Prompt): string | null {
  try {
    checkPrompt(prompt);
    return null;
  } catch (thrown) {
    return asDiscussionError(thrown).field ?? '';
  }
}

/** What is to be said below a prompt in the page. */
export function pageTemplate({ page, asked, isStaff, isKept, words }: PageView): TemplateResult | typeof nothing {
  if (!isKept && page.gate.type !== 'open') return html`<p class="notice" part="notice">${words.pageUnkept}</p>`;
  if (!isStaff || (asked !== undefined && !differs(page, asked))) return nothing;
  const prompt = promptFrom(page, asked, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const flaw = flawOf(prompt);
  const onClick = ({ currentTarget }: Event): void =>
    void ask(currentTarget as HTMLElement, { type: 'submit', request: { type: 'arrange', prompt }, instead: null });
  return html`<div class="notice page-prompt" part="notice">
    <p>
      <strong dir="auto">${page.title}</strong>
      ${flaw !== null ? words.pageRefused(flaw) : asked === undefined ? words.pageHint : words.pageChanged}
    </p>
    ${
      flaw !== null
        ? nothing
        : html`<button type="button" class="plain" @click=${onClick}>
            ${asked === undefined ? words.pageAsk : words.pageAskAgain}
          </button>`
    }
  </div>`;
}
