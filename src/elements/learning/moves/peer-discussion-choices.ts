// What somebody says of a post before they write it: what it is or does, and whether only one person reads it. Beside the
// field; what is chosen lies there. Which prompt it goes to is chosen elsewhere.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { isKind, isMove, moves as everyMove } from '../../../model/moves.ts';
import { nextId } from '../../next-id.ts';
import { hasDesk } from '../abilities.ts';
import { HearingController } from '../hearing.ts';
import type { Choice, ChoiceHost } from '../learning.ts';
import { fitKind, isKindRequired, kindsAt, promptOf } from './fit-choice.ts';
import { textOf, type MovesKit } from './moves-kit.ts';
import { focusOption, optionGroup } from './option-group.ts';

/** The choices beside one field. */
export class PeerDiscussionChoices extends LitElement {
  static override properties = {
    host: { attribute: false },
    kit: { attribute: false },
    choice: { attribute: false },
    error: { state: true },
  };
  declare host: ChoiceHost;
  declare kit: MovesKit;
  /** What is chosen, as the field has it. */
  declare choice: Choice;
  declare error: string;
  readonly #id = nextId();

  constructor() {
    super();
    new HearingController(this, () => this.kit);
    this.choice = {};
    this.error = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** True where nothing is missing; otherwise says what, and leads there. */
  check(): boolean {
    const { choice, kit } = this;
    const isMissing = this.host.answered === null && choice.kind === undefined && this.#isRequired;
    this.error = isMissing ? kit.words.kindMissing : '';
    if (isMissing) focusOption(this);
    return !isMissing;
  }

  get #isRequired(): boolean {
    return isKindRequired(this.choice, this.kit.state());
  }

  /** What was chosen may not be possible any more: another prompt, or other kinds. */
  protected override willUpdate(): void {
    const { answered } = this.host;
    // Said with the command itself: should the post that is answered go, this does not come out as one for everybody.
    if (answered?.isPrivate === true && this.choice.isPrivate !== true)
      this.#choose({ ...this.choice, isPrivate: true });
    if (answered !== null) return;
    const fitting = fitKind(this.choice, this.kit.state());
    if (fitting.kind !== this.choice.kind) this.#choose(fitting);
  }

  #choose(choice: Choice): void {
    this.error = '';
    this.choice = choice;
    this.host.choice = choice;
  }

  #onKind = (value: string): void => {
    const { kind: _, ...rest } = this.choice;
    this.#choose(isKind(value) ? { ...rest, kind: value } : rest);
  };

  #onMove = (value: string): void => {
    const { move: _, ...rest } = this.choice;
    this.#choose(isMove(value) ? { ...rest, move: value } : rest);
  };

  #onPrivate = ({ currentTarget }: Event): void => {
    const { isPrivate: _, ...rest } = this.choice;
    this.#choose((currentTarget as HTMLInputElement).checked ? { ...rest, isPrivate: true } : rest);
  };

  protected override render(): TemplateResult {
    return this.host.answered === null ? this.#first() : this.#reply(this.host.answered);
  }

  #first(): TemplateResult {
    const { words } = this.kit;
    const isRequired = this.#isRequired;
    const { kind } = this.choice;
    const possible = kindsAt(promptOf(this.choice, this.kit.state())).map(
      (one) => [one, words.kinds[one].name] as const,
    );
    return html`${optionGroup({
        ...{ id: this.#id, legend: words.kindLegend, isRequired, describedBy: `${this.#id}-help ${this.#id}-flaw` },
        options: isRequired ? possible : [['', words.noKind], ...possible],
        chosen: kind ?? (isRequired ? null : ''),
        onChoose: this.#onKind,
      })}
      <p id="${this.#id}-flaw" class="error" role="alert">${this.error}</p>
      ${this.#help()}`;
  }

  #reply({ author, isPrivate }: NonNullable<ChoiceHost['answered']>): TemplateResult {
    const { words, state } = this.kit;
    const { choice } = this;
    const isSecret = isPrivate === true || choice.isPrivate === true || choice.move === 'thank';
    const mayHide = hasDesk(state()) && isPrivate !== true && choice.move !== 'thank';
    return html`${optionGroup({
        ...{ id: this.#id, legend: words.moveLegend, describedBy: `${this.#id}-help ${this.#id}-private` },
        options: [['', words.noMove], ...everyMove.map((one) => [one, words.moves[one].name] as const)],
        chosen: choice.move ?? '',
        onChoose: this.#onMove,
      })}
      ${this.#help()}
      ${
        mayHide
          ? html`<p class="tick">
              <input
                id="${this.#id}-hide"
                type="checkbox"
                .checked=${choice.isPrivate === true}
                @change=${this.#onPrivate}
              />
              <label for="${this.#id}-hide">${words.replyPrivately}</label>
            </p>`
          : nothing
      }
      <p id="${this.#id}-private" class="private" role="status">${isSecret ? words.readBy(author.name) : nothing}</p>`;
  }

  /** One line about what is chosen, and a way to begin. */
  #help(): TemplateResult {
    const { words } = this.kit;
    const text = textOf(words, this.choice);
    const starter = text?.starter ?? '';
    return html`<div class="help">
      <span id="${this.#id}-help" class="hint">${text?.help}</span>
      ${
        starter === ''
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => this.host.start(starter)}>
              ${words.useStarter(starter)}
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-choices': PeerDiscussionChoices;
  }
}
