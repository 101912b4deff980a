// Watches which post somebody reads, and knows where they were the last time. Loaded for long discussions. The way there
// is reading-controller.ts's affair.
import { html, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import type { ReadingHost } from './reading-host.ts';
import { keepPlace, recallPlace } from './reading-places.ts';
import { ask } from './request.ts';
import { resumeStyles } from './resume.styles.ts';
import type { Strings } from './strings.ts';

/** Milliseconds without scrolling after which somebody reads where they are. */
const settledMs = 1_000;
/** Pixels of a post that are seen at the window's top, at least, where it is the one that is read. */
const seenPx = 24;

/** One reader in one long discussion. */
export class Resuming {
  readonly #host: ReadingHost;
  readonly #reader: string;
  #offered: string | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #hearing = new AbortController();

  /** @param isLed true where somebody came by a link to a post: then nothing is offered */
  constructor(host: ReadingHost, reader: string, isLed: boolean) {
    this.#host = host;
    this.#reader = reader;
    adoptSheet(host.renderRoot, resumeStyles);
    const kept = isLed ? null : recallPlace(reader);
    this.#offered = kept === null || kept === this.#idOf(0) || this.#isInSight(kept) ? null : kept;
    const listening = { signal: this.#hearing.signal, capture: true, passive: true };
    // What scrolls inside the panel is not heard outside.
    addEventListener('scroll', this.#onScroll, listening);
    host.renderRoot.addEventListener('scroll', this.#onScroll, listening);
  }

  /** Back to where one was the last time: offered, never done unasked. Null where it is not, or no more. */
  offer(strings: Strings): TemplateResult | null {
    if (this.#offered === null) return null;
    const answer =
      (isWanted: boolean) =>
      ({ currentTarget }: Event): void =>
        void ask(currentTarget as HTMLElement, { type: 'resume', isWanted });
    return html`<span class="offer">
      <button type="button" class="plain arrived" part="resume" @click=${answer(true)}>${strings.resume}</button>
      <button type="button" class="plain arrived cross" aria-label=${strings.dismiss} @click=${answer(false)}>
        <span aria-hidden="true"></span>
      </button>
    </span>`;
  }

  /** Ends the offer. Gives the post it led to. */
  endOffer(): string | null {
    const offered = this.#offered;
    this.#offered = null;
    this.#host.requestUpdate();
    return offered;
  }

  /** Watches no more. */
  stop(): void {
    this.#hearing.abort();
    clearTimeout(this.#timer);
  }

  get #rows(): NodeListOf<HTMLElementTagNameMap['peer-discussion-post']> {
    return this.#host.renderRoot.querySelectorAll('peer-discussion-post');
  }

  #idOf(place: number): string | null {
    return this.#rows[place]?.view.entry.id ?? null;
  }

  /** Where the part of the window begins in which posts are seen. */
  #edge(row: Element): number {
    const { top } = this.#host.renderRoot.querySelector('.frame')?.getBoundingClientRect() ?? { top: 0 };
    return Math.max(0, top) + parseFloat(getComputedStyle(row).scrollMarginTop);
  }

  #isInSight(id: string): boolean {
    const row = [...this.#rows].find(({ view }) => view.entry.id === id);
    if (row === undefined) return false;
    const { top, bottom, height } = row.getBoundingClientRect();
    return height > 0 && bottom > this.#edge(row) && top < innerHeight;
  }

  #onScroll = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onSettled, settledMs);
  };

  /** The first post is where everybody begins: being there says nothing while the way to another place is open. */
  #onSettled = (): void => {
    const id = this.#read();
    if (id === null) return;
    if (this.#offered !== null && this.#isInSight(this.#offered)) this.endOffer();
    if (id !== this.#idOf(0)) keepPlace(this.#reader, id);
    else if (this.#offered === null) keepPlace(this.#reader, null);
  };

  /** The post at the window's top; null where none is in the window. */
  #read(): string | null {
    const rows = this.#rows;
    const [first] = rows;
    if (first === undefined) return null;
    const edge = this.#edge(first);
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) < edge + seenPx) low = middle + 1;
      else high = middle;
    }
    const box = rows[low]?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top < innerHeight ? this.#idOf(low) : null;
  }
}
