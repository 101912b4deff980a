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
  };
  declare strings: Strings;
  declare connection: Connection;
  /** False where changes are asked for from time to time. */
  declare isLive: boolean;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings, connection, isLive } = this;
    if (connection === 'connecting') return html`<p class="hint late" part="status">${strings.connecting}</p>`;
    if (connection === 'offline') return html`<p class="hint" part="status">${strings.offline}</p>`;
    if (connection === 'online' && !isLive) return html`<p class="hint" part="status">${strings.polled}</p>`;
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-status': PeerDiscussionStatus;
  }
}
