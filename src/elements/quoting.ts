// Begins a reply with a quotation: of what is selected in a post, or of all of it, with the name of its author. Loaded
// when somebody first quotes.
import type { Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import { editField, markedOf } from './edit-field.ts';
import { markdownOf } from './markdown-of.ts';
import type { PeerDiscussionPost } from './peer-discussion-post.ts';
import { selectedRange } from './selected-range.ts';

/** A Markdown text as a quotation of somebody; what it quotes itself is left out. Empty where nothing is left. */
export function quotationOf(author: string, text: string): string {
  const own = text
    .split('\n')
    .filter((line) => !/^ {0,3}>/.test(line))
    .join('\n')
    .trim();
  const name = author.replace(/\s+/gu, ' ').replace(/[\\`*_~[\]<>|]/gu, '\\$&');
  return own === '' ? '' : `${`**${name}**\n\n${own}`.replace(/^/gm, '> ').replace(/[ \t]+$/gm, '')}\n\n`;
}

/** The post in which a selection begins, and the part of it that is selected; null where that is in no post's text. */
export function quotedIn(range: Range): { readonly row: PeerDiscussionPost; readonly range: Range } | null {
  const { startContainer: node } = range;
  const start = node instanceof Element ? node : node.parentElement;
  const row = start?.closest('peer-discussion-post') ?? null;
  const body = row?.querySelector('[part~=body]') ?? null;
  if (row === null || body === null || !range.intersectsNode(body)) return null;
  const within = document.createRange();
  within.selectNodeContents(body);
  if (body.contains(node)) within.setStart(node, range.startOffset);
  if (body.contains(range.endContainer)) within.setEnd(range.endContainer, range.endOffset);
  return within.toString().trim() === '' ? null : { row, range: within };
}

/** The Markdown of what is selected in a post; of code, the code. */
function markdownIn(range: Range): string {
  const { commonAncestorContainer: node } = range;
  const code = (node instanceof Element ? node : node.parentElement)?.closest('pre, code') ?? null;
  const selected = range.cloneContents();
  if (code === null) return markdownOf(selected);
  const wrapped = document.createElement(code.tagName);
  wrapped.append(selected);
  const fragment = document.createDocumentFragment();
  fragment.append(wrapped);
  return markdownOf(fragment);
}

function textToQuote(root: ShadowRoot, row: PeerDiscussionPost, post: Post): string {
  const range = selectedRange(root);
  const quoted = range === null ? null : quotedIn(range);
  return quotationOf(post.author.name, quoted?.row === row ? markdownIn(quoted.range) : post.body);
}

/** Quotes what is selected, in the reply that is being written to that post or in a new one; else a post as a whole. */
export function quote(root: ShadowRoot, id: string | null): void {
  const range = selectedRange(root);
  const row =
    (range === null ? null : quotedIn(range)?.row) ??
    [...root.querySelectorAll('peer-discussion-post')].find(({ view }) => view.entry.id === id);
  if (row === undefined || !isPost(row.view.entry)) return;
  const quotation = textToQuote(root, row, row.view.entry);
  const field = row.mode === 'reply' ? row.querySelector<HTMLTextAreaElement>('.own textarea') : null;
  if (field === null) row.reply(quotation);
  else {
    const { text, end } = markedOf(field);
    const before = text.slice(0, end).trimEnd();
    const begun = before === '' ? quotation : `${before}\n\n${quotation}`;
    editField(field, { text: begun + text.slice(end).trimStart(), start: begun.length, end: begun.length });
  }
  document.getSelection()?.removeAllRanges();
}
