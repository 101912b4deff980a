// What may be done with a post beyond writing: say that it helped, stand behind it with a reason, settle a question, change
// what it is, and take each back. Each button has a place of its own; a question opens below them.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { limits } from '../../../model/check-text.ts';
import { kinds, moves, isKind, isMove } from '../../../model/moves.ts';
import type { Post, Reason } from '../../../model/post.ts';
import type { State } from '../../../store/state.ts';
import type { Request } from '../../../store/store.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { abilitiesOn } from '../abilities.ts';
import { kindsAt } from './fit-choice.ts';
import type { MovesKit } from './moves-kit.ts';
import { focusOption, optionGroup } from './option-group.ts';

const reasons = ['complete', 'tested', 'reasoning'] as const satisfies readonly Reason[];

/** What is asked below the buttons. */
type Asked = 'endorse' | 'classify';

/** The acts on one post. */
export class PeerDiscussionActs extends LitElement {
  static override properties = {
    post: { attribute: false },
    kit: { attribute: false },
    state: { attribute: false },
    asked: { state: true },
    chosen: { state: true },
    error: { state: true },
  };
  declare post: Post;
  declare kit: MovesKit;
  declare state: State | null;
  declare asked: Asked | null;
  declare chosen: string | null;
  /** What is wrong with the note of an endorsement; null where nothing is. */
  declare error: 'missing' | 'long' | null;
  readonly #id = nextId();

  constructor() {
    super();
    this.asked = this.chosen = this.error = this.state = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  #row(): HTMLElement | null {
    return this.closest('peer-discussion-post');
  }

  /** Asks for it, says so, and leaves the focus on the row: the button may be gone. */
  #submit(request: Request, words: string): void {
    this.asked = null;
    this.#row()?.focus();
    void ask(this, { type: 'submit', request, instead: null });
    void ask(this, { type: 'say', words });
  }

  async #open(asked: Asked): Promise<void> {
    const { kind, move } = this.post;
    this.asked = asked;
    this.error = null;
    this.chosen = asked === 'classify' ? (kind ?? move ?? '') : null;
    await this.updateComplete;
    focusOption(this);
  }

  #close = async (): Promise<void> => {
    const { asked } = this;
    this.asked = null;
    await this.updateComplete;
    (this.querySelector<HTMLElement>(`button[data-asks='${asked}']`) ?? this.#row())?.focus();
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isAnswer = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !isAnswer) return;
    event.preventDefault();
    event.stopPropagation();
    if (isAnswer) this.#onYes();
    else void this.#close();
  };

  #onChoose = (value: string): void => {
    this.chosen = value;
    this.error = null;
  };

  #onYes = (): void => {
    const { post, kit, asked, chosen } = this;
    const { id } = post;
    const { words } = kit;
    if (asked === 'classify') {
      const as = isKind(chosen) || isMove(chosen) ? chosen : null;
      const text = isKind(as) ? words.kinds[as] : as === null ? null : words.moves[as];
      const plain = post.parentId === null ? words.noKind : words.noMove;
      this.#submit({ type: 'classify', id, as }, words.saidClassified(text?.name ?? plain));
      return;
    }
    const field = this.querySelector<HTMLInputElement>('input[data-note]');
    const note = (field?.value ?? '').trim();
    const reason = reasons.find((one) => one === chosen) ?? null;
    const isMissing = reason === null && note === '';
    if (isMissing || note.length > limits.reasonLength) {
      this.error = isMissing ? 'missing' : 'long';
      if (isMissing && chosen === null) focusOption(this);
      else field?.focus();
      return;
    }
    this.#submit({ type: 'endorse', id, isEndorsed: true, reason, note }, words.saidEndorsed);
  };

  protected override render(): TemplateResult {
    const { post, kit, state } = this;
    const { words } = kit;
    const { id } = post;
    const me = state?.me ?? null;
    const { mayBeHelped, mayEndorse, maySettle, mayClassify } = abilitiesOn(post, state);
    const mine = (kind: 'helped' | 'endorsed'): boolean =>
      post.endorsements?.some((one) => one.kind === kind && one.by.id === me?.id && one.revokedAt === undefined) ??
      false;
    const isSettled = post.settledAt !== undefined;
    const [hasHelped, hasEndorsed] = [mine('helped'), mine('endorsed')];
    const help = (helped: boolean): void =>
      this.#submit({ type: 'help', id, hasHelped: helped }, helped ? words.saidHelped : words.saidTakenBack);
    const settle = (settled: boolean): void =>
      this.#submit({ type: 'settle', id, isSettled: settled }, settled ? words.saidSettled : words.saidUnsettled);
    const unendorse = (): void =>
      this.#submit({ type: 'endorse', id, isEndorsed: false, reason: null, note: '' }, words.saidTakenBack);
    const classify = post.parentId === null ? words.classifyPost : words.classifyReply;
    return html`
      ${mayBeHelped && !hasHelped ? this.#button(words.helpedMe, () => help(true)) : nothing}
      ${mayEndorse && !hasEndorsed ? this.#asking(words.endorse, 'endorse') : nothing}
      ${maySettle && !isSettled ? this.#button(words.settle, () => settle(true)) : nothing}
      ${mayBeHelped && hasHelped ? this.#button(words.takeHelpBack, () => help(false)) : nothing}
      ${mayEndorse && hasEndorsed ? this.#button(words.takeEndorsementBack, unendorse) : nothing}
      ${maySettle && isSettled ? this.#button(words.unsettle, () => settle(false)) : nothing}
      ${mayClassify ? this.#asking(classify, 'classify') : nothing}
      ${this.asked === 'endorse' && mayEndorse ? this.#endorseForm() : nothing}
      ${this.asked === 'classify' && mayClassify ? this.#classifyForm(classify) : nothing}
    `;
  }

  #button(label: string, onClick: () => void): TemplateResult {
    const name = this.kit.strings.actionOn(label, this.post.author.name);
    return html`<button type="button" class="quiet" aria-label=${name} @click=${onClick}>${label}</button>`;
  }

  #asking(label: string, asks: Asked): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      aria-label=${this.kit.strings.actionOn(label, this.post.author.name)}
      aria-expanded=${this.asked === asks}
      data-asks=${asks}
      @click=${() => void (this.asked === asks ? this.#close() : this.#open(asks))}
    >
      ${label}
    </button>`;
  }

  #form(label: string, options: TemplateResult, yes: string): TemplateResult {
    return html`<div class="question" part="question" role="group" aria-label=${label} @keydown=${this.#onKeyDown}>
      ${options}
      <p id="${this.#id}-error" class="error" role="alert">${this.#sayError()}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${this.#onYes}>${yes}</button>
        <button type="button" class="plain" @click=${this.#close}>${this.kit.strings.cancel}</button>
      </div>
    </div>`;
  }

  #sayError(): string {
    const { words, strings } = this.kit;
    if (this.error === null) return '';
    return this.error === 'missing' ? words.endorseNoteMissing : strings.reasonTooLong(limits.reasonLength);
  }

  #endorseForm(): TemplateResult {
    const { words } = this.kit;
    const id = this.#id;
    return this.#form(
      words.endorse,
      html`${optionGroup({
          ...{ id, legend: words.endorseLegend, chosen: this.chosen, describedBy: `${id}-error` },
          options: [...reasons.map((one) => [one, words.reasons[one]] as const), ['', words.ownReason]],
          onChoose: this.#onChoose,
        })}
        <div>
          <label for="${id}-note">${words.endorseNote}</label>
          <input id="${id}-note" data-note dir="auto" autocomplete="off" aria-describedby="${id}-error" />
        </div>`,
      words.endorse,
    );
  }

  #classifyForm(label: string): TemplateResult {
    const { words, strings } = this.kit;
    const { parentId, prompt } = this.post;
    const at = this.state?.discussion?.prompts?.find(({ id }) => id === prompt?.id);
    const isBound = parentId === null && (at?.kinds.length ?? 0) > 0;
    const options: (readonly [string, string])[] =
      parentId === null
        ? (isBound ? kindsAt(at) : kinds).map((one) => [one, words.kinds[one].name] as const)
        : moves.filter((one) => one !== 'thank').map((one) => [one, words.moves[one].name] as const);
    if (!isBound) options.unshift(['', parentId === null ? words.noKind : words.noMove]);
    const { chosen } = this;
    const legend = parentId === null ? words.kindLegend : words.moveLegend;
    return this.#form(
      label,
      optionGroup({
        id: this.#id,
        legend,
        options,
        chosen,
        describedBy: `${this.#id}-error`,
        onChoose: this.#onChoose,
      }),
      strings.sendEdit,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-acts': PeerDiscussionActs;
  }
}
