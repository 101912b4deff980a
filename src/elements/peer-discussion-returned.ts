// What was refused, given back where it was asked: a text in a composer with the reason in words, anything else as a
// notice. It stays until the person sends again or lets it go.
import { html, LitElement, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { composerStyles } from './peer-discussion-composer.styles.ts';
import { define } from './define.ts';
import { choiceIn } from './kept-choice.ts';
import type { Choice, Learning } from './learning/learning.ts';
import type { Target } from './draft-place.ts';
import { isPromptClosed } from '../model/errors.ts';
import type { Post } from '../model/post.ts';
import { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { ask } from './request.ts';
import { sayRefused } from './say-refused.ts';
import type { Pending } from '../store/state.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-composer', PeerDiscussionComposer);

/** A refused command. */
export class PeerDiscussionReturned extends LitElement {
  static override properties = {
    strings: { attribute: false },
    pending: { attribute: false },
    aids: { attribute: false },
    answered: { attribute: false },
    revision: { attribute: false },
    learning: { attribute: false },
  };
  declare strings: Strings;
  declare pending: Pending;
  declare aids: WritingAids | null;
  /** The post it answers; null for a first one, and where that is gone. */
  declare answered: Post | null;
  /** The revision of the post it is about, or answers; null where that is gone. */
  declare revision: number | null;
  /** What learning asks beside the field; null where it asks nothing. */
  declare learning: Learning | null;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, composerStyles);
  }

  /** Puts the focus where the text is, and all of it into the window. */
  override focus(): void {
    void this.updateComplete.then(async () => {
      const composer = this.querySelector<PeerDiscussionComposer>('peer-discussion-composer');
      await composer?.updateComplete;
      composer?.focus();
      this.scrollIntoView({ block: 'nearest' });
    });
  }

  #dismiss = (): void => {
    void ask(this, { type: 'dismiss', op: this.pending.command.op });
  };

  #onDone = (wasSent: boolean): void => {
    if (!wasSent) this.#dismiss();
  };

  /** What was chosen with it goes with it again, and can be changed: what was private stays so. */
  get #choice(): Choice {
    const { command } = this.pending;
    if (command.type !== 'create' || this.#isMoved) return {};
    return choiceIn(command);
  }

  /** True where its prompt takes no more: a first post then answers none, and a reply has no thread to go to. */
  get #isLate(): boolean {
    const { command, error } = this.pending;
    return command.type === 'create' && error !== null && isPromptClosed(error);
  }

  /** True for what is meant for one person: it never becomes a post for all. */
  get #isPrivate(): boolean {
    const { command } = this.pending;
    return command.type === 'create' && (command.isPrivate === true || command.move === 'thank');
  }

  /** Where its place is gone, the text can still be a post of its own. */
  get #isMoved(): boolean {
    const { command } = this.pending;
    const isReply = command.type === 'create' && command.parentId !== null;
    return (this.revision === null || (this.#isLate && isReply)) && !this.#isPrivate;
  }

  #target(): Target {
    const { command } = this.pending;
    if (this.#isMoved) return { type: 'create', parentId: null };
    return command.type === 'edit' && this.revision !== null
      ? { type: 'edit', id: command.id, revision: this.revision }
      : { type: 'create', parentId: command.type === 'create' ? command.parentId : null };
  }

  #why(): string {
    const { strings, pending } = this;
    const { command, error } = pending;
    if (error === null) return '';
    if (this.revision === null && command.type === 'edit') return strings.refusedOwnGone;
    if (this.#isLate && !this.#isPrivate) return strings.refusedPromptClosed;
    if (this.#isMoved && command.type === 'create' && command.parentId !== null) return strings.refusedParentGone;
    return sayRefused(strings, error, 'body' in command ? command.body : '');
  }

  protected override render(): TemplateResult {
    const { strings, pending } = this;
    const { command } = pending;
    if (command.type === 'create' || command.type === 'edit')
      return html`<peer-discussion-composer
        class="returned"
        .strings=${strings}
        .label=${strings.labelReturned}
        .sendLabel=${strings.sendAgain}
        .target=${this.#target()}
        .aids=${this.aids}
        .initial=${command.body}
        .instead=${command.op}
        .answered=${command.type === 'create' && !this.#isMoved ? this.answered : null}
        .learning=${this.learning}
        .choice=${this.#choice}
        .refusal=${this.#why()}
        .onDone=${this.#onDone}
      ></peer-discussion-composer>`;
    return html`<div class="notice trouble" part="notice" role="alert">
      <p>${this.#why()}</p>
      <div class="buttons">
        <button type="button" class="plain" @click=${() => void ask(this, { type: 'retry', op: command.op })}>
          ${strings.tryAgain}
        </button>
        <button type="button" class="plain" @click=${this.#dismiss}>${strings.dismiss}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-returned': PeerDiscussionReturned;
  }
}
