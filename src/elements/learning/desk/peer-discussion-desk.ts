// The facilitator's desk: five lists of what needs somebody, and what can be done with each entry without leaving it.
// Which posts those are, model/desk.ts says; which command comes of an act, desk-form.ts.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { deskLists, deskOf, type DeskEntry, type DeskList } from '../../../model/desk.ts';
import type { Person, Post, Reason } from '../../../model/post.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import { areKeysOn } from '../../single-keys.ts';
import { actKeys, actsFor, commandOf, fieldOf, type DeskCommand, type Filled } from './desk-form.ts';
import { actsOn, allActs, logTemplate, timeTemplate } from './desk-log.ts';
import type { DeskAct, DeskWords } from './desk-words.ts';
import { deskStyles } from './desk.styles.ts';

/** Characters of a post that an entry shows. */
const excerptLength = 160;

/** What somebody is about to do with an entry. */
interface Doing {
  readonly key: string;
  readonly act: DeskAct;
}

/** The desk of one discussion. */
export class PeerDiscussionDesk extends LitElement {
  static override properties = {
    words: { attribute: false },
    state: { attribute: false },
    locale: { attribute: false },
    level: { attribute: false },
    now: { attribute: false },
    onLeave: { attribute: false },
    doing: { state: true },
    error: { state: true },
    last: { state: true },
  };
  declare words: DeskWords;
  declare state: State;
  declare locale: string;
  /** Level of the desk's heading. */
  declare level: number;
  /** Milliseconds since 1970. */
  declare now: () => number;
  declare onLeave: () => void;
  declare doing: Doing | null;
  declare error: string;
  /** What was done last, and what takes it back. */
  declare last: { readonly act: DeskAct; readonly undo: DeskCommand['undo'] } | null;
  readonly #id = nextId();

  constructor() {
    super();
    this.now = Date.now;
    this.doing = this.last = null;
    this.error = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, deskStyles);
    void ask(this, { type: 'gather' });
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('[role=heading]')?.focus();
  }

  get #people(): readonly Person[] {
    const people = new Map<string, Person>();
    for (const entry of this.state.posts.values())
      if (isPost(entry) && entry.author.role !== 'guest') people.set(entry.author.id, entry.author);
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, this.locale));
  }

  #acts(post: Post): readonly DeskAct[] {
    const { me, discussion } = this.state;
    return me === null || discussion === null ? [] : actsFor(post, me, discussion, this.#people);
  }

  async #begin(key: string, act: DeskAct, post: Post): Promise<void> {
    this.error = '';
    const isBare = fieldOf[act] === 'none' || (act === 'pin' && post.pinned !== undefined);
    if (isBare) return this.#carryOut(act, post, { text: '', choice: '', reason: null });
    this.doing = { key, act };
    await this.updateComplete;
    this.querySelector<HTMLElement>('form textarea, form input, form select')?.focus();
  }

  async #carryOut(act: DeskAct, post: Post, filled: Filled): Promise<void> {
    const { discussion } = this.state;
    const command = discussion === null ? null : commandOf(act, post, filled, discussion);
    if (command === null) return;
    const list = this.#entryOf(post.id)?.closest('section') ?? null;
    try {
      await ask(this, { type: 'submit', request: command.act, instead: null, isAside: true });
    } catch {
      return; // said by the panel
    }
    this.last = { act, undo: command.undo };
    this.doing = null;
    void ask(this, { type: 'say', words: this.words.acts[act].done });
    await this.updateComplete;
    (this.#entryOf(post.id) ?? list)?.focus();
  }

  #entryOf(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-entry$="${CSS.escape(` ${id}`)}"]`);
  }

  #onSubmit(event: SubmitEvent, act: DeskAct, post: Post): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = String(data.get('text') ?? '').trim();
    const choice = String(data.get('choice') ?? '');
    const reason = (String(data.get('reason') ?? '') || null) as Reason | null;
    const isMissing =
      fieldOf[act] === 'text' ? text === '' : fieldOf[act] === 'reason' && reason === null && text === '';
    if (isMissing) {
      this.error = this.words.needsText;
      this.querySelector<HTMLElement>('form textarea, form input[name=text]')?.focus();
    } else void this.#carryOut(act, post, { text, choice, reason });
  }

  async #cancel(key: string): Promise<void> {
    this.doing = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-entry="${CSS.escape(key)}"]`)?.focus();
  }

  #undo = async (): Promise<void> => {
    const undo = this.last?.undo ?? null;
    if (undo === null) return;
    await ask(this, { type: 'submit', request: undo, instead: null }).catch(() => {}); // said by the panel
    this.last = null;
    void ask(this, { type: 'say', words: this.words.undone });
    await this.updateComplete;
    this.querySelector<HTMLElement>('[role=heading]')?.focus();
  };

  #onKey(event: KeyboardEvent, key: string, post: Post): void {
    const isEntry = event.target === event.currentTarget;
    if (event.ctrlKey || event.metaKey || event.altKey || !isEntry || !areKeysOn()) return;
    const act = actKeys[event.key.toLowerCase()];
    if (event.key === 'Enter') void ask(this, { type: 'go', id: post.id, isReply: false });
    else if (act === undefined || !this.#acts(post).includes(act)) return;
    else void this.#begin(key, act, post);
    event.preventDefault();
    event.stopPropagation();
  }

  protected override render(): TemplateResult {
    const { words, level, state } = this;
    const lists = deskOf(state.posts.values(), this.now());
    return html`<section class="desk" part="desk" aria-labelledby="${this.#id}-desk">
      <div class="desk-head">
        <div id="${this.#id}-desk" class="heading" role="heading" aria-level=${level} tabindex="-1">${words.desk}</div>
        <button type="button" class="plain" @click=${this.onLeave}>${words.closeDesk}</button>
      </div>
      <p class="hint">${state.hasMore ? words.deskGathering : words.deskHint}</p>
      ${areKeysOn() ? html`<p class="hint keys">${words.deskKeys}</p>` : nothing}
      <p class="desk-done" ?hidden=${this.last === null}>
        ${this.last === null ? nothing : words.acts[this.last.act].done}
        ${
          this.last === null || this.last.undo === null
            ? nothing
            : html`<button type="button" class="quiet" @click=${this.#undo}>${words.deskUndo}</button>`
        }
      </p>
      ${deskLists.map((list) => this.#list(list, lists[list]))} ${logTemplate(allActs(state), this)}
    </section>`;
  }

  #list(list: DeskList, entries: readonly DeskEntry[]): TemplateResult {
    const { name, help } = this.words.lists[list];
    const id = `${this.#id}-${list}`;
    return html`<section class="desk-list" aria-labelledby=${id} tabindex="-1">
      <div id=${id} class="desk-name" role="heading" aria-level=${this.level + 1}>${name} (${entries.length})</div>
      <p class="hint">${help}</p>
      ${
        entries.length === 0
          ? html`<p class="hint">${this.words.nothingWaits}</p>`
          : html`<ul role="list">
              ${entries.map((entry) => this.#entry(list, entry))}
            </ul>`
      }
    </section>`;
  }

  #entry(list: DeskList, { post, isFirst }: DeskEntry): TemplateResult {
    const { words } = this;
    const key = `${list} ${post.id}`;
    const isDoing = this.doing?.key === key;
    const text = post.body.replace(/\s+/g, ' ');
    return html`<li
      tabindex="0"
      data-entry=${key}
      aria-label=${post.author.name}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, key, post)}
    >
      <div>
        <bdi class="author">${post.author.name}</bdi>
        ${timeTemplate(post.createdAt, this)} ${isFirst ? html`<span class="badge">${words.firstPost}</span>` : nothing}
      </div>
      <p class="excerpt" dir="auto">${text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text}</p>
      ${isDoing && this.doing !== null ? this.#form(this.doing.act, post, key) : this.#buttons(key, post)}
      ${logTemplate(actsOn(post, this.state), this)}
    </li>`;
  }

  #buttons(key: string, post: Post): TemplateResult {
    const { words } = this;
    const name = (act: DeskAct): string =>
      act === 'pin' && post.pinned !== undefined ? words.unpin : words.acts[act].name;
    return html`<div class="actions">
      ${this.#acts(post).map(
        (act) =>
          html`<button type="button" class="quiet" @click=${() => void this.#begin(key, act, post)}>
            ${name(act)}
          </button>`,
      )}
      <button type="button" class="quiet" @click=${() => void ask(this, { type: 'go', id: post.id, isReply: false })}>
        ${words.goToPost}
      </button>
    </div>`;
  }

  #form(act: DeskAct, post: Post, key: string): TemplateResult {
    const { words } = this;
    const id = `${this.#id}-field`;
    const field = fieldOf[act];
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => this.#onSubmit(event, act, post)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && void this.#cancel(key)}
    >
      ${field === 'reason' ? this.#reasons() : nothing}
      <label for=${id}>${field === 'reason' ? words.noteOptional : words.acts[act].field}</label>
      ${
        field === 'text'
          ? html`<textarea id=${id} name="text" rows="3" dir="auto" aria-describedby="${id}-error"></textarea>`
          : field === 'person' || field === 'prompt'
            ? this.#select(id, field, post)
            : html`<input id=${id} name="text" dir="auto" aria-describedby="${id}-error" />`
      }
      <p id="${id}-error" class="error" role="alert">${this.error}</p>
      <div class="buttons">
        <button type="submit" class="primary">${words.deskSend}</button>
        <button type="button" class="plain" @click=${() => void this.#cancel(key)}>${words.deskCancel}</button>
      </div>
    </form>`;
  }

  #reasons(): TemplateResult {
    const { deskReasons, deskOwnReason, acts } = this.words;
    return html`<fieldset>
      <legend>${acts.endorse.field}</legend>
      ${[...Object.entries(deskReasons), ['', deskOwnReason] as const].map(
        ([reason, words], place) =>
          html`<label><input type="radio" name="reason" value=${reason} ?checked=${place === 0} />${words}</label>`,
      )}
    </fieldset>`;
  }

  #select(id: string, field: 'person' | 'prompt', post: Post): TemplateResult {
    const { me, discussion } = this.state;
    const options =
      field === 'person'
        ? this.#people.filter((one) => one.id !== me?.id && one.id !== post.author.id).map((one) => [one.id, one.name])
        : (discussion?.prompts ?? []).filter((one) => one.id !== post.prompt?.id).map((one) => [one.id, one.title]);
    return html`<select id=${id} name="choice">
      ${options.map(([value, name]) => html`<option value=${value ?? ''}>${name}</option>`)}
    </select>`;
  }
}
