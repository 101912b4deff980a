// What facilitators ask in a discussion, and where one stands with it: each open prompt as a block, closed ones folded.
// Tells when a gate opened or a list was completed. The texts of page authors stand in the panel's own slot.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { mayAnswer, mayModerate } from '../../../model/may.ts';
import { stageAt, type Prompt } from '../../../model/prompt.ts';
import type { State } from '../../../store/state.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { writerIn } from '../../row-view.ts';
import { selectStyles } from '../../select.styles.ts';
import type { Strings } from '../../strings.ts';
import { hasEvidence, promptsIn } from '../abilities.ts';
import type { MoveWords } from '../moves/move-words.ts';
import type { EditorWords } from './editor/editor-words.ts';
import { loadEditor } from './editor/load-editor.ts';
import { facilitation } from './facilitation.ts';
import { gateTemplate } from './gate-notice.ts';
import { createMarkdownTexts } from './markdown-texts.ts';
import { pagePrompts, type PagePrompt } from './page-prompts.ts';
import { pageTemplate } from './page-template.ts';
import { answerTo } from './peer-discussion-answering.ts';
import { colleaguesAreThere, openedSince, tellCompleted, type Opened } from './prompt-news.ts';
import { progressTemplate, ruleTemplate } from './prompt-progress.ts';
import { stagesTemplate } from './prompt-stages.ts';
import type { PromptWords } from './prompt-words.ts';
import { promptsStyles } from './prompts.styles.ts';
import { sayTime } from './say-time.ts';

/** Every prompt of a discussion. */
export class PeerDiscussionPrompts extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    moveWords: { attribute: false },
    state: { attribute: false },
    level: { attribute: false },
    now: { attribute: false },
    editing: { state: true },
    editorWords: { state: true },
  };
  declare strings: Strings;
  declare words: PromptWords;
  declare moveWords: MoveWords;
  declare state: State;
  /** Level of the headings that the prompts' titles are. */
  declare level: number;
  /** Milliseconds since 1970, to the minute. */
  declare now: number;
  /** Id of the prompt that is edited; empty for a new one, null where none is. */
  declare editing: string | null;
  /** Null until the editor is loaded. */
  declare editorWords: EditorWords | null;
  readonly #id = nextId();
  readonly #text = createMarkdownTexts();
  #before: State | null = null;
  /** What one's own answer opened, until it is there. */
  #awaited: Opened | null = null;

  constructor() {
    super();
    this.editing = this.editorWords = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, selectStyles);
    adoptSheet(this, promptsStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { strings } = this;
    if (!changed.has('strings') || this.editorWords === null) return;
    const speak = (words: EditorWords): void => void (strings === this.strings && (this.editorWords = words));
    void loadEditor(strings).then(speak, () => {}); // an open editor rather keeps its language than goes
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state') || !this.isConnected) return;
    const opened = openedSince(this.#before, this.state);
    if (opened?.bringsOthers === true) this.#awaited = opened;
    // Who has just answered is shown the others at once; what a time or a facilitator opened waits as all new posts do.
    const areThere = this.#awaited !== null && colleaguesAreThere(this.#awaited, this.state);
    if (areThere) {
      this.#awaited = null;
      void ask(this, { type: 'show-new', isQuiet: true });
    }
    // Where they come after the news, it is said again: by then it was said of them that so many are new and wait.
    if (opened !== null || areThere) void ask(this, { type: 'say', words: this.words.saidGateOpened });
    this.#before = this.state;
    tellCompleted(this.#panel, this.state);
  }

  get #panel(): Element {
    const root = this.getRootNode();
    return root instanceof ShadowRoot ? root.host : this;
  }

  protected override render(): TemplateResult {
    const asked = promptsIn(this.state);
    const isKept = asked !== null;
    const prompts = asked ?? [];
    const pages = pagePrompts(this.#panel);
    const isStaff = isKept && mayModerate(this.state.me);
    // What is edited stands in the editor, wherever it stood before and will stand after.
    const edited = this.editorWords === null ? null : this.editing;
    const inState = (wanted: Prompt['state']): readonly Prompt[] =>
      prompts.filter(({ id, state }) => state === wanted && id !== edited);
    return html`${isStaff ? this.#begin(prompts) : nothing}
    ${repeat(
      [...inState('open'), ...(isStaff ? inState('draft') : [])],
      ({ id }) => id,
      (prompt) => this.#block(prompt, pages),
    )}
    ${repeat(
      inState('closed'),
      ({ id }) => id,
      (prompt) => this.#closed(prompt),
    )}
    ${pages.map((page) =>
      pageTemplate({
        ...{ page, isStaff, words: this.words, isKept },
        asked: prompts.find(({ id }) => id === page.id),
      }),
    )}`;
  }

  /** An open prompt, or a draft. */
  #block(prompt: Prompt, pages: readonly PagePrompt[]): TemplateResult {
    const { words, moveWords, state } = this;
    const now = Date.now();
    const stage = stageAt(prompt, now);
    const say = (at: string): string => sayTime(at, prompt.timeZone, this.strings.locale);
    const isPages = pages.some(({ id }) => id === prompt.id);
    const titleId = `${this.#id}-${prompt.id}`;
    return html`<div class="prompt" part="prompt" role="group" aria-labelledby=${titleId}>
      <div id=${titleId} class="prompt-title" role="heading" aria-level=${this.level} dir="auto">${prompt.title}</div>
      ${prompt.state === 'draft' ? html`<p class="hint">${words.promptDraft}</p>` : nothing}
      ${isPages || prompt.text === '' ? nothing : this.#text(`${prompt.id} text`, prompt.text)}
      ${stagesTemplate(prompt, stage, words, say, now)}
      ${
        stage === undefined || stage.instruction === ''
          ? nothing
          : this.#text(`${prompt.id} instruction`, stage.instruction)
      }
      ${gateTemplate(prompt, state, { words, moveWords, say, now })}
      ${mayModerate(state.me) ? ruleTemplate(prompt.credit, words) : this.#progress(prompt)}
      <div class="buttons">${this.#answer(prompt)} ${this.#facilitation(prompt)}</div>
    </div>`;
  }

  /** How far somebody is who learns here, and the way to a record of it. */
  #progress(prompt: Prompt): TemplateResult | typeof nothing {
    const { strings, words, moveWords, state } = this;
    const { me, posts, standings } = state;
    const credit = standings.find(({ promptId }) => promptId === prompt.id)?.credit;
    if (credit === undefined) return nothing;
    const record =
      me === null || !hasEvidence(state)
        ? nothing
        : html`<peer-discussion-record
            .strings=${strings}
            .words=${words}
            .prompt=${prompt}
            .me=${me.id}
          ></peer-discussion-record>`;
    const say = (at: string): string => sayTime(at, prompt.timeZone, strings.locale);
    return progressTemplate(credit, { words, say, moveWords, locale: strings.locale, posts, record });
  }

  /** The way to a new prompt, or the editor for it. */
  #begin(prompts: readonly Prompt[]): TemplateResult | typeof nothing {
    if (this.editing !== null) return this.#editor(prompts.find(({ id }) => id === this.editing) ?? null);
    return html`<div class="begin">
      <button type="button" class="plain" @click=${() => this.#edit('')}>${this.words.promptNew}</button>
    </div>`;
  }

  #facilitation(prompt: Prompt): TemplateResult | typeof nothing {
    if (!mayModerate(this.state.me)) return nothing;
    return facilitation(prompt, this.words, () => this.#edit(prompt.id));
  }

  #edit(id: string): void {
    this.editing = id;
    void loadEditor(this.strings).then(
      (words) => (this.editorWords = words),
      () => {
        this.editing = null;
        void ask(this, { type: 'say', words: this.words.promptFailed });
      },
    );
  }

  #editor(prompt: Prompt | null): TemplateResult | typeof nothing {
    const { editorWords } = this;
    if (editorWords === null) return nothing;
    return html`<peer-discussion-prompt-editor
      .strings=${this.strings}
      .words=${{ ...this.words, ...editorWords }}
      .moveWords=${this.moveWords}
      .state=${this.state}
      .prompt=${prompt}
      .level=${this.level}
      .onDone=${this.#onEdited}
    ></peer-discussion-prompt-editor>`;
  }

  /** The focus goes back to where the editor was opened. */
  #onEdited = (): void => {
    this.editing = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.begin button')?.focus());
  };

  #answer(prompt: Prompt): TemplateResult | typeof nothing {
    const { discussion, connection } = this.state;
    const writer = writerIn(this.state);
    if (discussion === null || connection === 'closed' || !mayAnswer(writer, prompt.id, discussion)) return nothing;
    const onClick = (): void => answerTo(this, prompt.id);
    return html`<button
      type="button"
      class="plain"
      aria-label="${this.words.answerPrompt}: ${prompt.title}"
      @click=${onClick}
    >
      ${this.words.answerPrompt}
    </button>`;
  }

  #closed(prompt: Prompt): TemplateResult {
    const { words } = this;
    return html`<details class="prompt closed-prompt" part="prompt">
      <summary>
        <span dir="auto">${prompt.title}</span>
        <span class="hint">${words.promptClosed}</span>
      </summary>
      ${prompt.text === '' ? nothing : this.#text(`${prompt.id} text`, prompt.text)}
      ${
        prompt.summary === null || prompt.summary === ''
          ? nothing
          : html`<p class="label">${words.promptSummary}</p>
              ${this.#text(`${prompt.id} summary`, prompt.summary)}`
      }
      ${this.#progress(prompt)}
      <div class="buttons">${this.#facilitation(prompt)}</div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-prompts': PeerDiscussionPrompts;
  }
}
