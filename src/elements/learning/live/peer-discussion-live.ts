// The questions of one event: a short field to ask, what is being answered, what is open, what found its answer; and for
// facilitators one key for each of it. Which questions those are, model/live.ts says; the wall is loaded when it is shown.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkBody } from '../../../model/check-body.ts';
import { asDiscussionError, type DiscussionError } from '../../../model/errors.ts';
import { liveQuestions, takesQuestions, type LiveQuestions } from '../../../model/live.ts';
import { mayAnswer } from '../../../model/may.ts';
import type { Post } from '../../../model/post.ts';
import type { Prompt } from '../../../model/prompt.ts';
import type { State } from '../../../store/state.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { define } from '../../define.ts';
import { formatterReady } from '../../formatter.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { mayEnter } from '../../row-view.ts';
import { sayRefused } from '../../say-refused.ts';
import { areKeysOn } from '../../single-keys.ts';
import type { Strings } from '../../strings.ts';
import { abilitiesOn, hasDesk } from '../abilities.ts';
import { answerTo } from '../prompts/peer-discussion-answering.ts';
import { putBack, settleQuestion, takeUp, type LiveAct } from './live-acts.ts';
import type { LiveWords } from './live-words.ts';
import { liveStyles } from './live.styles.ts';
import { questionEntry } from './question-entry.ts';

/** The questions to one prompt at its live stage. */
export class PeerDiscussionLive extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    state: { attribute: false },
    prompt: { attribute: false },
    level: { attribute: false },
    isLive: { attribute: false },
    now: { attribute: false },
    text: { state: true },
    error: { state: true },
    isProjected: { state: true },
  };
  declare strings: Strings;
  declare words: LiveWords;
  declare state: State;
  declare prompt: Prompt;
  /** Level of its heading. */
  declare level: number;
  /** True while the prompt is at its live stage. */
  declare isLive: boolean;
  /** Milliseconds since 1970, to the minute. */
  declare now: number;
  /** What is written and not asked yet. */
  declare text: string;
  declare error: DiscussionError | null;
  declare isProjected: boolean;
  readonly #id = nextId();
  #isGathered = false;
  /** The question that was just acted on, until it stands in its new place. */
  #acted: string | null = null;

  constructor() {
    super();
    this.text = '';
    this.error = null;
    this.isProjected = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, liveStyles);
    void formatterReady().then(() => this.requestUpdate());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state')) return;
    if (this.#acted !== null) this.#focusOn(this.#acted);
    this.#acted = null;
    this.#gather();
  }

  /** The first questions may stand on pages that are not loaded. */
  #gather(): void {
    const { isLive, state } = this;
    if (!isLive || !state.hasMore || state.connection !== 'online' || this.#isGathered) return;
    this.#isGathered = true;
    ask(this, { type: 'gather' }).catch(() => (this.#isGathered = false));
  }

  get #questions(): LiveQuestions {
    return liveQuestions(this.state.posts.values(), this.prompt);
  }

  #onInput = ({ currentTarget }: Event): void => {
    this.text = (currentTarget as HTMLInputElement).value;
    this.error = null;
  };

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = this.text.trim();
    const request = { type: 'create', parentId: null, body, kind: 'question', promptId: this.prompt.id } as const;
    try {
      checkBody(body);
      await ask(this, { type: 'submit', request, instead: null, isAside: true });
    } catch (thrown) {
      this.error = asDiscussionError(thrown);
      this.querySelector<HTMLElement>(`#${this.#id}-text`)?.focus();
      return;
    }
    this.text = '';
  };

  /** Carries an act out and says so; the focus stays at the question. */
  #carryOut(act: LiveAct, post: Post, words: string): void {
    this.#acted = post.id;
    for (const request of act.requests) void ask(this, { type: 'submit', request, instead: null, isAside: true });
    void ask(this, { type: 'say', words });
  }

  /** On a question, or on the heading where it is folded away. */
  #focusOn(id: string): void {
    const entry = this.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`);
    (entry?.checkVisibility() === true ? entry : this.querySelector<HTMLElement>('[role=heading]'))?.focus();
  }

  #settle(post: Post): void {
    const isSettled = post.settledAt === undefined;
    const act = settleQuestion(post, isSettled, hasDesk(this.state));
    this.#carryOut(act, post, isSettled ? this.words.saidAnswered : this.words.saidReopened);
  }

  #take(post: Post): void {
    const questions = this.#questions;
    const isCurrent = questions.current?.id === post.id;
    const act = isCurrent ? putBack(post) : takeUp(post, questions);
    this.#carryOut(act, post, isCurrent ? this.words.saidPutBack : this.words.saidTaken);
  }

  #project = async (): Promise<void> => {
    try {
      const { PeerDiscussionWall } = await import('./peer-discussion-wall.ts');
      define('peer-discussion-wall', PeerDiscussionWall);
      this.isProjected = true;
    } catch {
      void ask(this, { type: 'say', words: this.strings.refusedOffline });
    }
  };

  #onWallClosed = async (): Promise<void> => {
    this.isProjected = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.project')?.focus();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { words, state, prompt, isProjected } = this;
    const isWriting = this.text !== '' && takesQuestions(prompt);
    if (!this.isLive && !isWriting && !isProjected) return nothing;
    const questions = this.#questions;
    const { current, open, answered } = questions;
    const isStaff = hasDesk(state);
    const id = this.#id;
    return html`<div class="live" part="live" role="group" aria-labelledby="${id}-title ${id}-prompt">
      <div class="live-head">
        <div>
          <div id="${id}-title" class="prompt-title" role="heading" aria-level=${this.level} tabindex="-1">
            ${words.liveTitle}
          </div>
          <p id="${id}-prompt" class="hint" dir="auto">${prompt.title}</p>
        </div>
        <button type="button" class="plain project" @click=${this.#project}>${words.liveProject}</button>
      </div>
      ${this.#field()} ${state.hasMore ? html`<p class="hint">${words.liveGathering}</p>` : nothing}
      ${isStaff && areKeysOn() ? html`<p class="hint keys">${words.liveKeys('A', 'N')}</p>` : nothing}
      ${
        current === null
          ? nothing
          : html`<p class="label">${words.liveNow}</p>
              ${this.#list([current], questions)}`
      }
      <p class="label">${open.length === 0 ? words.liveNone : words.liveOpen(open.length)}</p>
      ${this.#list(open, questions)}
      ${
        answered.length === 0
          ? nothing
          : html`<details>
              <summary><bdi>${words.liveAnswered(answered.length)}</bdi></summary>
              ${this.#list(answered, questions)}
            </details>`
      }
      ${
        !isProjected
          ? nothing
          : html`<peer-discussion-wall
              .strings=${this.strings}
              .words=${words}
              .state=${state}
              .prompt=${prompt}
              .onClosed=${this.#onWallClosed}
            ></peer-discussion-wall>`
      }
    </div>`;
  }

  #field(): TemplateResult | typeof nothing {
    const { words, strings, state, prompt, error } = this;
    const { me, discussion, connection } = state;
    if (discussion === null || connection === 'closed' || !takesQuestions(prompt)) return nothing;
    // A guest says first who they are, beside the field that asks for it.
    if (mayEnter(state))
      return html`<div>
        <button type="button" class="plain" @click=${() => answerTo(this, prompt.id, 'question')}>
          ${words.liveAsk}
        </button>
      </div>`;
    if (!mayAnswer(me, prompt.id, discussion)) return nothing;
    const id = this.#id;
    return html`<form class="live-ask" novalidate @submit=${this.#onSubmit}>
      <label for="${id}-text">${words.liveAsk}</label>
      <div class="live-field">
        <input
          id="${id}-text"
          dir="auto"
          autocomplete="off"
          aria-invalid=${error !== null}
          aria-describedby="${id}-error"
          .value=${this.text}
          @input=${this.#onInput}
        />
        <button type="submit" class="primary">${words.liveSend}</button>
      </div>
      <p id="${id}-error" class="error" role="alert">
        ${error === null ? nothing : sayRefused(strings, error, this.text)}
      </p>
    </form>`;
  }

  #list(posts: readonly Post[], questions: LiveQuestions): TemplateResult | typeof nothing {
    if (posts.length === 0) return nothing;
    return html`<ul role="list">
      ${repeat(
        posts,
        ({ id }) => id,
        (post) => this.#entry(post, questions.current?.id === post.id),
      )}
    </ul>`;
  }

  #entry(post: Post, isCurrent: boolean): TemplateResult {
    const { strings, words, now, state } = this;
    const { maySettle } = abilitiesOn(post, state);
    return questionEntry({
      ...{ post, isCurrent, strings, words, now },
      settle: maySettle ? () => this.#settle(post) : null,
      take: hasDesk(state) && post.settledAt === undefined ? () => this.#take(post) : null,
      go: () => void ask(this, { type: 'go', id: post.id, isReply: false }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-live': PeerDiscussionLive;
  }
}
