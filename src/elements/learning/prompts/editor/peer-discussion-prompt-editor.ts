// Where a facilitator writes a prompt or changes one. Keeps what is typed until the authority has taken it: what it
// refuses is said at the field.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { checkPrompt } from '../../../../model/check-prompt.ts';
import { asDiscussionError, type DiscussionError } from '../../../../model/errors.ts';
import { mixerCredit, type MixerPositions } from '../../../../model/mixer.ts';
import { kinds } from '../../../../model/moves.ts';
import { stageNames, type Prompt } from '../../../../model/prompt.ts';
import type { State } from '../../../../store/state.ts';
import { adoptSheet } from '../../../adopt-sheet.ts';
import { discardQuestion } from '../../../composer-buttons.ts';
import { nextId } from '../../../next-id.ts';
import { ask } from '../../../request.ts';
import { sayRefused } from '../../../say-refused.ts';
import type { Strings } from '../../../strings.ts';
import type { MoveWords } from '../../moves/move-words.ts';
import type { PromptWords } from '../prompt-words.ts';
import { creditFields } from './credit-fields.ts';
import { choiceField, inputField, textField, tickField } from './editor-fields.ts';
import { templateNames, type EditorWords } from './editor-words.ts';
import { editorStyles } from './editor.styles.ts';
import { mixerFields } from './mixer-fields.ts';
import { draftOf, idFor, mix, newDraft, promptOf, withStage, type PromptDraft } from './prompt-draft.ts';
import { stageFields } from './stage-fields.ts';

/** A form for one prompt. */
export class PeerDiscussionPromptEditor extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    moveWords: { attribute: false },
    state: { attribute: false },
    prompt: { attribute: false },
    level: { attribute: false },
    onDone: { attribute: false },
    draft: { state: true },
    error: { state: true },
    isLeaving: { state: true },
    isSaving: { state: true },
  };
  declare strings: Strings;
  declare words: PromptWords & EditorWords;
  declare moveWords: MoveWords;
  declare state: State;
  /** The prompt that is changed; null for a new one. */
  declare prompt: Prompt | null;
  declare level: number;
  declare onDone: () => void;
  declare draft: PromptDraft | null;
  declare error: DiscussionError | null;
  declare isLeaving: boolean;
  declare isSaving: boolean;
  readonly #id = nextId();
  #begun: PromptDraft | null = null;
  /** What was sent and is not answered yet. */
  #sentId = '';
  /** True once the outbox had it. */
  #wasSent = false;
  #isFromRoom = false;
  #leftFrom: HTMLElement | null = null;

  constructor() {
    super();
    this.draft = this.error = null;
    this.isLeaving = this.isSaving = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, editorStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { editorInstructions } = this.words;
    this.draft ??= this.prompt === null ? newDraft(editorInstructions, zone) : draftOf(this.prompt, editorInstructions);
    this.#begun ??= this.draft;
    if (changed.has('state') && this.isSaving) this.#hear();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>(`#${this.#id}-title`)?.focus();
  }

  /** What became of what was sent. */
  #hear(): void {
    const sent = this.state.outbox.find(
      ({ command }) => command.type === 'arrange' && command.prompt.id === this.#sentId,
    );
    this.#wasSent ||= sent !== undefined;
    if (!this.#wasSent) return;
    if (sent === undefined) {
      this.isSaving = false;
      this.onDone();
    } else if (sent.state === 'refused') {
      this.isSaving = false;
      this.#refuse(sent.error ?? asDiscussionError(null), true);
      void ask(this, { type: 'dismiss', op: sent.command.op });
    }
  }

  #refuse(error: DiscussionError, isFromRoom = false): void {
    this.error = error;
    this.#isFromRoom = isFromRoom;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid=true], .form-error')?.focus());
  }

  #set(change: Partial<PromptDraft>): void {
    if (this.draft === null) return;
    this.draft = { ...this.draft, ...change };
    this.error = null;
  }

  #mix(change: Partial<MixerPositions>): void {
    if (this.draft !== null) this.#set(mix(this.draft, { ...this.draft.mixer, ...change }));
  }

  #onSave = (event: Event): void => {
    event.preventDefault();
    if (this.draft === null || this.isSaving) return;
    const taken = (this.state.discussion?.prompts ?? []).map(({ id }) => id);
    const id = this.prompt?.id ?? idFor(this.draft.title, taken);
    const prompt = promptOf(this.draft, id, this.prompt?.version ?? 1);
    try {
      checkPrompt(prompt);
    } catch (thrown) {
      return this.#refuse(asDiscussionError(thrown));
    }
    this.#sentId = id;
    this.isSaving = true;
    this.#wasSent = false;
    ask(this, { type: 'submit', request: { type: 'arrange', prompt }, instead: null }).catch((thrown: unknown) => {
      this.isSaving = false;
      this.#refuse(asDiscussionError(thrown));
    });
  };

  #onLeave = ({ target }: Event): void => {
    this.#leftFrom = target as HTMLElement;
    if (this.draft === this.#begun) this.onDone();
    else this.isLeaving = true;
  };

  #stay = async (): Promise<void> => {
    this.isLeaving = false;
    await this.updateComplete;
    if (this.#leftFrom?.isConnected === true) this.#leftFrom.focus();
    else this.querySelector<HTMLElement>(`#${this.#id}-title`)?.focus();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#onLeave(event);
  };

  /** What is wrong, by the name of its field. */
  get #errors(): Readonly<Record<string, string>> {
    const { error, words } = this;
    if (error === null) return {};
    const { field = '', flaw } = error;
    if (error.code !== 'invalid') return { all: sayRefused(this.strings, error) };
    // By itself it is right, so it is what people have seen already that it would take away.
    if (this.#isFromRoom && (field === 'gate' || field === 'stages')) return { stages: words.editorSeen };
    if (field === 'from' || field === 'stages') return { stages: words.editorOrder };
    const said = flaw === 'empty' || flaw === 'missing' ? words.editorEmpty : words.editorWrong;
    return { [field]: flaw === 'too-long' ? words.editorLong : said };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft, words, prompt } = this;
    if (draft === null) return nothing;
    const id = this.#id;
    const errors = this.#errors;
    return html`<form
      class="prompt-editor"
      part="prompt-editor"
      novalidate
      aria-labelledby="${id}-head"
      @submit=${this.#onSave}
      @keydown=${this.#onKeyDown}
    >
      <div id="${id}-head" role="heading" aria-level=${this.level} class="prompt-title">
        ${prompt === null ? words.editorNew : words.editorChange}
      </div>
      ${prompt === null ? this.#templates(draft) : html`<p class="notice">${words.editorVersion}</p>`}
      ${this.#basics(draft, errors)}
      ${mixerFields(id, draft.mixer, words, this.strings.locale, (change) => this.#mix(change))}
      <fieldset class="ticks">
        <legend>${words.editorKinds}</legend>
        ${kinds.map((kind) =>
          tickField(this.moveWords.kinds[kind].name, draft.kinds.includes(kind), (isTicked) =>
            this.#set({ kinds: kinds.filter((one) => (one === kind ? isTicked : draft.kinds.includes(one))) }),
          ),
        )}
      </fieldset>
      ${this.#stages(draft, errors)}
      ${creditFields(
        id,
        draft.credit,
        words,
        errors,
        (isOn) => this.#set({ credit: isOn ? mixerCredit(draft.mixer) : null }),
        (credit) => this.#set({ credit }),
      )}
      ${this.#end(errors)}
    </form>`;
  }

  #templates(draft: PromptDraft): TemplateResult {
    const { words } = this;
    return choiceField(
      { id: `${this.#id}-template`, label: words.editorTemplate },
      templateNames.find((name) => words.editorTemplates[name][1] === draft.title) ?? '',
      [['', words.editorTemplateNone], ...templateNames.map((name) => [name, words.editorTemplates[name][0]] as const)],
      (value) => {
        const name = templateNames.find((one) => one === value);
        const [, title, text] = name === undefined ? ['', '', ''] : words.editorTemplates[name];
        // An event and a guest are met live.
        const isLive = name === 'event' || name === 'expert';
        this.#set({ ...mix(draft, { ...draft.mixer, immediacy: isLive ? 2 : 1 }), title, text });
      },
    );
  }

  #basics(draft: PromptDraft, errors: Readonly<Record<string, string>>): TemplateResult {
    const { words } = this;
    const id = this.#id;
    const error = (name: string): { readonly error: string } => ({ error: errors[name] ?? '' });
    return html`${inputField(
      { id: `${id}-title`, label: words.editorTitle, ...error('title') },
      'text',
      draft.title,
      (title) => this.#set({ title }),
    )}
    ${textField({ id: `${id}-text`, label: words.editorText, ...error('text') }, draft.text, 4, (text) =>
      this.#set({ text }),
    )}
    ${choiceField(
      { id: `${id}-state`, label: words.editorState },
      draft.state,
      (['draft', 'open', 'closed'] as const).map((state) => [state, words.editorStates[state]]),
      (value) => this.#set({ state: value === 'draft' || value === 'closed' ? value : 'open' }),
    )}
    ${
      draft.state !== 'closed'
        ? nothing
        : textField(
            { id: `${id}-summary`, label: words.editorSummary, ...error('summary') },
            draft.summary,
            4,
            (summary) => this.#set({ summary }),
          )
    }`;
  }

  #stages(draft: PromptDraft, errors: Readonly<Record<string, string>>): TemplateResult {
    const { words } = this;
    const zones = [...new Set([draft.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
    const wrong = errors['stages'] ?? errors['gate'] ?? errors['instruction'];
    return html`<fieldset>
      <legend>${words.editorStages}</legend>
      ${wrong === undefined ? nothing : html`<p class="error form-error" role="alert" tabindex="-1">${wrong}</p>`}
      ${choiceField(
        { id: `${this.#id}-zone`, label: words.editorZone, error: errors['timeZone'] ?? '' },
        draft.timeZone,
        zones.map((zone) => [zone, zone.replaceAll('_', ' ')]),
        (timeZone) => this.#set({ timeZone }),
      )}
      ${stageNames.map((name) =>
        stageFields(this.#id, name, draft.stages[name], words, this.moveWords, (change) =>
          this.#set(withStage(draft, name, change)),
        ),
      )}
    </fieldset>`;
  }

  #end(errors: Readonly<Record<string, string>>): TemplateResult {
    const { strings, words, isSaving } = this;
    const wrong = errors['all'] ?? errors['id'];
    if (this.isLeaving) return discardQuestion(strings, this.onDone, () => void this.#stay());
    return html`${wrong === undefined ? nothing : html`<p class="error form-error" role="alert" tabindex="-1">${wrong}</p>`}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled=${isSaving} @click=${this.#onSave}>
          ${isSaving ? strings.sending : words.editorSave}
        </button>
        <button type="button" class="plain" @click=${this.#onLeave}>${strings.cancel}</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-prompt-editor': PeerDiscussionPromptEditor;
  }
}
