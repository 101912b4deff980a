// Writes plain text as Markdown that shows exactly that text, with no more backslashes than it needs.

const address = /https?:\/\/[^\s<>]*[^\s<>.,:;!?'")\]}*_~|\\]/giu;

/** Marks that mean something wherever they stand. */
const anywhere = /[\\`*~[\]]|&(?=#?\w+;)|<(?=\S)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;
/** Marks that mean something at the start of a line: headings, rules, lists, quotes, tables, underlined headings. */
const atStart = /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-{2,}|=|>|\||:(?=-)|\d{1,9}(?=[.)](?:\s|$)))/u;

/** An address without a scheme, which renderers make a link of, backslashes and all: here it must stay text. */
const marredAddress = /www\.(?=\S*\\)/gi;

function escapeMarks(text: string): string {
  return text.replace(anywhere, '\\$&').replace(marredAddress, (found) => `${found.slice(0, -1)}\\.`);
}

/** Markdown of one line whose first mark, if it has one unescaped, is only text. */
export function escapeStart(line: string): string {
  return line.replace(atStart, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** Text as Markdown, taken to stand at the start of a line; an address in it becomes a link to itself. */
export function escapeMarkdown(text: string): string {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(address)) {
    out += `${escapeMarks(text.slice(at, found.index))}<${found[0]}>`;
    at = found.index + found[0].length;
  }
  out += escapeMarks(text.slice(at));
  return escapeStart(out);
}

/** Markdown made by `escapeMarkdown`, for the inside of a link: an address in it stays plain text. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/(\\*)<(https?:[^\s<>]*)>/gi, (link, slashes: string, found: string) =>
    slashes.length % 2 === 0 ? slashes + escapeMarks(found) : link,
  );
}
