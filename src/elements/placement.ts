// Where the panel stands: in the text, docked at a side, or in a drawer. Pure; the page's window decides what of it is
// possible, and `docking.ts` does it.

/** What the page asks for. */
export type Placement = 'inline' | 'side' | 'drawer';

/** What it comes to: where there is little room, what is not inline is a sheet at the bottom. */
export type Layout = 'inline' | 'side' | 'drawer' | 'sheet';

/** Windows in which nothing stands beside the text. */
export const narrowWindow = '(max-width: 699px), (max-height: 499px)';

/** Reads an attribute's value; what is not known is inline. */
export function readPlacement(value: string | null): Placement {
  return value === 'side' || value === 'drawer' ? value : 'inline';
}

/** The layout for a placement in a window. */
export function layoutOf(placement: Placement, isNarrow: boolean): Layout {
  return placement !== 'inline' && isNarrow ? 'sheet' : placement;
}
