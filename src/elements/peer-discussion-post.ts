// One row: a post or the place of one that is gone, and what may be done with it. Renders only when its view changed;
// what is being done in it (a reply, a change, a question) is its own affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { GuestPosts, Marker, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { Pending } from '../store/state.ts';
import { exactly } from './ago.ts';
import { hueOf, initials } from './avatar.ts';
import { define } from './define.ts';
import { renderMarkdown } from './markdown.ts';
import { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { PeerDiscussionQuestion } from './peer-discussion-question.ts';
import { PeerDiscussionReturned } from './peer-discussion-returned.ts';
import { ask } from './request.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

define('peer-discussion-composer', PeerDiscussionComposer);
define('peer-discussion-question', PeerDiscussionQuestion);
define('peer-discussion-returned', PeerDiscussionReturned);

/** What is being done in a row. */
type Mode = 'reading' | 'reply' | 'edit' | 'remove' | 'hide';

/** A post in the list. */
export class PeerDiscussionPost extends LitElement {
  static override properties = {
    strings: { attribute: false },
    view: { attribute: false },
    guest: { attribute: false },
    level: { attribute: false },
    mode: { state: true },
  };
  declare strings: Strings;
  declare view: RowView;
  /** Set where one may write here as a guest. */
  declare guest: GuestPosts | null;
  /** Level of the heading that the author's name is. */
  declare level: number;
  declare mode: Mode;
  #body: HTMLElement | null = null;
  #bodySource = '';
  /** What a change was begun from: if the post moves on meanwhile, the authority must notice. */
  #begun = { body: '', revision: 1 };

  constructor() {
    super();
    this.mode = 'reading';
    this.level = 3;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'article');
    this.tabIndex = -1;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') && !changed.has('strings')) return;
    const { strings, view } = this;
    const { entry, answers } = view;
    const label = !isPost(entry)
      ? strings.removed
      : answers === null
        ? strings.postBy(entry.author.name)
        : strings.replyBy(entry.author.name, answers);
    this.setAttribute('aria-label', label);
  }

  /** Where what had the focus is gone after a change, the row itself takes it. */
  protected override update(changed: PropertyValues<this>): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const active = root.activeElement;
    const hadFocus = active !== this && this.contains(active);
    super.update(changed);
    if (hadFocus && !this.contains(root.activeElement)) this.focus();
  }

  /** The body as an element, made once for a text. */
  #prose({ body, state }: Post): HTMLElement {
    if (this.#body === null || this.#bodySource !== body) {
      const prose = document.createElement('div');
      prose.part.add('body');
      prose.dir = 'auto';
      prose.append(renderMarkdown(body));
      for (const scroller of prose.querySelectorAll<HTMLElement>('pre, table')) scroller.tabIndex = 0;
      this.#body = prose;
      this.#bodySource = body;
    }
    this.#body.className = `prose ${state}`;
    return this.#body;
  }

  #set(mode: Mode): void {
    const writes = (of: Mode): boolean => of === 'reply' || of === 'edit';
    if (writes(mode) !== writes(this.mode))
      void ask(this, { type: 'writing', id: this.view.entry.id, isWriting: writes(mode) });
    this.mode = mode;
  }

  /** Ends what is being done and goes back to the button it began with. */
  #back = async (): Promise<void> => {
    const begun = this.mode;
    this.#set('reading');
    await this.updateComplete;
    (this.querySelector<HTMLElement>(`button[data-mode='${begun}']`) ?? this).focus();
  };

  #onDone = (wasSent: boolean): void => {
    if (!wasSent) void this.#back();
    else if (this.mode === 'edit') {
      this.#set('reading');
      this.focus();
    } else this.#set('reading');
  };

  async #open(mode: Mode): Promise<void> {
    const { entry } = this.view;
    if (isPost(entry)) this.#begun = { body: entry.body, revision: entry.revision };
    this.#set(mode);
    await this.updateComplete;
    this.querySelector<HTMLElement>('peer-discussion-composer.own')?.focus();
  }

  #onRemove = (): void => {
    this.focus();
    this.#set('reading');
    void ask(this, { type: 'submit', request: { type: 'remove', id: this.view.entry.id }, instead: null });
  };

  #moderate(state: 'shown' | 'hidden', reason: string): void {
    this.focus();
    this.#set('reading');
    const { id } = this.view.entry;
    void ask(this, { type: 'submit', request: { type: 'moderate', id, state, reason }, instead: null });
  }

  protected override render(): TemplateResult {
    const { view, strings } = this;
    const { entry } = view;
    return html`
      ${isPost(entry) ? this.#post(entry) : html`<p class="gone" part="gone">${strings.removed}</p>`}
      ${view.refused.map((pending) => this.#returned(pending, entry))} ${this.#doing(entry)}
    `;
  }

  #post(post: Post): TemplateResult {
    const { strings, view } = this;
    const { author, state } = post;
    return html`
      <header class="meta" part="meta">
        <span class="avatar" part="avatar" data-hue=${hueOf(author.name)} aria-hidden="true">
          ${initials(author.name)}
        </span>
        <bdi class="author" part="author" role="heading" aria-level=${this.level}>${author.name}</bdi>
        ${author.role === 'member' ? nothing : html`<span class="badge ${author.role}" part="badge">${strings[author.role]}</span>`}
        ${view.answers === null || view.depth < 2 ? nothing : html`<bdi class="aside">${strings.replyTo(view.answers)}</bdi>`}
        <time class="aside" part="time" datetime=${post.createdAt} title=${exactly(post.createdAt, strings.locale)}
          >${view.ago}</time
        >
        ${post.editedAt === null ? nothing : html`<span class="aside" title=${exactly(post.editedAt, strings.locale)}>${strings.edited}</span>`}
      </header>
      ${this.mode === 'edit' ? nothing : this.#prose(post)}
      ${state === 'shown' ? nothing : html`<p class="standing" part="standing">${this.#standing(post)}</p>`}
      ${this.#progress()} ${this.mode === 'edit' || this.mode === 'reply' ? nothing : this.#actions(post)}
    `;
  }

  #standing({ state, reason }: Post): string {
    const { strings, view } = this;
    if (state === 'held') return view.isOwn ? strings.heldOwn : strings.heldOther;
    return reason === undefined || reason === '' ? strings.hiddenPlain : strings.hidden(reason);
  }

  #progress(): TemplateResult | typeof nothing {
    const { progress } = this.view;
    if (progress === null) return nothing;
    const { sending, unsent, unsentSlow, unsentTroubled } = this.strings;
    const words = { sending, offline: unsent, slow: unsentSlow, troubled: unsentTroubled }[progress];
    return html`<p class="standing ${progress === 'sending' ? 'late' : ''}" part="standing">${words}</p>`;
  }

  #actions(post: Post): TemplateResult | typeof nothing {
    const { strings, view } = this;
    if (view.isCreating) return nothing;
    const button = (label: string, mode: Mode | null, onClick: () => void): TemplateResult =>
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
    if (!mayReply && !mayChange && !mayModerate) return nothing;
    const show = (): void => this.#moderate('shown', '');
    // Each button has a place of its own: none ever turns into another below a finger or the focus.
    return html`<div class="actions" part="actions">
      ${mayReply ? doing(strings.reply, 'reply') : nothing} ${mayChange ? doing(strings.edit, 'edit') : nothing}
      ${mayChange ? doing(strings.remove, 'remove') : nothing}
      ${mayModerate && post.state === 'held' ? button(strings.approve, null, show) : nothing}
      ${mayModerate && post.state === 'hidden' ? button(strings.showAgain, null, show) : nothing}
      ${mayModerate && post.state !== 'hidden' ? doing(strings.hide, 'hide') : nothing}
    </div>`;
  }

  #returned(pending: Pending, entry: Post | Marker): TemplateResult {
    return html`<peer-discussion-returned
      .strings=${this.strings}
      .pending=${pending}
      .revision=${isPost(entry) ? entry.revision : null}
    ></peer-discussion-returned>`;
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
          .guest=${this.guest}
          .onDone=${this.#onDone}
        ></peer-discussion-composer>`;
      case 'edit':
        return html`<peer-discussion-composer
          class="own"
          .strings=${strings}
          .label=${strings.labelEdit}
          .sendLabel=${strings.sendEdit}
          .target=${{ type: 'edit', id: entry.id, revision: this.#begun.revision }}
          .initial=${this.#begun.body}
          .onDone=${this.#onDone}
        ></peer-discussion-composer>`;
      case 'remove':
        return this.#question(strings.removeQuestion, strings.remove, null, this.#onRemove);
      case 'hide':
        return this.#question(strings.hideQuestion, strings.hide, strings.hideReason, (reason) =>
          this.#moderate('hidden', reason),
        );
    }
  }

  #question(
    question: string,
    yes: string,
    reasonLabel: string | null,
    onYes: (reason: string) => void,
  ): TemplateResult {
    return html`<peer-discussion-question
      .strings=${this.strings}
      .question=${question}
      .yes=${yes}
      .no=${reasonLabel === null ? this.strings.keep : this.strings.cancel}
      .reasonLabel=${reasonLabel}
      .onYes=${onYes}
      .onNo=${this.#back}
    ></peer-discussion-question>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-post': PeerDiscussionPost;
  }
}
