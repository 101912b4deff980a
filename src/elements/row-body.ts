// The text of a row as one element. Far from what is seen it holds the plain source, so that a search in the page and a
// screen reader find it in its place; the Markdown is made when the row comes near, or when the page is idle.
import type { Post } from '../model/post.ts';
import { format, loadFormatter } from './formatter.ts';
import { whenIdle } from './when-idle.ts';

/** The text of one row. */
export interface RowBody {
  /** The element with this post's text: the same one as long as the text is the same. */
  show(post: Post, isNear: boolean): HTMLElement;
  /** Takes up what waits. */
  wake(): void;
  /** Nothing is to be made while the row is nowhere. */
  rest(): void;
}

/** A new one, without a text. */
export function createBody(): RowBody {
  let element: HTMLElement | null = null;
  let source = '';
  let isMade = false;
  let forget: (() => void) | null = null;

  const rest = (): void => {
    forget?.();
    forget = null;
  };
  const make = (): void => {
    rest();
    if (element === null || isMade) return;
    const made = format(source);
    if (made === null) return void loadFormatter().then(wake);
    isMade = true;
    element.replaceChildren(made);
    for (const scroller of element.querySelectorAll<HTMLElement>('pre, table')) scroller.tabIndex = 0;
  };
  const wake = (): void => {
    if (element !== null && !isMade) forget ??= whenIdle(make);
  };

  return {
    show({ body, state }, isNear) {
      if (element === null || source !== body) {
        element = document.createElement('div');
        element.setAttribute('part', 'body');
        element.dir = 'auto';
        element.textContent = source = body;
        isMade = false;
      }
      element.className = `prose ${state}`;
      if (isNear) make();
      else wake();
      return element;
    },
    wake,
    rest,
  };
}
