// The head of a row: who wrote, what they are here, whom they answer, and when. A template only.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../model/post.ts';
import { exactly } from './ago.ts';
import { hueOf, initials } from './avatar.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** Who, to whom, and when; to the second only where it is near enough to be asked. */
export function headTemplate(
  strings: Strings,
  view: RowView,
  post: Post,
  level: number,
  isNear: boolean,
): TemplateResult {
  const whole = (at: string): string | typeof nothing => (isNear ? exactly(at, strings.locale) : nothing);
  const { author } = post;
  return html`<header class="meta" part="meta">
    <span class="avatar" part="avatar" data-hue=${hueOf(author.name)} aria-hidden="true">
      ${initials(author.name)}
    </span>
    ${view.isUnread ? html`<span class="dot" part="unread"><span class="unseen">${strings.unread}</span></span>` : nothing}
    <bdi class="author" part="author" role="heading" aria-level=${level}>${author.name}</bdi>
    ${author.role === 'member' ? nothing : html`<span class="badge ${author.role}" part="badge">${strings[author.role]}</span>`}
    ${view.answers === null || view.depth < 2 ? nothing : html`<bdi class="aside">${strings.replyTo(view.answers)}</bdi>`}
    <time class="aside" part="time" datetime=${post.createdAt} title=${whole(post.createdAt)}>${view.ago}</time>
    ${post.editedAt === null ? nothing : html`<span class="aside" title=${whole(post.editedAt)}>${strings.edited}</span>`}
  </header>`;
}
