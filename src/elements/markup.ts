// What the writer's tools make of a text in Markdown: wrap, link, quote, list, code. Pure, over a text and what is
// selected in it; each mark is taken away where it is there already.

/** A text and what is selected in it; offsets in UTF-16 code units. */
export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A way to mark a text. */
export type Mark = (marked: Marked) => Marked;

function splice({ text }: Marked, from: number, to: number, by: string, start: number, end: number): Marked {
  return { text: text.slice(0, from) + by + text.slice(to), start, end };
}

/** The selection without the white space at its ends, which marks must not enclose. */
function tightened({ text, start, end }: Marked): Marked {
  const selected = text.slice(start, end);
  if (selected.trim() === '') return { text, start, end };
  return {
    text,
    start: start + selected.length - selected.trimStart().length,
    end: end - selected.length + selected.trimEnd().length,
  };
}

/** How often a character stands directly before (-1) or after (1) a place. */
function run(text: string, place: number, step: -1 | 1, character: string): number {
  let length = 0;
  while (text[step < 0 ? place - 1 - length : place + length] === character) length++;
  return length;
}

/** True where a run of a mark's character holds that mark: three stars are bold and italic. */
function holds(length: number, mark: string): boolean {
  return mark.length === 1 ? length % 2 === 1 : length >= mark.length;
}

/** Puts a mark, such as `**`, around what is selected; line by line, as no mark reaches over a paragraph. */
export function wrap(marked: Marked, mark: string): Marked {
  const { text, start, end } = tightened(marked);
  const character = mark.charAt(0);
  const size = mark.length;
  const selected = text.slice(start, end);
  const [before, after] = [run(text, start, -1, character), run(text, end, 1, character)];
  if (holds(before, mark) && holds(after, mark))
    return splice({ text, start, end }, start - size, end + size, selected, start - size, end - size);
  const lines = selected.split('\n');
  const inner = lines.map((line) => line.trim()).filter((line) => line !== '');
  const isMarked = (line: string): boolean =>
    line.length > 2 * size &&
    holds(run(line, 0, 1, character), mark) &&
    holds(run(line, line.length, -1, character), mark);
  const isOff = inner.length > 0 && inner.every(isMarked);
  const by = lines
    .map((line) => {
      const core = line.trim();
      if (core === '' && selected !== '') return line;
      return line.replace(core, () => (isOff ? core.slice(size, -size) : mark + core + mark));
    })
    .join('\n');
  const isLine = lines.length === 1 && !isOff;
  const from = isLine ? start + size : start;
  return splice({ text, start, end }, start, end, by, from, isLine ? end + size : start + by.length);
}

/** Makes what is selected bold. */
export const bold: Mark = (marked) => wrap(marked, '**');
/** Makes what is selected italic. */
export const italic: Mark = (marked) => wrap(marked, '*');

const address = /^https?:\/\/[^\s<>]+$/i;

/** True for a text that is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return address.test(text) && URL.canParse(text);
}

function linkText(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

/** An address as it may stand between the parentheses of a link. */
function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** Makes a link of what is selected: of an address the text is still to be written, of a text the address. */
export const link: Mark = (marked) => {
  const { text, start, end } = tightened(marked);
  const selected = text.slice(start, end);
  const isTarget = isAddress(selected);
  const words = isTarget ? '' : linkText(selected);
  const target = isTarget ? linkTarget(selected) : 'https://';
  const by = `[${words}](${target})`;
  const [from, to] = words === '' ? [1, 1] : [words.length + 3, by.length - 1];
  return splice({ text, start, end }, start, end, by, start + from, start + to);
};

/** The selected words as a link to this address; null where nothing fit to be a link is selected. */
export function linkTo(marked: Marked, url: string): Marked | null {
  const { text, start, end } = tightened(marked);
  const selected = text.slice(start, end);
  if (selected.trim() === '' || isAddress(selected) || /\n\s*\n/.test(selected)) return null;
  const by = `[${linkText(selected)}](${linkTarget(url)})`;
  return splice(marked, start, end, by, start + by.length, start + by.length);
}

/** Puts a mark before every line that is selected, and ends what it marks where other text follows. */
function prefix({ text, start, end }: Marked, mark: string): Marked {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const isOff = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (isOff ? line.slice(mark.length) : mark + line)).join('\n');
  const next = text.slice(to + 1).split('\n', 1)[0] ?? '';
  const runsOn = !isOff && next.trim() !== '' && !next.startsWith(mark);
  const by = runsOn ? `${changed}\n` : changed;
  const caret = Math.max(from, start + (isOff ? -mark.length : mark.length));
  const isCaret = start === end && lines.length === 1;
  const marked = { text, start, end };
  return isCaret
    ? splice(marked, from, to, by, caret, caret)
    : splice(marked, from, to, by, from, from + changed.length);
}

/** Makes quotes of the selected lines. */
export const quote: Mark = (marked) => prefix(marked, '> ');
/** Makes points of the selected lines. */
export const list: Mark = (marked) => prefix(marked, '- ');

/** Makes code of what is selected: of one line within its text, of several a block of its own. */
export const code: Mark = (marked) => {
  const { text, start, end } = tightened(marked);
  const selected = text.slice(start, end);
  const longest = Math.max(0, ...(selected.match(/`+/g) ?? []).map((ticks) => ticks.length));
  if (!selected.includes('\n')) {
    if (longest === 0) return wrap({ text, start, end }, '`');
    const ticks = '`'.repeat(longest + 1);
    const by = `${ticks} ${selected} ${ticks}`;
    return splice({ text, start, end }, start, end, by, start + ticks.length + 1, end + ticks.length + 1);
  }
  const fence = '`'.repeat(Math.max(3, longest + 1));
  const opening = `${start === 0 || text[start - 1] === '\n' ? '' : '\n'}${fence}\n`;
  const closing = `\n${fence}${end === text.length || text[end] === '\n' ? '' : '\n'}`;
  const from = start + opening.length;
  return splice({ text, start, end }, start, end, opening + selected + closing, from, from + selected.length);
};
