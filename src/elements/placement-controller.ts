// Knows where an element's panel stands, and tells the page. What a panel inline does not need is loaded when a page
// asks for another placement.
import type { LitElement, ReactiveController } from 'lit';
import type { Docking } from './docking.ts';
import { PeerLayoutEvent } from './events.ts';
import { readPlacement, type Layout, type Placement } from './placement.ts';

/** The placement of one panel. */
export class PlacementController implements ReactiveController {
  readonly #host: LitElement & { placement: string | null };
  #docking: Docking | null = null;
  #isLoading = false;
  #wasShown = false;
  #told: { readonly layout: Layout; readonly width: number } = { layout: 'inline', width: 0 };

  constructor(host: LitElement & { placement: string | null }) {
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
    return this.#placement !== 'inline' && this.#docking === null;
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
    docking?.apply();
    const layout = docking?.layout ?? 'inline';
    const width = docking?.width ?? 0;
    if (layout === this.#told.layout && width === this.#told.width) return;
    this.#told = { layout, width };
    this.#host.dispatchEvent(new PeerLayoutEvent(layout, width));
  }

  async #load(): Promise<void> {
    const { Docking } = await import('./docking.ts');
    this.#docking = new Docking(this.#host, () => this.#placement);
    if (this.#host.isConnected) this.#docking.connect();
    this.#host.requestUpdate();
  }
}
