// What cannot be read or seen in a panel: every text, every edge of a control and every sign, computed from the colours
// the browser really shows. How contrast is computed: colours.ts.
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { contrast, groundOf, inkOf, luminance } from './colours.ts';
import { finishAnimations } from './panel-states.ts';
import { all, nameOf } from './panel.ts';

const own = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node instanceof Text)
    .map(({ data }) => data)
    .join('')
    .trim();

function visible(panel: PeerDiscussion, selector: string): Element[] {
  return [...(panel.shadowRoot?.querySelectorAll(selector) ?? [])].filter(
    (element) =>
      element.closest('.unseen, style, [aria-disabled=true]') === null &&
      element.checkVisibility({ contentVisibilityAuto: false }),
  );
}

/** Everything in a panel that shows text of its own. */
export function textsOf(panel: PeerDiscussion): Element[] {
  return visible(panel, '*').filter((element) => own(element) !== '');
}

/** What cannot be read, or not be seen, one line each; texts need this contrast, edges and signs 3. */
export function faint(panel: PeerDiscussion, least = 4.5): string[] {
  finishAnimations(panel);
  const words = textsOf(panel).flatMap((element) => {
    const ratio = contrast(inkOf(element), groundOf(element));
    return ratio < least ? [`${ratio.toFixed(2)} “${own(element).slice(0, 30)}”`] : [];
  });
  const controls = [...all(panel, 'textbox'), ...all(panel, 'button'), ...all(panel, 'select')];
  const edges = controls.flatMap((element) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(element);
    const edge = borderTopWidth === '0px' ? groundOf(element) : borderTopColor;
    const isEdged = luminance(edge) !== luminance(groundOf(element.parentElement)) && !borderTopColor.endsWith(' 0)');
    const ratio = contrast(edge, groundOf(element.parentElement));
    return isEdged && ratio < 3 ? [`edge ${ratio.toFixed(2)} “${nameOf(element)}”`] : [];
  });
  const signs = [
    ...visible(panel, 'svg').map((sign) => [inkOf(sign), sign] as const),
    ...visible(panel, '.dot').map((sign) => [getComputedStyle(sign).backgroundColor, sign] as const),
  ].flatMap(([ink, sign]) => {
    const ratio = contrast(ink, groundOf(sign.parentElement));
    return ratio < 3 ? [`sign ${ratio.toFixed(2)} in “${nameOf(sign.parentElement ?? sign)}”`] : [];
  });
  return [...words, ...edges, ...signs];
}
