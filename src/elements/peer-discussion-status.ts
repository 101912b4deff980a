// How the connection stands, in a few words; silent while all is well.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../store/state.ts';
import type { Strings } from './strings.ts';

/** The connection in words. */
export class PeerDiscussionStatus extends LitElement {
  static override properties = { strings: { attribute: false }, connection: { attribute: false } };
  declare strings: Strings;
  declare connection: Connection;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings, connection } = this;
    if (connection === 'connecting') return html`<p class="hint late" part="status">${strings.connecting}</p>`;
    if (connection === 'offline') return html`<p class="hint" part="status">${strings.offline}</p>`;
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-status': PeerDiscussionStatus;
  }
}
