// Colours as they are seen: out of whatever a stylesheet says, and how well one is read on another.

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Red, green and blue from 0 to 255 of any CSS colour, over a ground where it lets that through. */
export function channelsOf(colour, ground = '#ffffff') {
  pen.globalCompositeOperation = 'source-over';
  for (const layer of [ground, colour]) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** A colour as `#rrggbb`. */
export function hexOf(colour, ground) {
  return `#${channelsOf(colour, ground)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Relative luminance, as WCAG 2 defines it. */
function luminanceOf(colour) {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21. */
export function contrastOf(one, other) {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
