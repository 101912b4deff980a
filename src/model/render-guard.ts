// Says of a body, from its source alone, whether a browser should be asked to render it: one pass over its lines adds up
// what a Markdown parser may have to do for them. How a body is rendered is in elements/markdown.ts.

/** Quotes and list items that may stand in one another. */
export const depthLimit = 20;

/** What a body may take to render, in units of about a quarter of a microsecond on a small server. */
export const effortLimit = 80_000;

/** What an element takes: to be found and made. */
export const elementEffort = 28;

/** What a line takes in each of the quotes and list items that it may stand in. */
export const lineEffort = 12;

const mark = /[*_~`[\]<]/g;
const tilde = /~/g;
const stop = /[!\\]/g;
const joined = /[a-z\d]_(?=[a-z\d])/gi;
const reread = /[@_!]|www\.|:\/\//i;
const word = /[!-;=-~]{64,}/g;
const trail = /[?!.,:;*_'"~)&]{16,}/g;
const gap = /\s{64,}/g;

const count = (run: string, pattern: RegExp): number => run.match(pattern)?.length ?? 0;
const lengths = (run: string, pattern: RegExp): number[] => (run.match(pattern) ?? []).map(({ length }) => length);
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/**
 * The most that a run of inline Markdown (a paragraph, a heading, a cell) takes. Every mark may look at every other and
 * at the whole run, but for the underscores within names. Long words, wide gaps and what trails an address may be read
 * again from each of their characters. The weights are measured: test/elements/markdown-cost.test.ts holds them to it.
 */
export function inlineEffort(run: string): number {
  const { length } = run;
  const marks = count(run, mark);
  const openers = marks - count(run, joined);
  const looks = openers * (marks + length / 30) + (count(run, tilde) * length) / 15;
  let effort = 4 + length * 1.2 + count(run, stop) * 4 + looks;
  if (length < 64) return effort;
  effort += sum(lengths(run, gap).map((wide) => wide ** 2)) / 200;
  if (!reread.test(run)) return effort;
  return effort + sum(lengths(run, word).map((long) => long ** 2)) / 100 + (sum(lengths(run, trail)) * length) / 150;
}

const rule = /^(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/;
const container = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/;
const indented = /^(?: {4}| {0,3}\t)/;
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const tableRule = /^[ \t|:]*-[- \t|:]*$/;

/** True for a line that closes a fence; within a list or a quote, whatever stands before it. */
function isFenceEnd(line: string, opening: string, isWithin: boolean): boolean {
  const text = line.replace(isWithin ? /^[ \t>]*/ : /^ {0,3}/, '').trimEnd();
  return text.startsWith(opening) && text === opening.charAt(0).repeat(text.length);
}

/** Which quotes and list items are open: for each depth of quotes, the columns where the text of its list items begins. */
class Containers {
  #lists: number[][] = [[]];

  get depth(): number {
    return this.#lists.reduce((sum, list) => sum + list.length + 1, -1);
  }

  /**
   * Takes the markers off a line and opens what they begin. A line without one may continue a paragraph of the innermost
   * container, however little it is indented: only after a blank line does it close anything.
   */
  enter(line: string, isAfterBlank: boolean): { readonly text: string; readonly markers: number } {
    let text = line;
    let markers = 0;
    let quotes = 0;
    let column = 0;
    for (;;) {
      const space = /^[ \t]*/.exec(text)?.[0] ?? '';
      for (const character of space) column += character === '\t' ? 4 - (column % 4) : 1;
      text = text.slice(space.length);
      const marker = rule.test(text) ? undefined : container.exec(text)?.[0];
      if (text === '' || (marker === undefined && !isAfterBlank) || markers > depthLimit) break;
      const list = this.#lists[quotes] ?? [];
      while ((list.at(-1) ?? 0) > column) list.pop();
      if (marker !== '>') this.#lists.length = quotes + 1;
      if (marker === undefined) break;
      markers += 1;
      text = text.slice(marker.length);
      if (marker === '>') {
        quotes += 1;
        this.#lists[quotes] ??= [];
        column = 0;
      } else {
        column += marker.length;
        list.push(column + 1);
      }
    }
    return { text, markers };
  }
}

/** What the text of a list item takes besides: from each line marked looks through the rest for a heading's underline. */
export function itemEffort(text: string): number {
  return (count(text, /\n/g) * text.length) / 8;
}

/** What is wrong with a body, as a phrase that follows the word "body"; null where it can be rendered in good time. */
export function renderFlaw(body: string): string | null {
  const containers = new Containers();
  let effort = 0;
  let rest = body.length;
  let run = '';
  let isItem = false;
  let fenced: string | null = null;
  let isFencedWithin = false;
  let columns = 0;
  let isAfterBlank = true;
  let isCode = false;

  const closeRun = (): void => {
    if (run === '') return;
    effort += inlineEffort(run) + (isItem ? itemEffort(run) : 0);
    run = '';
  };

  for (const line of body.split(/\r\n|[\r\n]/)) {
    rest -= line.length + 1;
    effort += 1 + line.length / 50;
    const isWithin = containers.depth > 0;
    const isIndented = !isWithin && indented.test(line);
    isCode = isIndented && (isAfterBlank || isCode);
    if (fenced !== null && isFenceEnd(line, fenced, isFencedWithin)) {
      fenced = null;
      continue;
    }
    // Where a fence within a list or a quote ends, nobody can say without parsing: what it holds still counts as lines.
    if (isCode || (fenced !== null && !isFencedWithin)) continue;
    const { text, markers } = containers.enter(line, isAfterBlank);
    const { depth } = containers;
    if (depth > depthLimit) return 'is nested too deeply';
    effort += lineEffort * depth + 2 * elementEffort * markers;
    isAfterBlank = text === '';
    if (isAfterBlank) {
      closeRun();
      columns = 0;
      continue;
    }
    effort += lineEffort + elementEffort * (1 + columns);
    if (isFencedWithin && depth === 0) fenced = null;
    if (fenced === null && !isIndented) {
      const [, ticks, tildes] = fence.exec(text) ?? [];
      fenced = ticks ?? tildes ?? null;
      isFencedWithin = depth > 0;
    }
    if (text.includes('|') && tableRule.test(text)) {
      // What only looks like a table is read to its end again, from each line that could be the second of one.
      effort += rest / 8;
      columns = text.split('|').length;
    }
    if (markers > 0 || columns > 0 || fenced !== null || text.startsWith('|')) closeRun();
    if (fenced === null) run += `${text}\n`;
    isItem = depth > 0;
    if (effort > effortLimit) break;
  }
  closeRun();
  return effort > effortLimit ? 'has too many marks' : null;
}
