// One row: a post or the place of one that is gone, and what may be done with it. Renders only when its view changed;
// what is being done in it (a reply, a change, a question) is its own affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Marker, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import { loadWriting } from './load-writing.ts';
import { emptyBody, placeText, restBody, showBody, wakeBody } from './row-body.ts';
import type { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { ask } from './request.ts';
import { actionsTemplate, type RowActs } from './row-actions.ts';
import { labelOf, makeHead, nameTimes } from './row-head.ts';
import type { RowShared } from './row-shared.ts';
import { returnedTemplate, saysMore, standingTemplate } from './row-standing.ts';
import type { RowView } from './row-view.ts';
import { repliesTemplate } from './row-ways.ts';
import type { Strings } from './strings.ts';
import { whenIdle } from './when-idle.ts';
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
  readonly #acts: RowActs = {
    reply: () => void this.reply(),
    edit: () => void this.#open('edit'),
    remove: () => this.#remove(),
    show: () => this.#moderate('shown', ''),
    hide: () => void this.#open('hide'),
  };
  readonly #body = emptyBody();
  #head: Element | null = null;
  /** False while its template is not needed. */
  #isDrawn = false;
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

  /** Shows who, when and the text, which every row has. */
  #tell(changed: PropertyValues<this>): void {
    const before = changed.get('shared')?.aids ?? null;
    if (before !== null && before !== this.aids) this.mode = 'reading';
    this.#keepFocus(() => {
      if (changed.has('view') || changed.has('shared')) this.#name();
      this.#place();
    });
    if (this.isNear) whenIdle(() => nameTimes(this.#head, this.strings));
  }

  #name(): void {
    const { entry } = this.view;
    this.#head?.remove();
    this.#head = isPost(entry) ? makeHead(this.shared, this.view, entry) : null;
    this.setAttribute('aria-label', labelOf(this.shared, this.view));
  }

  get #isBeingRemoved(): boolean {
    return this.aids?.removals.has(this.view.entry.id) ?? false;
  }

  #place(): void {
    const { entry } = this.view;
    const post = isPost(entry) && !this.#isBeingRemoved ? entry : null;
    const body = post === null || this.mode === 'edit' ? null : showBody(this.#body, post, this.isNear);
    if (body === null) this.#body.element?.remove();
    if (post === null) this.#head?.remove();
    placeText(this, post === null ? null : this.#head, body);
  }

  /** A row that is far away, and has nothing to say besides who, when and the text, needs no template. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    this.#tell(changed);
    this.#isDrawn ||= this.isNear || this.#isBeingRemoved || saysMore(this.shared, this.view);
    return this.#isDrawn;
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#keepFocus(() => super.update(changed));
  }

  /** Where what had the focus is gone after a change, the row itself takes it. */
  #keepFocus(change: () => void): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const active = this.hasChildNodes() ? root.activeElement : null;
    const hadFocus = active !== null && active !== this && this.contains(active);
    change();
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
    if (isPost(entry) && this.#isBeingRemoved)
      return html`<peer-discussion-undo
        .strings=${strings}
        .onUndo=${() => this.#undo()}
        .onHold=${(isHeld: boolean) => this.aids?.removals.hold(entry.id, isHeld)}
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
    return html`
      ${standingTemplate(strings, view, post)} ${this.shared.learning?.below(post, view) ?? nothing}
      ${!this.isNear || this.mode === 'edit' || this.mode === 'reply' ? nothing : actionsTemplate(this, this.shared, view, post, this.#acts)}
    `;
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
