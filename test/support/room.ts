// Whether a panel has room: what is cut off in it, what stands out of it sideways, and what is too small to be pressed.
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { all, get, nameOf } from './panel.ts';

const whole = new CSSStyleSheet();
whole.replaceSync('* { content-visibility: visible !important }');

/** Lays out every row, outside the window too: what Firefox does not draw has no box to be measured. */
function layOut(panel: PeerDiscussion): void {
  const sheets = panel.shadowRoot?.adoptedStyleSheets;
  if (sheets?.includes(whole) === false) sheets.push(whole);
}

function inside(panel: PeerDiscussion): HTMLElement[] {
  layOut(panel);
  return [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('.frame *') ?? [])];
}

/** What is cut off: text in a box too small for it. What only screen readers get, and what scrolls, is meant so. */
export function clipped(panel: PeerDiscussion): string[] {
  return inside(panel)
    .filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline') return false; // has no box that could cut
      // A field of one line scrolls to what is typed.
      const isField = element instanceof HTMLInputElement;
      if (element.closest('.unseen') !== null || !/hidden|clip/.test(overflowX + overflowY)) return false;
      return (
        (!isField && element.scrollWidth > element.clientWidth + 1) || element.scrollHeight > element.clientHeight + 1
      );
    })
    .map((element) => `${element.localName} ${element.className}: ${element.textContent}`);
}

/** What stands out of the panel, sideways. */
export function sticksOut(panel: PeerDiscussion): string[] {
  const { left, right } = get(panel, 'region', 'Discussion').getBoundingClientRect();
  return inside(panel)
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 0 &&
        element.closest('pre, table, .unseen, .list, dialog') === null &&
        (box.left < left - 1 || box.right > right + 1)
      );
    })
    .map((element) => element.outerHTML.slice(0, 80));
}

/** Everything that is pressed, and can be. */
export function targetsOf(panel: PeerDiscussion): HTMLElement[] {
  return ['button', 'textbox', 'summary', 'select', 'option', '[role=separator]']
    .flatMap((role) => all(panel, role))
    .filter((one) => one.checkVisibility());
}

/** The box that is pressed: a box that is ticked is pressed with its label too. */
function boxOf(one: HTMLElement): DOMRect {
  const label = one instanceof HTMLInputElement && one.type === 'checkbox' ? one.labels?.[0] : null;
  return (label ?? one).getBoundingClientRect();
}

/** What is less than so many pixels high or wide, and pressed. */
export function small(panel: PeerDiscussion, leastPx: number): string[] {
  layOut(panel);
  return targetsOf(panel).flatMap((one) => {
    const { width, height } = boxOf(one);
    return width < leastPx || height < leastPx
      ? [`${width.toFixed(1)} × ${height.toFixed(1)} “${nameOf(one)}” ${one.localName}`]
      : [];
  });
}
