// What somebody has selected inside a shadow root: each engine has its own way to say so.

/** Ways that not every engine has. */
interface Selecting {
  getSelection?(): Selection | null;
  getComposedRanges?(options: { shadowRoots: readonly ShadowRoot[] }): readonly StaticRange[];
}

/** The range that is selected inside this root; null where nothing is. */
export function selectedRange(root: ShadowRoot): Range | null {
  const selection = (root as Selecting).getSelection?.() ?? document.getSelection();
  const own = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (own !== null && !own.collapsed && root.contains(own.commonAncestorContainer)) return own;
  try {
    const [composed] =
      (document.getSelection() as Selecting | null)?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
    if (composed === undefined || composed.collapsed || !root.contains(composed.startContainer)) return null;
    const range = document.createRange();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range.collapsed ? null : range;
  } catch {
    return null; // an engine that asks for it in another way
  }
}
