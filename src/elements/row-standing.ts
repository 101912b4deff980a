// How a post stands, in words below it: waiting, hidden, or on its way. Templates only.
import { html, nothing, type TemplateResult } from 'lit';
import type { Marker, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { Pending } from '../store/state.ts';
import type { RowShared } from './row-shared.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

function sayStanding(strings: Strings, view: RowView, { state, reason }: Post): string {
  if (state === 'held') return view.isOwn ? strings.heldOwn : strings.heldOther;
  return reason === undefined || reason === '' ? strings.hiddenPlain : strings.hidden(reason);
}

/** That a post is not simply there for everybody, or that one's own last word about it is not sent yet. */
export function standingTemplate(strings: Strings, view: RowView, post: Post): TemplateResult | typeof nothing {
  if (post.state === 'shown' && view.progress === null) return nothing;
  const { sending, unsent, unsentSlow, unsentTroubled } = strings;
  const { progress } = view;
  const standing = (words: string, look = ''): TemplateResult =>
    html`<p class="standing ${look}" part="standing">${words}</p>`;
  return html`${post.state === 'shown' ? nothing : standing(sayStanding(strings, view, post))}
  ${
    progress === null
      ? nothing
      : standing(
          { sending, offline: unsent, slow: unsentSlow, troubled: unsentTroubled }[progress],
          progress === 'sending' ? 'late' : '',
        )
  }`;
}

/** True where there is more to say than who, when and the text. */
export function saysMore({ learning }: RowShared, view: RowView): boolean {
  const { entry, progress, refused } = view;
  if (!isPost(entry) || entry.state !== 'shown' || progress !== null || refused.length > 0) return true;
  return (learning?.below(entry, view) ?? nothing) !== nothing;
}

/** The text of a refused command, given back. */
export function returnedTemplate(
  { strings, aids, learning }: RowShared,
  pending: Pending,
  entry: Post | Marker,
): TemplateResult {
  return html`<peer-discussion-returned
    .strings=${strings}
    .pending=${pending}
    .aids=${aids}
    .answered=${isPost(entry) ? entry : null}
    .revision=${isPost(entry) ? entry.revision : null}
    .learning=${learning}
  ></peer-discussion-returned>`;
}
