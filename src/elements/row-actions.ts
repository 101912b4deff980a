// What may be done with a post, as buttons below it. A template only: what a button does is the row's affair.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../model/post.ts';
import { draftPlace, type Target } from './draft-place.ts';
import type { RowShared } from './row-shared.ts';
import type { RowView } from './row-view.ts';
import { moreTemplate, repliesTemplate } from './row-ways.ts';

/** What a row does when it is asked to. */
export interface RowActs {
  readonly reply: () => void;
  readonly edit: () => void;
  readonly remove: () => void;
  readonly show: () => void;
  readonly hide: () => void;
}

/** The buttons of a row. Each has a place of its own: none ever turns into another below a finger or the focus. */
export function actionsTemplate(
  row: HTMLElement,
  { strings, aids, learning }: RowShared,
  view: RowView,
  post: Post,
  acts: RowActs,
): TemplateResult | typeof nothing {
  if (view.isCreating) return nothing;
  const button = (label: string, mode: keyof RowActs, onClick: () => void): TemplateResult =>
    html`<button
      type="button"
      class="quiet"
      aria-label=${strings.actionOn(label, post.author.name)}
      data-mode=${mode}
      @click=${onClick}
    >
      ${label}
    </button>`;
  const { mayReply, mayChange, mayModerate } = view;
  const { id, revision } = post;
  const draft = (target: Target): TemplateResult | typeof nothing =>
    (aids?.drafts.read(draftPlace(target)) ?? '') !== ''
      ? html`<span class="draft" part="draft">${strings.draft}</span>`
      : nothing;
  return html`<div class="actions" part="actions">
    ${mayReply ? [button(strings.reply, 'reply', acts.reply), draft({ type: 'create', parentId: id })] : nothing}
    ${mayChange ? [button(strings.edit, 'edit', acts.edit), draft({ type: 'edit', id, revision })] : nothing}
    ${mayChange ? button(strings.remove, 'remove', acts.remove) : nothing}
    ${mayModerate && post.state === 'held' ? button(strings.approve, 'show', acts.show) : nothing}
    ${mayModerate && post.state === 'hidden' ? button(strings.showAgain, 'show', acts.show) : nothing}
    ${mayModerate && post.state !== 'hidden' ? button(strings.hide, 'hide', acts.hide) : nothing}
    ${learning?.acts(post, view) ?? nothing} ${moreTemplate(row, strings, post, mayReply)}
    ${repliesTemplate(row, strings, view)}
  </div>`;
}
