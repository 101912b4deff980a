// When a post was written and changed, for everybody; and to those who hold them, its author and staff, what it said before.
// A dialog over the page, loaded when it is first asked for.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Post, Version } from '../../../model/post.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { exactly } from '../../ago.ts';
import { define } from '../../define.ts';
import { format, loadFormatter } from '../../formatter.ts';
import { nextId } from '../../next-id.ts';
import { keysStyles } from '../../peer-discussion-keys.styles.ts';
import type { Strings } from '../../strings.ts';
import { historyStyles } from './history.styles.ts';
import { moveWordsIn, type MoveWords } from './move-words.ts';

/** What became of a post over time. */
export class PeerDiscussionHistory extends LitElement {
  static override properties = {
    strings: { attribute: false },
    words: { attribute: false },
    post: { attribute: false },
    row: { attribute: false },
  };
  declare strings: Strings;
  declare words: MoveWords;
  declare post: Post;
  /** The row that it was opened from; the focus goes back to its button, or to itself where that is gone. */
  declare row: HTMLElement;
  readonly #id = nextId();

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  #close = (): void => this.querySelector('dialog')?.close();

  #onClose = (): void => {
    this.remove();
    (this.row.querySelector<HTMLElement>('header > button') ?? this.row).focus();
  };

  protected override render(): TemplateResult {
    const { strings, words, post } = this;
    const { earlier = [], body, editedAt, createdAt } = post;
    const id = this.#id;
    const say = (at: string, place: number): string =>
      (place === 0 ? words.writtenAt : words.changedAt)(exactly(at, strings.locale));
    return html`<dialog class="history" aria-labelledby="${id}-title" @close=${this.#onClose}>
      <p id="${id}-title" class="label" role="heading" aria-level="2">${words.versions}</p>
      ${
        earlier.length === 0
          ? html`<p>${say(createdAt, 0)}</p>
              ${editedAt === null ? nothing : html`<p>${say(editedAt, 1)}</p>`}`
          : html`<p class="hint">${words.versionsSeenBy}</p>
              <ol class="versions" role="list">
                ${[...earlier, { body, at: editedAt ?? createdAt }].map((version, place) =>
                  this.#version(version, say(version.at, place), place === earlier.length),
                )}
              </ol>`
      }
      <p class="buttons">
        <button type="button" class="plain" autofocus @click=${this.#close}>${strings.close}</button>
      </p>
    </dialog>`;
  }

  #version({ body }: Version, when: string, isNow: boolean): TemplateResult {
    return html`<li>
      <p class="hint">${isNow ? html`<strong>${this.words.versionNow}</strong> ` : nothing}${when}</p>
      <div class="prose" dir="auto">${format(body) ?? body}</div>
    </li>`;
  }
}

/** Shows what became of a post, over the panel that its row is in. */
export async function showHistory(row: HTMLElement, strings: Strings, post: Post): Promise<void> {
  const [words] = await Promise.all([moveWordsIn(strings), loadFormatter()]);
  define('peer-discussion-history', PeerDiscussionHistory);
  const history = Object.assign(document.createElement('peer-discussion-history'), { strings, words, post, row });
  const frame = row.closest('.frame'); // where the panel's language and direction are
  if (frame === null) return;
  frame.append(history);
  adoptSheet(history, keysStyles);
  adoptSheet(history, historyStyles);
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-history': PeerDiscussionHistory;
  }
}
