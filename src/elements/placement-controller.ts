// Knows where an element's panel stands, and tells the page. What a panel inline does not need is loaded when a page
// asks for another placement.
import type { LitElement, ReactiveController } from 'lit';
import type { Docking } from './docking.ts';
import { PeerLayoutEvent } from './events.ts';
import { layoutOf, narrowWindow, readPlacement, type Placement } from './placement.ts';

/** An element whose panel stands somewhere. */
export interface PlacedHost extends LitElement {
  readonly placement: string | null;
  /** True where a drawer or sheet is, or should be, open. */
  open: boolean;
  /** Pixels at the top of the window that the page covers; null where its custom properties say that. */
  readonly topOffset: number | null;
}

/** The placement of one panel. */
export class PlacementController implements ReactiveController {
  readonly #host: PlacedHost;
  #docking: Docking | null = null;
  #isLoading = false;
  /** True where what docks could not be loaded: then the panel stands in the text. */
  #hasFailed = false;
  #wasShown = false;
  #told: Pick<PeerLayoutEvent, 'layout' | 'width' | 'isOpen'> = { layout: 'inline', width: 0, isOpen: true };

  constructor(host: PlacedHost) {
    this.#host = host;
    host.addController(this);
  }

  get #placement(): Placement {
    return readPlacement(this.#host.placement);
  }

  /** What the panel is docked by; null where it stands in the text. */
  get docking(): Docking | null {
    return this.#placement === 'inline' ? null : this.#docking;
  }

  /** True until it is known where the panel stands; one that was shown before stays where it is meanwhile. */
  get isHidden(): boolean {
    return this.#isPending && !this.#wasShown;
  }

  get #isPending(): boolean {
    return this.#placement !== 'inline' && this.#docking === null && !this.#hasFailed;
  }

  hostConnected(): void {
    this.#docking?.connect();
  }

  hostDisconnected(): void {
    this.#docking?.disconnect();
  }

  hostUpdate(): void {
    if (!this.#isPending || this.#isLoading) return;
    this.#isLoading = true;
    void this.#load();
  }

  hostUpdated(): void {
    if (this.#isPending) return;
    this.#wasShown = true;
    const { docking } = this;
    const { topOffset, renderRoot } = this.#host;
    const panel = renderRoot.querySelector<HTMLElement>('.panel');
    panel?.style.setProperty('--_top', Number.isFinite(topOffset) ? `${topOffset}px` : '');
    docking?.apply();
    const layout = docking?.layout ?? 'inline';
    const width = docking?.width ?? 0;
    const isOpen = docking?.isOpen ?? true;
    const told = this.#told;
    if (layout === told.layout && width === told.width && isOpen === told.isOpen) return;
    this.#told = { layout, width, isOpen };
    this.#host.dispatchEvent(new PeerLayoutEvent(layout, width, isOpen));
  }

  /** Opens what can be closed; elsewhere there is nothing to do. */
  open(): void {
    const layout = layoutOf(this.#placement, matchMedia(narrowWindow).matches);
    if (layout === 'drawer' || layout === 'sheet') this.#host.open = true;
  }

  async #load(): Promise<void> {
    try {
      const { Docking } = await import('./docking.ts');
      this.#docking = new Docking(this.#host, () => this.#placement);
      if (this.#host.isConnected) this.#docking.connect();
    } catch {
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
  }
}
