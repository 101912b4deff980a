// How the connection stands, in a few words; silent while all is well and live.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../store/state.ts';
import type { Strings } from './strings.ts';

/** The connection in words. */
export class PeerDiscussionStatus extends LitElement {
  static override properties = {
    strings: { attribute: false },
    connection: { attribute: false },
    isLive: { attribute: false },
    isLoading: { attribute: false },
  };
  declare strings: Strings;
  declare connection: Connection;
  /** False where changes are asked for from time to time. */
  declare isLive: boolean;
  /** False once there is something to read: what one reads is not moved by a word that it connects. */
  declare isLoading: boolean;
  /** What was said last stays until it is known how the connection stands. */
  #isOffline = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings, connection, isLive, isLoading } = this;
    if (connection !== 'connecting') this.#isOffline = connection === 'offline';
    else if (isLoading) return html`<p class="hint late" part="status">${strings.connecting}</p>`;
    if (this.#isOffline) return html`<p class="hint" part="status">${strings.offline}</p>`;
    if (connection === 'online' && !isLive) return html`<p class="hint" part="status">${strings.polled}</p>`;
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-status': PeerDiscussionStatus;
  }
}
