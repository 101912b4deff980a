// Says of a body, from its source alone, whether a browser should be asked to render it: one pass over its lines that adds
// up what a Markdown parser may have to do for them. How a body is rendered is in elements/markdown.ts.

/** Quotes and list items that may stand in one another. */
const depthLimit = 20;

/** What a body may take to render, in units of about a quarter of a microsecond on a small server. */
export const effortLimit = 100_000;

/** What an element takes to make and to purify. */
export const elementEffort = 28;

/** What a line takes once for every quote or list item it may stand in. */
export const lineEffort = 12;

const mark = /[*_~`[\]!<\\]/g;
const long = /[^\s<]{64,}/g;
const gap = /[ \t]{64,}/g;
const address = /@|www\.|:\/\//i;

function squares(runs: Iterable<string> | null): number {
  let sum = 0;
  for (const run of runs ?? []) sum += run.length ** 2;
  return sum;
}

/**
 * The most a run of inline Markdown (a paragraph, a heading, a table's cell) takes: every mark may look at every other
 * and at the whole run, and a long word around an address, like a wide gap, is read again from each of its characters.
 */
export function inlineEffort(run: string): number {
  const marks = run.match(mark)?.length ?? 0;
  const words = run.length < 64 ? null : (run.match(long)?.filter((word) => address.test(word)) ?? null);
  const gaps = run.length < 64 ? null : run.match(gap);
  return 4 + run.length * 1.2 + marks * (marks + run.length / 50) + squares(words) / 100 + squares(gaps) / 200;
}

const rule = /^(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/;
const container = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/;
const fenceLine = /^(`{3,})[^`]*$|^(~{3,})/;
const indentedLine = /^(?: {4}| {0,3}\t)/;
const tableRule = /^[ \t|:]*-[-\s|:]*$/;

/** The quotes and list items that are open: for each level of quotes, the columns at which its list items' text begins. */
class Containers {
  #lists: number[][] = [[]];

  get depth(): number {
    return this.#lists.length - 1 + this.#lists.reduce((sum, list) => sum + list.length, 0);
  }

  /** Takes the markers off a line: what is left, and how many there were. */
  enter(line: string, isAfterBlank: boolean): { text: string; markers: number } {
    let [text, markers, level, column] = [line, 0, 0, 0];
    for (;;) {
      const trimmed = text.trimStart();
      for (const space of text.slice(0, text.length - trimmed.length)) column += space === '\t' ? 4 - (column % 4) : 1;
      text = trimmed;
      const marker = rule.test(text) ? undefined : container.exec(text)?.[0];
      if (marker === undefined && (text === '' || !isAfterBlank)) break;
      this.#closeFrom(level, column);
      if (marker === undefined || ++markers > depthLimit) break;
      if (marker === '>') {
        level += 1;
        column = 0;
        this.#lists[level] ??= [];
      } else {
        this.#lists.length = level + 1;
        this.#lists[level]?.push(column + marker.length + 1);
        column += marker.length;
      }
      text = text.slice(marker.length);
    }
    return { text, markers };
  }

  #closeFrom(level: number, column: number): void {
    const list = this.#lists[level] ?? [];
    while ((list.at(-1) ?? 0) > column) list.pop();
  }
}
