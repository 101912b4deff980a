// One discussion of an index as it is shown: its page, and ways to what is new, unanswered, or an answer to oneself.
import { html, nothing, type TemplateResult } from 'lit';
import type { Found, IndexEntry } from '../../model/discussion-index.ts';
import { ago, exactly } from '../ago.ts';
import type { IndexWords } from './index-words.ts';

/** The address where it leads to a page; null where there is none, or it would do something else. */
function safe(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

function way(url: string | null, { count, first }: Found, words: (amount: number) => string): unknown {
  if (count === 0) return nothing;
  if (url === null || first === null) return html`<span class="open">${words(count)}</span>`;
  return html`<a href=${`${url}#peer-${first}`}>${words(count)}</a>`;
}

/** What a discussion without a title is called: its id, as people write addresses. */
function nameOf({ title, discussion }: IndexEntry): string {
  try {
    return title ?? decodeURIComponent(discussion);
  } catch {
    return discussion;
  }
}

/**
 * One discussion.
 * @param level of its heading
 * @param now milliseconds since 1970
 */
export function indexEntry(
  entry: IndexEntry,
  words: IndexWords,
  level: number,
  now: number,
  locale: string,
): TemplateResult {
  const { latestAt, posts, fresh, unanswered, replies } = entry;
  const url = safe(entry.url);
  const name = html`<bdi>${nameOf(entry)}</bdi>`;
  return html`<li part="discussion" tabindex="-1">
    <div class="title" role="heading" aria-level=${level}>
      ${url === null ? name : html`<a href=${url}>${name}</a>`}
    </div>
    <div class="facts">
      ${way(url, replies, words.indexReplies)}${way(url, fresh, words.indexFresh)}
      ${way(url, unanswered, words.indexUnanswered)}
      <span>${words.indexPosts(posts)}</span>
      ${
        latestAt === null
          ? nothing
          : html`<span
              ><time datetime=${latestAt} title=${exactly(latestAt, locale)}
                >${words.indexLatest(ago(latestAt, now, locale))}</time
              ></span
            >`
      }
    </div>
  </li>`;
}
