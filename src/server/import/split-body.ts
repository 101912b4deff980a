// Cuts a body that is longer than a post may be into several, where the text itself pauses. Nothing of it is lost.

/** A fence of a length that anybody would write: longer ones are not carried over a cut. */
const fenceForm = /^ {0,3}(`{3,40}|~{3,40})(?![`~])/;

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

/** The parts of a text in order, each at most `limit` long. A block of code that is cut is closed and opened again. */
export function cutText(text: string, limit: number): readonly string[] {
  /** Leaves space for what closes and opens a block of code. */
  const space = limit - 90;
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = pause(rest, space);
    const part = rest.slice(0, at);
    const left = rest.slice(at);
    const fence = openFence(part);
    if (fence === null) {
      parts.push(part.trimEnd());
      rest = left.trimStart();
    } else {
      parts.push(`${part}\n${fenceForm.exec(fence)?.[1] ?? ''}`);
      rest = `${fence}\n${left.replace(/^\n/, '')}`;
    }
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
}

/** Marks the parts of one text as such: `(1/3)`; one part alone is left as it is. */
export function numbered(parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts;
  return parts.map((part, index) => `(${index + 1}/${parts.length})\n\n${part}`);
}
