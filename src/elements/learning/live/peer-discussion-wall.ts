// The questions of an event on a wall: over the whole screen, to be read from the last row, without anything to read that
// not everybody may see (model/live.ts). Facilitators go on from question to question here; the rest is the panel's.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { wallQuestions, type LiveQuestions } from '../../../model/live.ts';
import type { Post } from '../../../model/post.ts';
import type { Prompt } from '../../../model/prompt.ts';
import type { State } from '../../../store/state.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { areKeysOn } from '../../single-keys.ts';
import type { Strings } from '../../strings.ts';
import { hasDesk } from '../abilities.ts';
import { nextQuestion, settleQuestion, type LiveAct } from './live-acts.ts';
import type { LiveWords } from './live-words.ts';
import { plainText, widthOf } from './plain-text.ts';
import { keepScreen } from './screen.ts';
import { wallStyles } from './wall.styles.ts';

/** Open questions that a wall has room for, and how much of each: below the current one, and where there is none. */
const below = { questions: 3, width: 60 } as const;
const alone = { questions: 5, width: 120 } as const;
/** Widths up to which the current question stands in the largest type, and in the one between. */
const widths = { short: 60, middle: 150 } as const;

/** The wall of one event. */
export class PeerDiscussionWall extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    state: { attribute: false },
    prompt: { attribute: false },
    onClosed: { attribute: false },
    hasNames: { state: true },
    last: { state: true },
    said: { state: true },
  };
  declare strings: Strings;
  declare words: LiveWords;
  declare state: State;
  declare prompt: Prompt;
  /** Called once it is closed. */
  declare onClosed: () => void;
  /** False until somebody asks for names: a wall is read, and filmed, by people nobody knows. */
  declare hasNames: boolean;
  /** What was done last here, while it can be taken back. */
  declare last: LiveAct | null;
  declare said: string;
  readonly #id = nextId();
  #release = (): void => {};

  constructor() {
    super();
    this.hasNames = false;
    this.last = null;
    this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, wallStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  protected override firstUpdated(): void {
    const dialog = this.querySelector('dialog');
    dialog?.showModal();
    dialog?.focus();
    this.#release = keepScreen(() => this.#close());
  }

  #close = (): void => this.querySelector('dialog')?.close();

  #onClose = (): void => {
    this.#release();
    this.onClosed();
  };

  /** What everybody sees, without what is still on its way there. */
  get #questions(): LiveQuestions {
    const { posts, outbox } = this.state;
    const pending = new Set(outbox.map(({ command }) => command.op));
    const there = [...posts.values()].filter(({ id }) => !pending.has(id));
    return wallQuestions(there, this.prompt, Date.now());
  }

  #send(requests: LiveAct['requests']): void {
    for (const request of requests) void ask(this, { type: 'submit', request, instead: null, isAside: true });
  }

  #carryOut(act: LiveAct | null, words: string): void {
    if (act === null) return;
    this.#send(act.requests);
    this.last = act;
    this.said = words;
  }

  #next = (): void => {
    const questions = this.#questions;
    this.#carryOut(
      nextQuestion(questions),
      questions.open.length === 0 ? this.words.saidAnswered : this.words.saidTaken,
    );
  };

  #answered = (): void => {
    const { current } = this.#questions;
    if (current !== null) this.#carryOut(settleQuestion(current, true, true), this.words.saidAnswered);
  };

  #undo = (): void => {
    if (this.last === null) return;
    this.#send(this.last.undo);
    this.last = null;
    this.said = this.words.saidReopened;
  };

  /** Single keys; none of them reaches the panel below. */
  #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !areKeysOn() || !hasDesk(this.state)) return;
    const acts: Readonly<Record<string, () => void>> = { n: this.#next, a: this.#answered, u: this.#undo };
    const act = acts[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  protected override render(): TemplateResult {
    const { words, strings, state, prompt } = this;
    const { current, open } = this.#questions;
    const room = current === null ? alone : below;
    const shown = open.slice(0, room.questions);
    const id = this.#id;
    const { connection } = state;
    return html`<dialog
      class="wall"
      part="wall"
      tabindex="-1"
      aria-labelledby="${id}-title"
      @close=${this.#onClose}
      @keydown=${this.#onKey}
    >
      <div class="wall-head">
        <div id="${id}-title" class="wall-title" role="heading" aria-level="1" dir="auto">${prompt.title}</div>
        ${
          connection === 'online'
            ? nothing
            : html`<p class="wall-offline">${connection === 'connecting' ? strings.connecting : words.liveOffline}</p>`
        }
      </div>
      <div class="wall-body">
        ${current === null ? nothing : this.#current(current)}
        ${
          current !== null && open.length === 0
            ? nothing
            : html`<div class="wall-label" role="heading" aria-level="2">
                <bdi>${open.length > 0 ? words.liveOpen(open.length) : words.liveNone}</bdi>
              </div>`
        }
        ${
          shown.length === 0
            ? nothing
            : html`<ol class="wall-open" role="list">
                ${shown.map((post) => this.#open(post, room.width))}
              </ol>`
        }
      </div>
      ${this.#controls()}
      <p class="unseen" role="status">${this.said}</p>
    </dialog>`;
  }

  #current(post: Post): TemplateResult {
    const text = plainText(post.body);
    const width = widthOf(text);
    const size = width <= widths.short ? 'short' : width <= widths.middle ? 'middle' : 'long';
    return html`<div class="wall-now">
        <div class="wall-label" role="heading" aria-level="2">${this.words.liveNow}</div>
        ${this.hasNames ? html`<bdi class="wall-name">${post.author.name}</bdi>` : nothing}
      </div>
      <p class="wall-current ${size}" dir="auto">${text}</p>`;
  }

  /** A name takes its room from the words. */
  #open({ author, body }: Post, width: number): TemplateResult {
    const room = this.hasNames ? Math.max(width / 2, width - widthOf(author.name) - 2) : width;
    return html`<li dir="auto">
      ${this.hasNames ? html`<bdi class="wall-who">${author.name}</bdi>` : nothing} ${plainText(body, room)}
    </li>`;
  }

  /** What whoever stands at the keyboard needs; nobody reads it from afar. */
  #controls(): TemplateResult {
    const { words, strings, state } = this;
    const keys = areKeysOn();
    const { current, open } = this.#questions;
    const button = (label: string, key: string, isPossible: boolean, onClick: () => void): TemplateResult =>
      html`<button
        type="button"
        aria-disabled=${!isPossible}
        aria-keyshortcuts=${keys ? key : nothing}
        @click=${onClick}
      >
        ${label}${keys ? html` <kbd aria-hidden="true">${key}</kbd>` : nothing}
      </button>`;
    return html`<div class="wall-controls">
      ${
        hasDesk(state)
          ? html`${button(words.liveNext, 'N', current !== null || open.length > 0, this.#next)}
            ${button(words.liveSettle, 'A', current !== null, this.#answered)}
            ${button(words.liveUndo, 'U', this.last !== null, this.#undo)}`
          : nothing
      }
      <label
        ><input
          type="checkbox"
          .checked=${live(this.hasNames)}
          @change=${({ currentTarget }: Event) => (this.hasNames = (currentTarget as HTMLInputElement).checked)}
        />${words.liveNames}</label
      >
      <button type="button" aria-keyshortcuts="Escape" @click=${this.#close}>
        ${strings.close} <kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-wall': PeerDiscussionWall;
  }
}
