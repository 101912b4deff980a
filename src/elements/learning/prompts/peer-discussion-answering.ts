// Which prompt a first post answers, beside the field: the newest open one, unless its writer says otherwise here or by
// the button of a prompt. What is written already stays where it was begun.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { mayAnswer } from '../../../model/may.ts';
import type { Kind } from '../../../model/moves.ts';
import type { Prompt } from '../../../model/prompt.ts';
import { loadWriting } from '../../load-writing.ts';
import type { PeerDiscussionComposer } from '../../peer-discussion-composer.ts';
import { writerIn } from '../../row-view.ts';
import { promptsIn } from '../abilities.ts';
import { HearingController, type Hearing } from '../hearing.ts';
import type { Choice, ChoiceHost } from '../learning.ts';
import type { PromptWords } from './prompt-words.ts';

/** Words, and what is known now. */
export interface AnsweringKit extends Hearing {
  readonly words: PromptWords;
}

function choose(host: ChoiceHost, promptId: string): void {
  const { promptId: _before, ...rest } = host.choice;
  host.choice = promptId === '' ? rest : { ...rest, promptId };
}

/** Leads to the field for first posts, and answers this prompt there, as this kind where one is asked for. */
export function answerTo(element: HTMLElement, promptId: string, kind?: Kind): void {
  const root = element.getRootNode() as ShadowRoot;
  const composer = root.querySelector<PeerDiscussionComposer>('.main');
  if (composer === null) return;
  void loadWriting().then(async () => {
    composer.isSettled = true;
    choose(composer, promptId);
    if (kind !== undefined) composer.choice = { ...composer.choice, kind };
    composer.scrollIntoView({ block: 'nearest' });
    await composer.updateComplete;
    composer.focus();
  });
}

/** The choice of a prompt beside one field. */
export class PeerDiscussionAnswering extends LitElement {
  static override properties = {
    host: { attribute: false },
    kit: { attribute: false },
    choice: { attribute: false },
  };
  declare host: ChoiceHost;
  declare kit: AnsweringKit;
  /** What is chosen, as the field has it. */
  declare choice: Choice;

  constructor() {
    super();
    new HearingController(this, () => this.kit);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The prompts that may be answered here; null where that is not known, and for replies. */
  get #open(): readonly Prompt[] | null {
    const state = this.kit.state();
    if (this.host.answered !== null || state === null || state.discussion === null) return null;
    const { discussion } = state;
    const writer = writerIn(state);
    const prompts = promptsIn(state) ?? [];
    return prompts.filter(({ id, state: stands }) => stands === 'open' && mayAnswer(writer, id, discussion));
  }

  protected override willUpdate(): void {
    const open = this.#open;
    if (open === null) return;
    const { host } = this;
    const chosen = open.find(({ id }) => id === host.choice.promptId);
    const isKept = host.isSettled || (chosen !== undefined && host.hasText);
    const wanted = isKept ? chosen : open.at(-1);
    if (wanted?.id !== host.choice.promptId) choose(host, wanted?.id ?? '');
    this.choice = host.choice;
  }

  #onChange = ({ target }: Event): void => {
    this.host.isSettled = true;
    choose(this.host, (target as HTMLSelectElement).value);
  };

  protected override render(): TemplateResult | typeof nothing {
    const open = this.#open ?? [];
    const { words } = this.kit;
    const { promptId } = this.choice;
    if (open.length === 0) return nothing;
    return html`<label class="answering"
      ><span>${words.answersLabel}</span>
      <select @change=${this.#onChange}>
        ${open.map(({ id, title }) => html`<option value=${id} .selected=${id === promptId}>${title}</option>`)}
        <option value="" .selected=${promptId === undefined}>${words.answersNothing}</option>
      </select></label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-answering': PeerDiscussionAnswering;
  }
}
