// The text of a row as one element. Far from what is seen it holds the plain source, so that a search in the page and a
// screen reader find it in its place; the Markdown is made when the row comes near, or when the page is idle. There are
// as many of these as posts: a record each, and no more.
import type { Post } from '../model/post.ts';
import { format, formatterReady } from './formatter.ts';
import { whenIdle } from './when-idle.ts';

/** The text of one row. */
export interface RowBody {
  element: HTMLElement | null;
  /** The text it was made for. */
  source: string;
  /** False while the source stands there. */
  isMade: boolean;
  /** Takes it out of what is done when the page is idle; null where it is not among that. */
  forget: (() => void) | null;
}

/** A body without a text. */
export function emptyBody(): RowBody {
  return { element: null, source: '', isMade: false, forget: null };
}

/** Leaves it as it is while the row is nowhere. */
export function restBody(body: RowBody): void {
  body.forget?.();
  body.forget = null;
}

/** Takes up what waits. */
export function wakeBody(body: RowBody): void {
  if (body.element !== null && !body.isMade) body.forget ??= whenIdle(() => make(body, wakeBody));
}

/** `again` is done once Markdown can be made, where that is not yet so. */
function make(body: RowBody, again: (body: RowBody) => void): void {
  restBody(body);
  if (body.element === null || body.isMade) return;
  const made = format(body.source);
  if (made === null) return void formatterReady().then(() => again(body));
  body.isMade = true;
  body.element.replaceChildren(made);
  for (const scroller of body.element.querySelectorAll<HTMLElement>('pre, table')) scroller.tabIndex = 0;
}

/** The element with a post's text: the same one as long as the text is the same. */
export function showBody(body: RowBody, post: Post, isNear: boolean): HTMLElement {
  let { element } = body;
  if (element === null || body.source !== post.body) {
    restBody(body);
    element?.remove();
    element = document.createElement('div');
    element.setAttribute('part', 'body');
    element.dir = 'auto';
    element.textContent = post.body;
    Object.assign(body, { element, source: post.body, isMade: false });
  }
  element.className = `prose ${post.state}`;
  if (isNear) make(body, (later) => make(later, wakeBody));
  else wakeBody(body);
  return element;
}

/** Puts head and text before what a row's template makes; what is in its place is not touched. */
export function placeText(row: Element, head: Element | null, text: Element | null): void {
  let next = row.firstChild;
  for (const one of [head, text])
    if (one !== null && one === next) next = next.nextSibling;
    else if (one !== null) row.insertBefore(one, next);
}
