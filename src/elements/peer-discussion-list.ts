// The posts as one flat list of rows, and what was refused and has no row. Works out what each row shows; how a row
// looks and what can be done in it is the row's affair.
import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GuestPosts } from '../model/post.ts';
import type { State } from '../store/state.ts';
import { isPost } from '../model/view.ts';
import { define } from './define.ts';
import { PeerDiscussionPost } from './peer-discussion-post.ts';
import type { Learning } from './learning/learning.ts';
import type { RowShared } from './row-shared.ts';
import { loadWritingWhenIdle } from './load-writing.ts';
import { createDwell } from './dwell.ts';
import { createNearness } from './nearness.ts';
import { beginning, type ReadingView } from './reading-view.ts';
import { ask } from './request.ts';
import { listView, type ListView, type RowView } from './row-view.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-post', PeerDiscussionPost);

/** Pixels below the place a post is led to within which it counts as being there. */
const slackPx = 40;
/** Frames after which a browser has drawn, and measured, what came into the window: Firefox takes three. */
const quietFrames = 4;
/** How often a post is led to while the heights above it become known. */
const mostTurns = 3;

/** Rows that are made whole at once: more than a window shows. */
const nearAtOnce = 12;

/** All posts of a discussion. */
export class PeerDiscussionList extends LitElement {
  static override properties = {
    strings: { attribute: false },
    state: { attribute: false },
    reading: { attribute: false },
    aids: { attribute: false },
    now: { attribute: false },
    guest: { attribute: false },
    level: { attribute: false },
    learning: { attribute: false },
  };
  declare strings: Strings;
  declare state: State;
  declare reading: ReadingView;
  declare aids: WritingAids | null;
  /** Milliseconds since 1970, to the minute: so that times are not worked out again for every change. */
  declare now: number;
  declare guest: GuestPosts | null;
  /** Level of the headings that the authors' names are. */
  declare level: number;
  /** What learning adds; null until it is loaded. */
  declare learning: Learning | null;
  #view: ListView | null = null;
  #shared: RowShared | null = null;
  /** What each row was last drawn from: where that is the same, the row is not even looked at. */
  #drawnFrom: ReadonlyMap<string, RowView> = new Map();
  readonly #dwell = createDwell((id) => {
    void ask(this, { type: 'submit', request: { type: 'read', ids: [id] }, instead: null });
  });

  readonly #near = new Set<string>();
  readonly #nearness = createNearness((row) => {
    if (row instanceof PeerDiscussionPost) this.#near.add(row.view.entry.id);
    row.isNear = true;
  });

  constructor() {
    super();
    this.reading = { ...beginning, rows: [], waiting: 0, unread: 0, isResumeOffered: false };
    this.aids = null;
    this.guest = null;
    this.level = 3;
    this.learning = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The rows as they are on the page, from top to bottom. */
  get #rows(): readonly PeerDiscussionPost[] {
    return [...this.querySelectorAll('peer-discussion-post')];
  }

  /** Puts the focus on the row of a post, or of the first of several in reading order. True where there is one. */
  async focusFirst(ids: ReadonlySet<string>): Promise<boolean> {
    await this.updateComplete;
    const row = this.#rows.find(({ view }) => ids.has(view.entry.id));
    if (row === undefined) return false;
    await row.draw();
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** Leads to the row of a post: clear of what covers the window's top, and with the focus. */
  async goTo(id: string): Promise<void> {
    await this.updateComplete;
    const row = this.#rows.find(({ view }) => view.entry.id === id);
    if (row === undefined) return;
    await row.draw();
    row.focus({ preventScroll: true });
    // Rows above were never drawn, so their heights were only guessed: again, until they are known or one went on.
    for (let turn = 0, isThere = false; turn < mostTurns && !isThere && this.#active() === row; turn++) {
      row.scrollIntoView({ block: 'start' });
      const { top } = row.getBoundingClientRect();
      for (let frame = 0; frame < quietFrames; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      isThere = Math.abs(row.getBoundingClientRect().top - top) < 1;
    }
  }

  /** Leads to the row after the one where somebody is, or before it. */
  async step(isBack: boolean): Promise<void> {
    const rows = this.#rows;
    const here = rows.findIndex(({ view }) => view.entry.id === this.current());
    const next = rows[here + (isBack ? -1 : 1)];
    if (next !== undefined) await this.goTo(next.view.entry.id);
  }

  /** Opens a reply to the post somebody is at. */
  reply(): void {
    const id = this.current();
    this.#rows.find(({ view }) => view.entry.id === id)?.reply();
  }

  /** Resolves when every row is drawn. */
  async drawn(): Promise<void> {
    await this.updateComplete;
    await Promise.all(this.#rows.map((row) => row.draw()));
  }

  /** The post somebody is at: with the focus, or else the one that begins at the top of the window, or above it. */
  current(): string | null {
    const active = this.#active();
    const top = (row: Element): number =>
      row.getBoundingClientRect().top - parseFloat(getComputedStyle(row).scrollMarginTop);
    return (active ?? this.#rows.findLast((row) => top(row) < slackPx))?.view.entry.id ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dwell.stop();
    this.#nearness.stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#drawnFrom = new Map(this.#view?.rows.map((view) => [view.entry.id, view]));
    // An update that was due is still done after the panel left the page: nothing is watched there.
    if (!this.isConnected) return;
    loadWritingWhenIdle();
    const rows = this.#rows;
    if (changed.has('learning')) for (const row of rows) row.learn();
    this.#nearness.watch(rows);
    this.#dwell.watch(
      new Map(
        rows.flatMap((row) => {
          const { entry, isUnread } = row.view;
          return isUnread && isPost(entry) ? [[row, { id: entry.id, text: entry.body }] as const] : [];
        }),
      ),
    );
  }

  #active(): PeerDiscussionPost | null {
    return (this.getRootNode() as Document | ShadowRoot).activeElement?.closest('peer-discussion-post') ?? null;
  }

  protected override willUpdate(): void {
    const { reading, now, strings, aids, guest, level, learning } = this;
    const old = this.#shared;
    if (old?.strings !== strings || old.aids !== aids || old.guest !== guest || old.level !== level)
      [this.#shared, this.#drawnFrom] = [{ strings, aids, guest, level, learning }, new Map()];
    else if (old.learning !== learning) old.learning = learning; // and the rows that show something of it: updated()
    this.#view = listView(this.state, { reading, now, locale: strings.locale }, this.#view);
  }

  /** Where the row with the focus is gone after a change, the one now in its place takes it. */
  protected override update(changed: PropertyValues<this>): void {
    const active = this.#active();
    const place = active === null ? -1 : this.#rows.indexOf(active);
    super.update(changed);
    if (active === null || active.isConnected || place < 0) return;
    const rows = this.#rows;
    (rows[Math.min(place, rows.length - 1)] ?? this.querySelector<HTMLElement>('.empty'))?.focus();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { rows, loose } = this.#view ?? { rows: [], loose: [] };
    return html`
      ${
        rows.length === 0 && !this.state.hasMore && this.reading.only === null
          ? html`<div class="empty" part="empty" tabindex="-1">
              <slot name="empty">
                <p class="lead">${strings.empty}</p>
                <p class="hint">${strings.emptyHint}</p>
              </slot>
            </div>`
          : html`<ol class="list" part="list" role="list">
              ${repeat(rows, rowKey, (view, place) => this.#row(view, place))}
            </ol>`
      }
      ${this.#end()} ${this.learning?.ending(this.state) ?? nothing}
      ${
        loose.length === 0
          ? nothing
          : repeat(
              loose,
              ({ command }) => command.op,
              (pending) =>
                html`<peer-discussion-returned
                  .strings=${strings}
                  .pending=${pending}
                  .aids=${this.aids}
                  .revision=${pending.command.type === 'create' && pending.command.parentId === null ? 1 : null}
                ></peer-discussion-returned>`,
            )
      }
    `;
  }

  /** What comes after the rows: the way to further threads. */
  #end(): TemplateResult | typeof nothing {
    const { only, focus } = this.reading;
    if (!this.state.hasMore || only !== null || focus !== null) return nothing;
    return html`<p class="further">
      <button type="button" class="plain" part="more" @click=${() => void ask(this, { type: 'more' })}>
        ${this.strings.showMore}
      </button>
    </p>`;
  }

  #row(view: RowView, place: number): TemplateResult | typeof noChange {
    const { id } = view.entry;
    if (this.#drawnFrom.get(id) === view) return noChange;
    if (place < nearAtOnce) this.#near.add(id);
    return html`<li data-depth=${view.depth} class=${lookOf(view)}>
      ${view.isSince ? html`<p class="since-line" part="since">${this.strings.since}</p>` : nothing}
      <peer-discussion-post
        role="article"
        part="post"
        tabindex="-1"
        .shared=${this.#shared}
        .view=${view}
        .isNear=${this.#near.has(id)}
      ></peer-discussion-post>
    </li>`;
  }
}

function lookOf({ isNew, isMarked, isSince }: RowView): string {
  return [isNew && 'new', isMarked && 'marked', isSince && 'since'].filter(Boolean).join(' ');
}

function rowKey({ entry }: RowView): string {
  return entry.id;
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-list': PeerDiscussionList;
  }
}
