// The item of the list around a row: how deep it stands, and the line where the last visit ended; and the element around
// the items of a few threads, so that of what is far a browser keeps account by these and not by row. Made by hand, since
// there are as many as posts. What is in a row is the row's affair.
import type { PeerDiscussionPost } from './peer-discussion-post.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** Rows from which on the next thread begins another group. */
const groupRows = 24;

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

/** Around the rows of a few threads: for the eye alone, so that to a screen reader all is one list. */
function makeGroup(): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'none');
  return group;
}

/** A group that may take what comes on top of it. */
function roomIn(group: Element | null): HTMLElement | null {
  return group instanceof HTMLElement && group.childElementCount < 2 * groupRows ? group : null;
}

function removeItem({ element }: RowItem): void {
  const group = element.parentElement;
  element.remove();
  if (group?.childElementCount === 0) group.remove();
}

/** Guesses a group's height, at the group itself: with what rows inherit, all of them would be styled anew. */
function guessHeight(group: HTMLElement | null, rows: number): void {
  const size = `auto ${rows * 180}px`;
  if (group?.style.containIntrinsicSize !== size) group?.style.setProperty('contain-intrinsic-size', size);
}

/**
 * Puts these into a list, in this order and by groups; whatever else is in it goes. A group begins with a thread; a thread
 * stays in its group as long as it can, so that what stands in its place is not touched; one that comes on top joins the
 * first group while there is room.
 * @param gone items that are in the list no more
 */
export function arrangeItems(list: Element, items: readonly RowItem[], gone: Iterable<RowItem>): void {
  for (const item of gone) removeItem(item);
  const used = new Set<HTMLElement>();
  let group: HTMLElement | null = null;
  let rows = 0;
  let nextGroup = list.firstElementChild;
  let next: Element | null = null;
  for (const { element, row } of items) {
    const own = element.parentElement;
    const isOwnFree = own !== null && !used.has(own);
    if (group === null || (row.view.depth === 0 && own !== group && (isOwnFree || rows >= groupRows))) {
      guessHeight(group, rows);
      group = isOwnFree ? own : ((group === null ? roomIn(nextGroup) : null) ?? makeGroup());
      used.add(group);
      if (group === nextGroup) nextGroup = nextGroup.nextElementSibling;
      else list.insertBefore(group, nextGroup);
      next = group.firstElementChild;
      rows = 0;
    }
    rows++;
    if (element === next) next = next.nextElementSibling;
    else group.insertBefore(element, next);
  }
  guessHeight(group, rows);
  for (let rest = nextGroup; rest !== null; rest = nextGroup) {
    nextGroup = rest.nextElementSibling;
    if (!rest.hasChildNodes()) rest.remove();
  }
}
