// What was refused and has no row to stand in: above the list, below the field where it was written. Which that is,
// row-view.ts says; how one is given back is peer-discussion-returned.ts's affair.
import { html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Pending } from '../store/state.ts';
import type { Learning } from './learning/learning.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

/** Refused commands, each with its text as long as it stays. */
export class PeerDiscussionLoose extends LitElement {
  static override properties = {
    strings: { attribute: false },
    pendings: { attribute: false },
    aids: { attribute: false },
    learning: { attribute: false },
  };
  declare strings: Strings;
  declare pendings: readonly Pending[];
  declare aids: WritingAids | null;
  /** What learning adds; null until it is loaded. */
  declare learning: Learning | null;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const revisionFor = ({ command }: Pending): number | null =>
      command.type === 'create' && command.parentId === null ? 1 : null;
    return html`${repeat(
      this.pendings,
      ({ command }) => command.op,
      (pending) =>
        html`<peer-discussion-returned
          .strings=${this.strings}
          .pending=${pending}
          .aids=${this.aids}
          .answered=${null}
          .learning=${this.learning}
          .revision=${revisionFor(pending)}
        ></peer-discussion-returned>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-loose': PeerDiscussionLoose;
  }
}
