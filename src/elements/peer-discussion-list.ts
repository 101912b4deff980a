// The posts as one flat list of rows, and what was refused and has no row. Works out what each row shows; how a row
// looks and what can be done in it is the row's affair.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GuestPosts } from '../model/post.ts';
import type { State } from '../store/state.ts';
import { define } from './define.ts';
import { PeerDiscussionPost } from './peer-discussion-post.ts';
import { PeerDiscussionReturned } from './peer-discussion-returned.ts';
import { listView, type ListView, type RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

define('peer-discussion-post', PeerDiscussionPost);
define('peer-discussion-returned', PeerDiscussionReturned);

/** Levels of indentation that the styles know; deeper rows stand at the last. */
const deepest = 6;
const nobody: ReadonlySet<string> = new Set();

/** All posts of a discussion. */
export class PeerDiscussionList extends LitElement {
  static override properties = {
    strings: { attribute: false },
    state: { attribute: false },
    shown: { attribute: false },
    fresh: { attribute: false },
    writing: { attribute: false },
    now: { attribute: false },
    guest: { attribute: false },
    level: { attribute: false },
  };
  declare strings: Strings;
  declare state: State;
  /** Ids of what is shown; the rest waits. */
  declare shown: ReadonlySet<string>;
  /** Ids of what waited until a moment ago. */
  declare fresh: ReadonlySet<string>;
  /** Posts below which somebody writes, with their order. */
  declare writing: ReadonlyMap<string, number>;
  /** Milliseconds since 1970, to the minute: so that times are not worked out again for every change. */
  declare now: number;
  declare guest: GuestPosts | null;
  /** Level of the headings that the authors' names are. */
  declare level: number;
  #view: ListView | null = null;

  constructor() {
    super();
    this.fresh = this.shown = nobody;
    this.writing = new Map();
    this.guest = null;
    this.level = 3;
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
    await row.updateComplete;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
  }

  protected override willUpdate(): void {
    this.#view = listView(this.state, { ...this.#options }, this.#view);
  }

  get #options(): Parameters<typeof listView>[1] {
    const { shown, fresh, writing, now, strings } = this;
    return { shown, fresh, writing, now, locale: strings.locale };
  }

  /** Where the row with the focus is gone after a change, the one now in its place takes it. */
  protected override update(changed: PropertyValues<this>): void {
    const active = (this.getRootNode() as Document | ShadowRoot).activeElement?.closest('peer-discussion-post') ?? null;
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
        rows.length === 0
          ? html`<div class="empty" part="empty" tabindex="-1">
              <p class="lead">${strings.empty}</p>
              <p class="hint">${strings.emptyHint}</p>
            </div>`
          : html`<ol class="list" part="list" role="list">
              ${repeat(rows, rowKey, (view) => this.#row(view))}
            </ol>`
      }
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
                  .revision=${pending.command.type === 'create' && pending.command.parentId === null ? 1 : null}
                ></peer-discussion-returned>`,
            )
      }
    `;
  }

  #row(view: RowView): TemplateResult {
    return html`<li data-depth=${Math.min(view.depth, deepest)} class=${view.isNew ? 'new' : nothing}>
      <peer-discussion-post
        .strings=${this.strings}
        .view=${view}
        .guest=${this.guest}
        .level=${this.level}
      ></peer-discussion-post>
    </li>`;
  }
}

function rowKey({ entry }: RowView): string {
  return entry.id;
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-list': PeerDiscussionList;
  }
}
