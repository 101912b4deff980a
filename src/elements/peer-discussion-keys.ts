// The list of single keys, and the switch that turns them off. Loaded when it is first asked for.
import { html, LitElement, type TemplateResult } from 'lit';
import { adoptSheet } from './adopt-sheet.ts';
import { define } from './define.ts';
import { nextId } from './next-id.ts';
import { keysStyles } from './peer-discussion-keys.styles.ts';
import { areKeysOn, setKeys, singleKeys, type KeyAction } from './single-keys.ts';
import type { Strings } from './strings.ts';

/** A dialog over the page. */
export class PeerDiscussionKeys extends LitElement {
  static override properties = { strings: { attribute: false } };
  declare strings: Strings;
  readonly #id = nextId();

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  #close = (): void => this.querySelector('dialog')?.close();
  #onClose = (): void => this.remove();
  #onChange = ({ currentTarget }: Event): void => setKeys((currentTarget as HTMLInputElement).checked);

  protected override render(): TemplateResult {
    const { strings } = this;
    const words: Readonly<Record<KeyAction, string>> = {
      next: strings.keyNext,
      back: strings.keyBack,
      unread: strings.keyUnread,
      'unread-back': strings.keyUnreadBack,
      reply: strings.keyReply,
      quote: strings.keyQuote,
      list: strings.keyList,
    };
    const id = this.#id;
    return html`<dialog part="keys" aria-labelledby="${id}-title" @close=${this.#onClose}>
      <p id="${id}-title" class="label">${strings.keys}</p>
      <dl class="keys">
        ${singleKeys.map(
          ([key, action]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${words[action]}</dd>`,
        )}
      </dl>
      <p class="choice">
        <input id="${id}-on" type="checkbox" .checked=${areKeysOn()} @change=${this.#onChange} />
        <label for="${id}-on">${strings.keysOn}</label>
      </p>
      <p class="hint">${strings.keysHint}</p>
      <p class="buttons"><button type="button" class="plain" @click=${this.#close}>${strings.close}</button></p>
    </dialog>`;
  }
}

/** Shows the list of keys in this root. */
export function showKeys(root: ParentNode, strings: Strings): void {
  define('peer-discussion-keys', PeerDiscussionKeys);
  const list = document.createElement('peer-discussion-keys');
  list.strings = strings;
  (root.querySelector('.frame') ?? root).append(list); // where the panel's language and direction are
  adoptSheet(list, keysStyles);
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-keys': PeerDiscussionKeys;
  }
}
