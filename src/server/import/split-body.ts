// Cuts a body that is longer than a post may be into several, where the text itself pauses. Nothing of it is lost.

const fenceForm = /^ {0,3}(`{3,}|~{3,})/;

/** The last place before the limit where the text pauses most: at a paragraph, a line, a word, at worst anywhere. */
function pause(text: string, limit: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, limit);
    if (at > limit / 2) return at;
  }
  return /\p{Surrogate}$/u.test(text.slice(0, limit)) ? limit - 1 : limit;
}

/** The line that opened the block of code in which this text ends; null where it ends in none. */
function openFence(text: string): string | null {
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = fenceForm.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === null) fence = line;
    else if (mark.startsWith(fenceForm.exec(fence)?.[1] ?? '') && line.trim() === mark) fence = null;
  }
  return fence;
}

/**
 * The parts of a body in order, each at most `limit` long and numbered `(1/3)`; the body alone where it fits.
 * A block of code that is cut is closed in one part and opened again in the next.
 */
export function splitBody(body: string, limit: number): readonly string[] {
  if (body.length <= limit) return [body];
  /** Room for the number on top and for what closes and opens a block of code. */
  const room = limit - 100;
  const parts: string[] = [];
  let rest = body;
  while (rest.length > room) {
    const at = pause(rest, room);
    const part = rest.slice(0, at);
    const fence = openFence(part);
    const mark = fence === null ? '' : (fenceForm.exec(fence)?.[1] ?? '');
    parts.push(fence === null ? part.trimEnd() : `${part}\n${mark}`);
    const left = rest.slice(at);
    rest = fence === null ? left.trimStart() : `${fence}\n${left.replace(/^\n/, '')}`;
  }
  if (rest.trim() !== '') parts.push(rest);
  return parts.map((part, index) => `(${index + 1}/${parts.length})\n\n${part}`);
}
