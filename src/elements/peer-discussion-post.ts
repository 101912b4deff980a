// One row: a post or the place of one that is gone, and what may be done with it. Renders only when its view changed;
// what is being done in it (a reply, a change, a question) is its own affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Marker, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import { draftPlace, type Target } from './draft-place.ts';
import { loadWriting } from './load-writing.ts';
import { emptyBody, restBody, showBody, wakeBody } from './row-body.ts';
import type { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { ask } from './request.ts';
import { makeHead, nameTimes } from './row-head.ts';
import type { RowShared } from './row-shared.ts';
import { returnedTemplate, standingTemplate } from './row-standing.ts';
import type { RowView } from './row-view.ts';
import { moreTemplate, repliesTemplate } from './row-ways.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** What is being done in a row. */
type Mode = 'reading' | 'reply' | 'edit' | 'hide';

/** A post in the list. */
export class PeerDiscussionPost extends LitElement {
  static override properties = {
    shared: { attribute: false },
    view: { attribute: false },
    isNear: { attribute: false },
    mode: { state: true },
  };
  /** What all rows have in common: one object, since there are as many rows as posts. */
  declare shared: RowShared;
  declare view: RowView;
  /** False while it is far from what is seen: then it is who, when and the text, and what can be done with it waits. */
  declare isNear: boolean;
  declare mode: Mode;
  readonly #body = emptyBody();
  #head: Element | null = null;
  /** What a change was begun from: if the post moves on meanwhile, the authority must notice. */
  #begun = { body: '', revision: 1 };
  /** What a reply begins with. */
  #quotation = '';

  constructor() {
    super();
    this.mode = 'reading';
    this.isNear = false;
  }

  get strings(): Strings {
    return this.shared.strings;
  }

  get aids(): WritingAids | null {
    return this.shared.aids;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    wakeBody(this.#body);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    restBody(this.#body);
  }

  /** Learning was loaded: shows it where there is something of it, or where somebody may act. */
  learn(): void {
    const { entry } = this.view;
    const says = isPost(entry) && (this.shared.learning?.label(entry) ?? '') !== '';
    if (this.isNear || says) this.requestUpdate('shared');
  }

  /** Makes all of it at once, however far it is. */
  async draw(): Promise<void> {
    this.isNear = true;
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('shared')?.aids ?? null;
    if (before !== null && before !== this.aids) this.mode = 'reading';
    if (!changed.has('view') && !changed.has('shared')) return;
    const { strings, view } = this;
    const { entry, answers } = view;
    this.#head = isPost(entry) ? makeHead(this.shared, view, entry) : null;
    const label = !isPost(entry)
      ? strings.removed
      : answers === null
        ? strings.postBy(entry.author.name)
        : strings.replyBy(entry.author.name, answers);
    const kind = isPost(entry) ? (this.shared.learning?.label(entry) ?? '') : '';
    this.setAttribute('aria-label', kind === '' ? label : `${kind}. ${label}`);
  }

  /** Where what had the focus is gone after a change, the row itself takes it. */
  protected override update(changed: PropertyValues<this>): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const active = root.activeElement;
    const hadFocus = this.hasUpdated && active !== this && this.contains(active);
    super.update(changed);
    if (hadFocus && !this.contains(root.activeElement)) this.focus();
  }

  #set(mode: Mode): void {
    const writes = (of: Mode): boolean => of === 'reply' || of === 'edit';
    if (writes(mode) !== writes(this.mode))
      void ask(this, { type: 'writing', id: this.view.entry.id, isWriting: writes(mode) });
    this.mode = mode;
  }

  /** Ends what is being done and goes back to the button it began with. */
  async #back(): Promise<void> {
    const begun = this.mode;
    this.#set('reading');
    await this.updateComplete;
    (this.querySelector<HTMLElement>(`button[data-mode='${begun}']`) ?? this).focus();
  }

  #onDone(wasSent: boolean): void {
    if (!wasSent) void this.#back();
    else if (this.mode === 'edit') {
      this.#set('reading');
      this.focus();
    } else this.#set('reading');
  }

  /** Opens a reply, where one may. True where it did. */
  reply(quotation = ''): boolean {
    if (!this.view.mayReply || this.mode === 'reply' || this.mode === 'edit') return false;
    this.#quotation = quotation;
    void this.#open('reply');
    return true;
  }

  async #open(mode: Mode): Promise<void> {
    const { entry } = this.view;
    if (isPost(entry)) this.#begun = { body: entry.body, revision: entry.revision };
    if (mode !== 'hide') this.aids?.takeTurn(() => this.#putAway());
    this.isNear = true;
    this.#set(mode);
    await loadWriting();
    await this.updateComplete;
    this.#composer?.focus();
  }

  get #composer(): PeerDiscussionComposer | null {
    return this.querySelector<PeerDiscussionComposer>('peer-discussion-composer.own');
  }

  /** Somebody goes on writing elsewhere: what was begun here is kept as a draft. */
  #putAway(): void {
    if (this.#composer?.isBusy === false) this.#set('reading');
  }

  #remove(): void {
    void loadWriting();
    this.focus();
    this.aids?.removals.begin(this.view.entry.id);
    void ask(this, { type: 'say', words: this.strings.saidRemoved });
    this.requestUpdate();
  }

  async #undo(): Promise<void> {
    this.aids?.removals.undo(this.view.entry.id);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("button[data-mode='remove']")?.focus();
  }

  #moderate(state: 'shown' | 'hidden', reason: string): void {
    this.focus();
    this.#set('reading');
    const { id } = this.view.entry;
    void ask(this, { type: 'submit', request: { type: 'moderate', id, state, reason }, instead: null });
  }

  protected override render(): TemplateResult {
    const { view, strings } = this;
    const { entry } = view;
    const { removals } = this.aids ?? {};
    if (isPost(entry) && removals?.has(entry.id))
      return html`<peer-discussion-undo
        .strings=${strings}
        .onUndo=${() => this.#undo()}
        .onHold=${(isHeld: boolean) => removals.hold(entry.id, isHeld)}
      ></peer-discussion-undo>`;
    return html`
      ${
        isPost(entry)
          ? this.#post(entry)
          : html`<p class="gone" part="gone">${strings.removed}</p>
              ${repliesTemplate(this, strings, view)}`
      }
      ${view.refused.length === 0 ? nothing : view.refused.map((pending) => returnedTemplate(this.shared, pending, entry))}
      ${this.#doing(entry)}
    `;
  }

  #post(post: Post): TemplateResult {
    const { strings, view } = this;
    if (this.isNear) nameTimes(this.#head, strings);
    return html`
      ${this.#head} ${this.mode === 'edit' ? nothing : showBody(this.#body, post, this.isNear)}
      ${standingTemplate(strings, view, post)} ${this.shared.learning?.below(post, view) ?? nothing}
      ${!this.isNear || this.mode === 'edit' || this.mode === 'reply' ? nothing : this.#actions(post)}
    `;
  }

  #actions(post: Post): TemplateResult | typeof nothing {
    const { strings, view } = this;
    if (view.isCreating) return nothing;
    const button = (label: string, mode: Mode | 'remove' | null, onClick: () => void): TemplateResult =>
      html`<button
        type="button"
        class="quiet"
        aria-label=${strings.actionOn(label, post.author.name)}
        data-mode=${mode ?? nothing}
        @click=${onClick}
      >
        ${label}
      </button>`;
    const doing = (label: string, mode: Mode): TemplateResult => button(label, mode, () => void this.#open(mode));
    const { mayReply, mayChange, mayModerate } = view;
    const show = (): void => this.#moderate('shown', '');
    const { id, revision } = post;
    const draft = (target: Target): TemplateResult | typeof nothing =>
      (this.aids?.drafts.read(draftPlace(target)) ?? '') !== ''
        ? html`<span class="draft" part="draft">${strings.draft}</span>`
        : nothing;
    // Each button has a place of its own: none ever turns into another below a finger or the focus.
    return html`<div class="actions" part="actions">
      ${mayReply ? [button(strings.reply, 'reply', () => this.reply()), draft({ type: 'create', parentId: id })] : nothing}
      ${mayChange ? [doing(strings.edit, 'edit'), draft({ type: 'edit', id, revision })] : nothing}
      ${mayChange ? button(strings.remove, 'remove', () => this.#remove()) : nothing}
      ${mayModerate && post.state === 'held' ? button(strings.approve, null, show) : nothing}
      ${mayModerate && post.state === 'hidden' ? button(strings.showAgain, null, show) : nothing}
      ${mayModerate && post.state !== 'hidden' ? doing(strings.hide, 'hide') : nothing}
      ${this.shared.learning?.acts(post, view) ?? nothing} ${moreTemplate(this, strings, post, mayReply)}
      ${repliesTemplate(this, strings, view)}
    </div>`;
  }

  #doing(entry: Post | Marker): TemplateResult | typeof nothing {
    const { strings } = this;
    const post = isPost(entry) ? entry : null;
    switch (this.mode) {
      case 'reading':
        return nothing;
      case 'reply':
        return html`<peer-discussion-composer
          class="own"
          .strings=${strings}
          .label=${post === null ? strings.labelPost : strings.labelReply(post.author.name)}
          .sendLabel=${strings.sendReply}
          .target=${{ type: 'create', parentId: entry.id }}
          .aids=${this.aids}
          .initial=${this.#quotation}
          .guest=${this.shared.guest}
          .learning=${this.shared.learning}
          .answered=${post}
          .onDone=${(wasSent: boolean) => this.#onDone(wasSent)}
        ></peer-discussion-composer>`;
      case 'edit':
        return html`<peer-discussion-composer
          class="own"
          .strings=${strings}
          .label=${strings.labelEdit}
          .sendLabel=${strings.sendEdit}
          .target=${{ type: 'edit', id: entry.id, revision: this.#begun.revision }}
          .initial=${this.#begun.body}
          .aids=${this.aids}
          .onDone=${(wasSent: boolean) => this.#onDone(wasSent)}
        ></peer-discussion-composer>`;
      case 'hide':
        return html`<peer-discussion-question
          .strings=${strings}
          .question=${strings.hideQuestion}
          .yes=${strings.hide}
          .no=${strings.cancel}
          .reasonLabel=${strings.hideReason}
          .onYes=${(reason: string) => this.#moderate('hidden', reason)}
          .onNo=${() => this.#back()}
        ></peer-discussion-question>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-post': PeerDiscussionPost;
  }
}
