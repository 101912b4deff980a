// Adds the sheet of something that is loaded later to the panel's one shadow root.
import type { CSSResult } from 'lit';

/** Adopts a sheet, once, in the shadow root where a node stands; nothing happens outside of one. */
export function adoptSheet(node: Node, { styleSheet }: CSSResult): void {
  const root = node.getRootNode();
  if (root instanceof ShadowRoot && styleSheet !== undefined && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
