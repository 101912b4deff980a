// Contrast as it is seen: computed colours of the real page, drawn on a canvas over what lies behind them.

type Channels = readonly [red: number, green: number, blue: number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** What one sees where these colours lie over each other, the lowest first. */
function seen(layers: readonly string[]): Channels {
  if (pen === null) throw new Error('no canvas');
  for (const layer of ['#ffffff', ...layers]) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Relative luminance, as WCAG 2 defines it. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = seen([colour]).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The colour behind an element's text: its own background and those of what it stands in. */
export function groundOf(element: Element | null): string {
  const layers: string[] = [];
  for (let at = element; at !== null; at = parentOf(at)) layers.unshift(getComputedStyle(at).backgroundColor);
  return `rgb(${seen(layers).join(' ')})`;
}

/** The opacity of an element and of all it stands in. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

/** The colour of an element's text as it is seen. */
export function inkOf(element: Element): string {
  const { color } = getComputedStyle(element);
  const percent = Math.round(opacityOf(element) * 100);
  return `rgb(${seen([groundOf(element), `color-mix(in srgb, ${color} ${percent}%, transparent)`]).join(' ')})`;
}
