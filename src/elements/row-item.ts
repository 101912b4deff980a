// The item of the list around a row: how deep it stands, and the line where the last visit ended; and the element around
// the items of a thread, so that of what is far a browser keeps account by thread and not by row. Made by hand, since there
// are as many as posts. What is in a row is the row's affair.
import type { PeerDiscussionPost } from './peer-discussion-post.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** A row in its item. */
export interface RowItem {
  readonly element: HTMLLIElement;
  readonly row: PeerDiscussionPost;
  /** What is around the items of the thread that it begins; null where it began none yet. */
  thread: HTMLElement | null;
}

/** An item with a new row that has no view yet. */
export function makeItem(): RowItem {
  const element = document.createElement('li');
  const row = document.createElement('peer-discussion-post');
  row.setAttribute('role', 'article');
  row.setAttribute('part', 'post');
  row.tabIndex = -1;
  element.append(row);
  return { element, row, thread: null };
}

/** Makes an item look as its row is. */
export function dressItem({ element, row }: RowItem, view: RowView, strings: Strings): void {
  element.dataset['depth'] = String(view.depth);
  const look = [view.isNew && 'new', view.isMarked && 'marked', view.isSince && 'since'].filter(Boolean).join(' ');
  if (element.className !== look) element.className = look;
  const line = row.previousElementSibling;
  if (!view.isSince) line?.remove();
  else if (line === null) {
    const since = document.createElement('p');
    since.className = 'since-line';
    since.setAttribute('part', 'since');
    since.textContent = strings.since;
    row.before(since);
  } else line.textContent = strings.since;
}

/** Around a thread: for the eye alone, so that to a screen reader all is one list. */
function makeThread(): HTMLElement {
  const thread = document.createElement('div');
  thread.setAttribute('role', 'none');
  return thread;
}

/**
 * Puts these into a list, in this order, by threads; whatever else is in it goes. What stands in its place is not touched.
 * @param gone items that are in the list no more
 */
export function arrangeItems(list: Element, items: readonly RowItem[], gone: Iterable<RowItem>): void {
  for (const { element } of gone) element.remove();
  const threads: [HTMLElement, Element[]][] = [];
  for (const item of items) {
    const last = threads.at(-1);
    if (last === undefined || item.row.view.depth === 0) threads.push([(item.thread ??= makeThread()), [item.element]]);
    else last[1].push(item.element);
  }
  arrange(
    list,
    threads.map(([thread]) => thread),
  );
  for (const [thread, own] of threads) {
    arrange(thread, own);
    const count = String(own.length);
    if (thread.dataset['rows'] === count) continue;
    thread.dataset['rows'] = count;
    thread.style.setProperty('--_rows', count);
  }
  for (const empty of list.querySelectorAll(':scope > :empty')) empty.remove();
}

function arrange(parent: Element, children: Iterable<Element>): void {
  let next = parent.firstElementChild;
  for (const child of children)
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
}
