// The item of the list around a row: how deep it stands, and the line where the last visit ended. Made by hand, since
// there are as many as posts. What is in a row is the row's affair.
import type { PeerDiscussionPost } from './peer-discussion-post.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** A row in its item. */
export interface RowItem {
  readonly element: HTMLLIElement;
  readonly row: PeerDiscussionPost;
}

/** An item with a new row that has no view yet. */
export function makeItem(): RowItem {
  const element = document.createElement('li');
  const row = document.createElement('peer-discussion-post');
  row.setAttribute('role', 'article');
  row.setAttribute('part', 'post');
  row.tabIndex = -1;
  element.append(row);
  return { element, row };
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

/**
 * Puts these into a list, in this order; whatever else is in it goes. What stands in its place is not touched.
 * @param gone items that are in the list no more
 */
export function arrangeItems(list: Element, items: Iterable<RowItem>, gone: Iterable<RowItem>): void {
  for (const { element } of gone) element.remove();
  let next = list.firstElementChild;
  for (const { element } of items)
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
}
