// The panel beside the text or over it: docked at a side, in a drawer behind a button, or as a sheet on a phone. Loaded
// when a page asks for one of these; what stands in the panel is not its affair.
import { html, nothing, type TemplateResult } from 'lit';
import { dockingStyles } from './docking.styles.ts';
import {
  fitWidth,
  keepWidth,
  narrowestPx,
  recallWidth,
  widestIn,
  widthAfterClick,
  widthAfterKey,
} from './docked-width.ts';
import { layoutOf, narrowWindow, type Layout, type Placement } from './placement.ts';
import type { PlacedHost } from './placement-controller.ts';
import type { Strings } from './strings.ts';

/** A zoomed-in page moves its visual viewport too, and there the sheet must stay as it is. */
const zoomedFrom = 1.05;
/** Movement of a pointer, in pixels, from which it is a drag. */
const dragPx = 3;

/** What the button of a closed drawer says there is to read. */
export interface News {
  readonly amount: number;
  /** The amount in words. */
  readonly words: string;
}

/** One panel that does not stand in the text. */
export class Docking {
  readonly #host: PlacedHost;
  readonly #narrow = matchMedia(narrowWindow);
  readonly #placement: () => Placement;
  readonly #resized = new ResizeObserver(() => this.#measureHeader());
  #header: HTMLElement | null = null;
  #listening = new AbortController();
  /** Whether it was open after the last update. */
  #wasOpen: boolean;
  /** True where whoever closed it goes on elsewhere. */
  #isLeft = false;
  #chosenPx = recallWidth();
  #drag: { readonly fromX: number; readonly fromPx: number; hasMoved: boolean } | null = null;

  constructor(host: PlacedHost, placement: () => Placement) {
    this.#host = host;
    this.#placement = placement;
    this.#wasOpen = host.open;
    const sheet = dockingStyles.styleSheet;
    const root = host.renderRoot;
    if (sheet !== undefined && root instanceof ShadowRoot)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** Where the panel stands now. */
  get layout(): Layout {
    return layoutOf(this.#placement(), this.#narrow.matches);
  }

  /** Pixels the page should leave free at its inline end. */
  get width(): number {
    return this.layout === 'side' ? this.#widthPx : 0;
  }

  /** True for what opens and closes. */
  get isPopup(): boolean {
    return this.layout === 'drawer' || this.layout === 'sheet';
  }

  get #widthPx(): number {
    return fitWidth(this.#chosenPx, innerWidth);
  }

  get #isEndRight(): boolean {
    return getComputedStyle(this.#host).direction === 'ltr';
  }

  get #panel(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.panel');
  }

  /** Begins to hear the window. */
  connect(): void {
    this.disconnect();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const update = (): void => this.#host.requestUpdate();
    this.#narrow.addEventListener('change', update, { signal });
    addEventListener('resize', update, { signal });
    visualViewport?.addEventListener('resize', this.#onViewport, { signal });
    visualViewport?.addEventListener('scroll', this.#onViewport, { signal });
    document.addEventListener('keydown', this.#onKeyDown, { signal });
    for (const type of ['focusin', 'pointerdown']) document.addEventListener(type, this.#onElsewhere, { signal });
    update();
  }

  /** Hears no more. */
  disconnect(): void {
    this.#listening.abort();
    this.#resized.disconnect();
    this.#header = null;
  }

  /** False for a drawer or sheet that is closed. */
  get isOpen(): boolean {
    return this.#host.open || !this.isPopup;
  }

  #onLauncher = (): void => {
    this.#host.open = !this.#host.open;
  };

  /** Closes it; what was being written stays. */
  #close = (): void => {
    this.#host.open = false;
  };

  /**
   * Puts what cannot be said in a template onto the panel. To be called after each update. What is opened takes the
   * focus; what is closed gives it back to the button, unless it is wanted elsewhere.
   */
  apply(): void {
    const panel = this.#panel;
    if (panel === null) return;
    const { open, shadowRoot } = this.#host;
    panel.style.setProperty('--_width', `${this.#widthPx}px`);
    if (panel.hasAttribute('popover')) {
      const hasFocus = panel.contains(shadowRoot?.activeElement ?? null);
      if (panel.matches(':popover-open') !== open) panel.togglePopover(open);
      if (open && !this.#wasOpen) panel.focus();
      else if (!open && hasFocus && !this.#isLeft) shadowRoot?.querySelector<HTMLElement>('.launcher')?.focus();
    }
    if (this.#header === null || open !== this.#wasOpen) this.#measureHeader();
    this.#wasOpen = open;
    this.#isLeft = false;
    this.#onViewport();
  }

  /** What is led to stands clear of the header, however many lines that has. */
  #measureHeader(): void {
    const header = this.#panel?.querySelector<HTMLElement>('.header') ?? null;
    if (header !== null && header !== this.#header) this.#resized.observe(header);
    this.#header = header;
    this.#panel?.style.setProperty('--_header', `${header?.offsetHeight ?? 0}px`);
  }

  /** Keeps a sheet above what covers the window's lower end: the keyboard. */
  #onViewport = (): void => {
    const view = visualViewport;
    const isCovered = view !== null && view.scale < zoomedFrom;
    const coveredPx = isCovered ? Math.max(0, innerHeight - view.offsetTop - view.height) : 0;
    this.#panel?.style.setProperty('--_covered', `${Math.round(coveredPx)}px`);
    if (coveredPx === 0 || this.layout !== 'sheet') return;
    (this.#host.shadowRoot?.activeElement ?? null)?.scrollIntoView({ block: 'nearest' });
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !this.isPopup || !this.isOpen) return;
    if (!event.composedPath().includes(this.#host) && document.querySelector(':modal') !== null) return;
    this.#close();
  };

  /** A sheet hides the page, so that whoever goes on there has left it. */
  #onElsewhere = (event: Event): void => {
    if (!this.isOpen || this.layout !== 'sheet' || event.composedPath().includes(this.#host)) return;
    this.#isLeft = true;
    this.#close();
  };

  /** The button that opens a drawer; nothing where the panel is docked. */
  launcher(strings: Strings, panelId: string, news: News): TemplateResult | typeof nothing {
    if (!this.isPopup) return nothing;
    const count = news.amount === 0 ? nothing : this.#count(strings, news);
    return html`<div class="corner">
      <button
        type="button"
        class="launcher"
        part="launcher"
        aria-expanded=${this.isOpen}
        aria-controls=${panelId}
        @click=${this.#onLauncher}
      >
        <span class="bubble" aria-hidden="true"></span>${strings.title}${count}
      </button>
    </div>`;
  }

  #count({ locale }: Strings, { amount, words }: News): TemplateResult {
    const short = amount > 99 ? '99+' : new Intl.NumberFormat(locale).format(amount);
    return html`<span class="count" part="count" aria-hidden="true">${short}</span>
      <span class="unseen">${words}</span>`;
  }

  /** The button that closes a drawer; nothing where the panel is docked. */
  closer({ close }: Strings): TemplateResult | typeof nothing {
    if (!this.isPopup) return nothing;
    return html`<button type="button" class="quiet closer" part="close" aria-label=${close} @click=${this.#close}>
      <span aria-hidden="true"></span>
    </button>`;
  }

  /** The edge a docked panel is made wider by; nothing where there is none. */
  edge({ panelWidth, pixels }: Strings, panelId: string): TemplateResult | typeof nothing {
    if (this.layout !== 'side') return nothing;
    return html`<div
      class="edge"
      part="edge"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${panelWidth}
      aria-controls=${panelId}
      aria-valuemin=${narrowestPx}
      aria-valuemax=${widestIn(innerWidth)}
      aria-valuenow=${this.#widthPx}
      aria-valuetext=${pixels(this.#widthPx)}
      @keydown=${this.#onEdgeKey}
      @pointerdown=${this.#onGrab}
      @pointermove=${this.#onDrag}
      @pointerup=${this.#onRelease}
      @pointercancel=${this.#onCancel}
    ></div>`;
  }

  #resize(widthPx: number): void {
    this.#chosenPx = widthPx;
    this.#host.requestUpdate();
  }

  #onEdgeKey = (event: KeyboardEvent): void => {
    const width = widthAfterKey(event.key, this.#widthPx, innerWidth, this.#isEndRight);
    if (width === null) return;
    event.preventDefault();
    this.#resize(width);
    keepWidth(width);
  };

  #onGrab = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag = { fromX: event.clientX, fromPx: this.#widthPx, hasMoved: false };
  };

  #onDrag = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag === null) return;
    const outwards = this.#isEndRight ? drag.fromX - event.clientX : event.clientX - drag.fromX;
    drag.hasMoved ||= Math.abs(outwards) > dragPx;
    if (drag.hasMoved) this.#resize(fitWidth(drag.fromPx + outwards, innerWidth));
  };

  #onRelease = (): void => {
    if (this.#drag === null) return;
    if (!this.#drag.hasMoved) this.#resize(widthAfterClick(this.#widthPx, innerWidth));
    this.#drag = null;
    keepWidth(this.#widthPx);
  };

  #onCancel = (): void => {
    if (this.#drag !== null) this.#resize(this.#drag.fromPx);
    this.#drag = null;
  };
}
