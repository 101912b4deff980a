// Which colour of the panel stands on which, and the contrast WCAG 2.2 AA asks for between them; computed inside a
// panel, where its tokens have the values that count.
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { contrast } from './colours.ts';

const text = 4.5;
const sign = 3;

/** What stands on what in the panel's styles, and the least contrast of the two. */
export const tokenPairs: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ...['text', 'muted', 'accent', 'danger', 'caution'].map((ink) => [ink, 'surface', text] as const),
  ...['text', 'muted', 'accent'].map((ink) => [ink, 'tint', text] as const),
  ...['text', 'muted', 'accent', 'danger', 'caution'].map((ink) => [ink, 'accent-tint', text] as const),
  ...['text', 'muted', 'caution'].map((ink) => [ink, 'caution-tint', text] as const),
  ...['text', 'muted', 'danger'].map((ink) => [ink, 'danger-tint', text] as const),
  ['accent-text', 'accent', text],
  ['accent-text', 'accent below a mouse', text],
  ['text', 'surface below a mouse', text],
  ...['edge', 'accent', 'danger'].map((ink) => [ink, 'surface', sign] as const),
  ...['edge', 'accent'].map((ink) => [ink, 'tint', sign] as const),
  ...['edge', 'danger'].map((ink) => [ink, 'danger-tint', sign] as const),
];

const mixed: Readonly<Record<string, string>> = {
  'accent below a mouse': 'color-mix(in oklab, var(--_accent) 88%, var(--_text))',
  'surface below a mouse': 'color-mix(in oklab, var(--_text) 7%, var(--_surface))',
};

/** The colours of these tokens in a panel, as the browser computes them. */
function read(panel: PeerDiscussion, tokens: readonly string[]): Record<string, string> {
  const probe = document.createElement('i');
  panel.shadowRoot?.querySelector('.frame')?.append(probe);
  const colours = tokens.map((token) => {
    probe.style.color = mixed[token] ?? `var(--_${token})`;
    return [token, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}

/** The pairs below what they need in a panel, one line each; `leastText` is what texts need. */
export function lowPairs(panel: PeerDiscussion, leastText = text): string[] {
  const colours = read(panel, [...new Set(tokenPairs.flatMap(([ink, ground]) => [ink, ground]))]);
  return tokenPairs.flatMap(([ink, ground, least]) => {
    const ratio = contrast(colours[ink] ?? '', colours[ground] ?? '');
    return ratio < (least === text ? leastText : least) ? [`${ratio.toFixed(2)} ${ink} on ${ground}`] : [];
  });
}
