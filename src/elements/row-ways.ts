// The ways on from a row: its replies folded or shown, a thread that goes deeper, and what is needed now and then (quote,
// a link to it, more of its author). Templates only.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import { copyAddress } from './permalink.ts';
import { ask } from './request.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** The button that folds the replies of a row, or leads to where they can be shown. */
export function repliesTemplate(row: HTMLElement, strings: Strings, view: RowView): TemplateResult | typeof nothing {
  const { entry, replies, isFolded, isCut } = view;
  if (replies === 0) return nothing;
  const label = strings.replies(replies);
  const name = isPost(entry) ? strings.actionOn(label, entry.author.name) : label;
  if (isCut)
    return html`<button
      type="button"
      class="quiet onward"
      part="onward"
      @click=${() => void ask(row, { type: 'thread', id: entry.id })}
    >
      ${strings.continueThread(replies)}
    </button>`;
  return html`<button
    type="button"
    class="quiet fold"
    part="fold"
    aria-label=${name}
    aria-expanded=${!isFolded}
    @click=${() => void ask(row, { type: 'fold', id: entry.id, isFolded: !isFolded })}
  >
    <span class="chevron" aria-hidden="true"></span>${label}
  </button>`;
}

/** What is needed now and then, behind one button. */
export function moreTemplate(row: HTMLElement, strings: Strings, post: Post, mayQuote: boolean): TemplateResult {
  const { name } = post.author;
  const copy = async (): Promise<void> => {
    const isCopied = await copyAddress(post.id);
    await ask(row, { type: 'say', words: isCopied ? strings.saidLinkCopied : strings.saidInAddress });
  };
  const quote = async (): Promise<void> => {
    const root = row.getRootNode();
    if (root instanceof ShadowRoot) (await import('./quoting.ts')).quote(root, post.id);
  };
  const find = (): void => void ask(row, { type: 'look', look: { filter: 'person', person: post.author } });
  const button = (label: string, onClick: () => void): TemplateResult =>
    html`<button type="button" class="quiet" aria-label=${strings.actionOn(label, name)} @click=${onClick}>
      ${label}
    </button>`;
  return html`<details class="more">
    <summary class="quiet" aria-label=${strings.actionOn(strings.moreActions, name)}>${strings.moreActions}</summary>
    <div class="actions">
      ${mayQuote ? button(strings.quoteReply, () => void quote()) : nothing}
      ${button(strings.copyLink, () => void copy())}
      <button type="button" class="quiet" @click=${find}>${strings.postsOf(name)}</button>
    </div>
  </details>`;
}
