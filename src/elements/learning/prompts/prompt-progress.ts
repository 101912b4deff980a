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
import type { Missed } from '../../../model/missed.ts';
import type { Post } from '../../../model/post.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { ask } from '../../request.ts';
import type { MoveWords } from '../moves/move-words.ts';
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

/** What progress is said with. */
export interface ProgressSaying {
  readonly words: PromptWords;
  readonly moveWords: MoveWords;
  readonly locale: string;
  readonly say: (at: string) => string;
  readonly posts: State['posts'];
  /** The way to a record of it; nothing where there is none. */
  readonly record: TemplateResult | typeof nothing;
}

function sayMissed({ why, words: have }: Missed, post: Post, { words, moveWords }: ProgressSaying): string {
  if (why === 'voided') return words.missed.voided(post.voided?.reason ?? '');
  if (why === 'short') return words.missed.short(have);
  return why === 'unmarked' ? words.missed.unmarked(moveWords.moves.apply.name) : words.missed[why];
}

/** That the last post for a part does not count, why, and the way there; nothing where that post is not known. */
function missedTemplate(missed: Missed, saying: ProgressSaying): TemplateResult | typeof nothing {
  const post = saying.posts.get(missed.postId);
  if (post === undefined || !isPost(post)) return nothing;
  const { words } = saying;
  const onClick = ({ currentTarget }: Event): void =>
    void ask(currentTarget as HTMLElement, { type: 'go', id: post.id, isReply: false });
  return html`<p class="missed">
    ${post.parentId === null ? words.missedAnswer : words.missedReply} ${sayMissed(missed, post, saying)}
    <button type="button" class="quiet" @click=${onClick}>${words.missedShow}</button>
  </p>`;
}

/** The list of what is asked, each with how far it is, and why the last that was done for it does not count. */
export function progressTemplate(
  { clamps, completedAt }: Progress,
  saying: ProgressSaying,
): TemplateResult | typeof nothing {
  const { words, locale } = saying;
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
            <bdi class="how-far">${standing(one, words, locale)}</bdi>
            ${one.missed === undefined ? nothing : missedTemplate(one.missed, saying)}
          </li>`,
      )}
    </ul>
    ${completedAt === null ? nothing : html`<p>${words.progressDone(saying.say(completedAt))}</p>`}
    <p class="hint">${words.progressNote}</p>
    ${saying.record}
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
