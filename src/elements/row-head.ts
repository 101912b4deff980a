// The head of a row: who wrote, what they are here, whom they answer, and when. Made anew where one of these changed: a
// template whose parts were kept would weigh more than the post.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Post } from '../model/post.ts';
import { exactly } from './ago.ts';
import { hueOf, initials } from './avatar.ts';
import type { RowShared } from './row-shared.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** That it was changed; when, and to whom that is open what it said before, whoever presses it reads. */
function editedTemplate(strings: Strings, post: Post): TemplateResult {
  const onClick = async ({ currentTarget }: Event): Promise<void> => {
    const { showHistory } = await import('./learning/moves/peer-discussion-history.ts');
    await showHistory(currentTarget as HTMLElement, strings, post);
  };
  const name = strings.actionOn(strings.edited, post.author.name);
  return html`<button type="button" class="quiet aside" aria-label=${name} @click=${onClick}>
    ${strings.edited}
  </button>`;
}

/** Who, to whom, and when. */
function headTemplate({ strings, level, learning }: RowShared, view: RowView, post: Post): TemplateResult {
  const { author } = post;
  return html`<header class="meta" part="meta">
    <span class="avatar" part="avatar" data-hue=${hueOf(author.name)} aria-hidden="true">
      ${initials(author.name)}
    </span>
    ${view.isUnread ? html`<span class="dot" part="unread"><span class="unseen">${strings.unread}</span></span>` : nothing}
    <bdi class="author" part="author" role="heading" aria-level=${level}>${author.name}</bdi>
    ${author.role === 'member' ? nothing : html`<span class="badge ${author.role}" part="badge">${strings[author.role]}</span>`}
    ${learning?.chip(post) ?? nothing}
    ${view.answers === null || view.depth < 2 ? nothing : html`<bdi class="aside">${strings.replyTo(view.answers)}</bdi>`}
    <time class="aside" part="time" datetime=${post.createdAt}>${view.ago}</time>
    ${post.editedAt === null ? nothing : editedTemplate(strings, post)}
  </header>`;
}

/** The head as an element of its own. */
export function makeHead(shared: RowShared, view: RowView, post: Post): Element | null {
  const place = document.createDocumentFragment();
  render(headTemplate(shared, view, post), place);
  return place.firstElementChild;
}

/** Says exactly when, to whoever points at the time. Only rows near enough for that have it: it takes its time to say. */
export function nameTimes(head: Element | null, { locale }: Strings): void {
  const time = head?.querySelector('time');
  if (time?.title === '') time.title = exactly(time.dateTime, locale);
}
