// One question of an event in the list: who asked what, and what may be done with it, by button and by single key.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../../../model/post.ts';
import { ago, exactly } from '../../ago.ts';
import { areKeysOn } from '../../single-keys.ts';
import type { Strings } from '../../strings.ts';
import type { LiveWords } from './live-words.ts';
import { plainText } from './plain-text.ts';

/** What an entry is made of. */
export interface QuestionView {
  readonly post: Post;
  /** True for the one that is being answered. */
  readonly isCurrent: boolean;
  readonly strings: Strings;
  readonly words: LiveWords;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Says that it is answered, or open again; null for whoever may not. */
  readonly settle: (() => void) | null;
  /** Puts it on, or back; null for whoever may not, and where it is answered. */
  readonly take: (() => void) | null;
  /** Leads to it in the discussion. */
  readonly go: () => void;
}

function onKey(event: KeyboardEvent, { settle, take, go }: QuestionView): void {
  const isEntry = event.target === event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.altKey || !isEntry || !areKeysOn()) return;
  const act = { a: settle, n: take, enter: go }[event.key.toLowerCase()] ?? null;
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** The entry. */
export function questionEntry(view: QuestionView): TemplateResult {
  const { post, isCurrent, strings, words, now, settle, take, go } = view;
  const { author, createdAt } = post;
  const button = (label: string, onClick: () => void): TemplateResult =>
    html`<button type="button" class="quiet" aria-label=${strings.actionOn(label, author.name)} @click=${onClick}>
      ${label}
    </button>`;
  return html`<li
    class=${isCurrent ? 'now' : nothing}
    data-question=${post.id}
    tabindex=${settle === null && take === null ? nothing : 0}
    aria-current=${isCurrent ? 'true' : nothing}
    @keydown=${(event: KeyboardEvent) => onKey(event, view)}
  >
    <div class="hint">
      <bdi class="author">${author.name}</bdi>
      <time datetime=${createdAt} title=${exactly(createdAt, strings.locale)}
        >${ago(createdAt, now, strings.locale)}</time
      >
    </div>
    <p class="question-text" dir="auto">${plainText(post.body)}</p>
    <div class="actions">
      ${settle === null ? nothing : button(post.settledAt === undefined ? words.liveSettle : words.liveReopen, settle)}
      ${take === null ? nothing : button(isCurrent ? words.livePutBack : words.liveTake, take)}
      ${button(words.liveGo, go)}
    </div>
  </li>`;
}
