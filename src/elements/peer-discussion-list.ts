// The posts as one flat list of rows, and what was refused and has no row. Works out what each row shows; how a row
// looks and what can be done in it is the row's affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { GuestPosts } from '../model/post.ts';
import type { State } from '../store/state.ts';
import { ago } from './ago.ts';
import { isPost } from '../model/view.ts';
import { define } from './define.ts';
import { followText, isRefused } from './follow-text.ts';
import { leadTo } from './lead-to.ts';
import { emptyTemplate, furtherTemplate } from './list-ends.ts';
import { PeerDiscussionPost } from './peer-discussion-post.ts';
import type { Learning } from './learning/learning.ts';
import { tellTimes } from './row-head.ts';
import { arrangeItems, dressItem, makeItem, type RowItem } from './row-item.ts';
import type { RowShared } from './row-shared.ts';
import { createRowSlices } from './row-slices.ts';
import { loadWritingWhenIdle, writingLoaded } from './load-writing.ts';
import type { Dwell } from './dwell.ts';
import { createNearness } from './nearness.ts';
import { beginning, type ReadingView } from './reading-view.ts';
import { ask } from './request.ts';
import { listView, type ListView } from './row-view.ts';
import type { Strings } from './strings.ts';
import { whenIdle } from './when-idle.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-post', PeerDiscussionPost);

/** Pixels below the place a post is led to within which it counts as being there. */
const slackPx = 40;
/** Rows at the top that are made whole at once: more than a window shows. */
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
  readonly #items = new Map<string, RowItem>();
  readonly #ol = document.createElement('ol');
  readonly #slices = createRowSlices(() => this.#goOn());
  /** Null until it is loaded. */
  #dwell: Dwell | null = null;

  /** Posts that were near: folded and opened again they still are. */
  readonly #near = new Set<string>();
  readonly #nearness = createNearness(this, (item) => {
    const row = item.lastElementChild;
    if (!(row instanceof PeerDiscussionPost) || row.isNear) return;
    row.isNear = true;
    const { entry, isUnread } = row.view;
    this.#near.add(entry.id);
    if (isUnread && isPost(entry)) this.#dwell?.add(row, { id: entry.id, text: entry.body });
  });

  constructor() {
    super();
    this.reading = { ...beginning, rows: [], waiting: 0, unread: 0, offer: null };
    this.aids = null;
    this.guest = null;
    this.level = 3;
    this.learning = null;
    this.#ol.className = 'list';
    this.#ol.setAttribute('part', 'list');
    this.#ol.setAttribute('role', 'list');
    void writingLoaded.then(({ createDwell }) => {
      this.#dwell = createDwell((id) => {
        void ask(this, { type: 'submit', request: { type: 'read', ids: [id] }, instead: null });
      });
      if (this.isConnected) this.#watch();
      ago(new Date().toISOString(), Date.now(), this.strings.locale); // a browser's first "now" takes as long as a row does
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The rows as they are on the page, from top to bottom; those that are still to be made are, at once. */
  get #rows(): readonly PeerDiscussionPost[] {
    if (!this.#slices.isAll) {
      this.#slices.end();
      this.#arrange();
    }
    return this.#view?.rows.flatMap(({ entry }) => this.#items.get(entry.id)?.row ?? []) ?? [];
  }

  /**
   * Puts the focus on the row of a post, or of the first of several in reading order, or on the text of one that was
   * refused meanwhile. True where there is one.
   */
  async focusFirst(ids: ReadonlySet<string>): Promise<boolean> {
    await this.updateComplete;
    const row = this.#rows.find(({ view }) => ids.has(view.entry.id));
    await row?.draw();
    if (row?.isConnected !== true) {
      const refused = [...ids].find((id) => isRefused(this.state, id));
      if (refused !== undefined) await followText(this, refused);
      return refused !== undefined;
    }
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
    await leadTo(row, () => this.#active() === row);
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
    this.#dwell?.stop();
    this.#nearness.stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // An update that was due is still done after the panel left the page: nothing is watched there.
    if (!this.isConnected) return;
    if (changed.has('learning')) for (const { row } of this.#items.values()) row.learn();
    this.#watch();
  }

  /** The first rows are painted, or more of them: the next, and times once there is nothing else to do. */
  #goOn(): void {
    if (this.#shared?.now === null) whenIdle(() => this.#tellTimes());
    this.#arrange();
    if (this.#slices.isAll && this.isConnected) this.#watch();
  }

  #tellTimes(): void {
    if (this.#shared === null || this.#shared.now === this.now) return;
    this.#shared.now = this.now;
    tellTimes(this.#ol, this.#shared);
  }

  #watch(): void {
    if (!this.#ol.hasAttribute('aria-busy')) loadWritingWhenIdle();
    this.#nearness.watch(this.#ol);
    // What is far from the window is read by nobody.
    const read = [...this.#near].flatMap((id) => {
      const row = this.#items.get(id)?.row;
      return row?.view.isUnread && isPost(row.view.entry) ? [[row, { id, text: row.view.entry.body }] as const] : [];
    });
    this.#dwell?.watch(new Map(read));
  }

  #active(): PeerDiscussionPost | null {
    return (this.getRootNode() as Document | ShadowRoot).activeElement?.closest('peer-discussion-post') ?? null;
  }

  protected override willUpdate(): void {
    const { reading, strings, aids, guest, level, learning } = this;
    const old = this.#shared;
    if (old?.strings !== strings || old.aids !== aids || old.guest !== guest || old.level !== level)
      this.#shared = { strings, aids, guest, level, learning, now: old?.now ?? null };
    else if (old.learning !== learning) old.learning = learning; // and the rows that show something of it: updated()
    if (this.#shared !== null && this.#shared.now !== null) this.#tellTimes();
    this.#view = listView(this.state, reading, this.#view);
  }

  /**
   * Where the row with the focus is gone after a change, the one now in its place takes it; where it was a text that was
   * refused, that text does.
   */
  protected override update(changed: PropertyValues<this>): void {
    const active = this.#active();
    const items = active === null ? [] : [...this.#ol.querySelectorAll('peer-discussion-post')];
    const place = items.findIndex((row) => row === active);
    this.#arrange();
    super.update(changed);
    if (active === null || active.isConnected || place < 0) return;
    const { id } = active.view.entry;
    if (isRefused(this.state, id)) return void followText(this, id);
    const rows = this.#rows;
    (rows[Math.min(place, rows.length - 1)] ?? this.querySelector<HTMLElement>('.empty'))?.focus();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { only, focus } = this.reading;
    const { hasMore } = this.state;
    const { rows, loose } = this.#view ?? { rows: [], loose: [] };
    return html`
      ${
        loose.length === 0
          ? nothing
          : html`<peer-discussion-loose
              .strings=${strings}
              .pendings=${loose}
              .aids=${this.aids}
              .learning=${this.learning}
            ></peer-discussion-loose>`
      }
      ${rows.length === 0 && !hasMore && only === null ? emptyTemplate(strings) : this.#ol}
      ${hasMore && only === null && focus === null ? furtherTemplate(strings) : nothing}
      ${this.learning?.ending(this.state) ?? nothing}
    `;
  }

  /** Gives each row what changed for it, and puts the rows in their places. */
  #arrange(): void {
    const rows = this.#view?.rows ?? [];
    const made = rows.slice(0, this.#slices.most(rows));
    if (made.length < rows.length) this.#ol.setAttribute('aria-busy', 'true');
    else this.#ol.removeAttribute('aria-busy');
    const items = made.map((view, place) => {
      const { id } = view.entry;
      const known = this.#items.get(id);
      const item = known ?? makeItem();
      const { row } = item;
      if (known === undefined) {
        this.#items.set(id, item);
        if (place < nearAtOnce) this.#near.add(id);
        row.isNear = this.#near.has(id);
      }
      if (row.view === view && row.shared === this.#shared) return item;
      dressItem(item, view, this.strings);
      row.view = view;
      if (this.#shared !== null) row.shared = this.#shared;
      return item;
    });
    const gone = [...this.#items].filter(([id]) => this.#view?.byId.has(id) !== true);
    for (const [id] of gone) this.#items.delete(id);
    arrangeItems(
      this.#ol,
      items,
      gone.map(([, item]) => item),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-list': PeerDiscussionList;
  }
}
