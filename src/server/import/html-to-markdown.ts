// Makes Markdown of a comment's HTML: the same text to the eye, its structure kept, its marks escaped.
// Which tags and line breaks count is decided in tidy-html.ts.
import TurndownService from 'turndown';
import { escapeMarkdown, withoutLinks } from './escape-markdown.ts';
import { addTableRules } from './markdown-table.ts';
import { tidyHtml, type TidyOptions } from './tidy-html.ts';

/** Where the HTML comes from. */
export interface Origin extends TidyOptions {
  /** Address of its page: what its relative addresses start from. */
  readonly base: string;
}

/** Markdown, and what of the HTML is not in it, each once for every time. */
export interface Converted {
  readonly markdown: string;
  readonly losses: readonly string[];
}

const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;
const superscript: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻',
}; // prettier-ignore

const inlineNames = new Set('A B CITE CODE DEL DFN EM I KBD Q S SAMP STRIKE STRONG SUB SUP TT VAR'.split(' '));

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');
const paragraphs = (text: string, wrap: (part: string) => string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => (part.trim() === '' ? part : wrap(part.trim())))
    .join('\n\n');

/** True where a mark beside this letter would be read as part of a word. */
const isWord = (letter: string | undefined): boolean => letter !== undefined && /[^\s\p{P}\p{S}]/u.test(letter);
const isMark = (letter: string | undefined): boolean => letter !== undefined && /[\p{P}\p{S}]/u.test(letter);

const runsOn = (node: Node): boolean => node.nodeType === 3 || inlineNames.has(node.nodeName);

/** The text right before or after an element in its line. */
function neighbour(element: Node, side: 'previousSibling' | 'nextSibling'): string {
  let node: Node | null = element;
  while (node !== null && node[side] === null && node.parentNode !== null && runsOn(node.parentNode))
    node = node.parentNode;
  const sibling = node?.[side] ?? null;
  return sibling !== null && runsOn(sibling) ? (sibling.textContent ?? '') : '';
}

/** Emphasis whose marks Markdown understands where they stand; without marks where it could not. */
function emphasised(content: string, node: Node, mark: string): string {
  const before = [...neighbour(node, 'previousSibling')].at(-1);
  const [after] = neighbour(node, 'nextSibling');
  return paragraphs(content, (part) => {
    const letters = [...part];
    const fits = !(isWord(before) && isMark(letters[0])) && !(isWord(after) && isMark(letters.at(-1)));
    if (fits) return mark + part + mark;
    const [, lead = '', core = '', tail = ''] = /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/su.exec(part) ?? [];
    const movable = core !== '' && !/[[\]()<>`*\\~]/.test(part);
    return movable ? lead + mark + core + mark + tail : part;
  });
}

/** The address as it may stand in Markdown; null where it is none that may be followed. */
function safeAddress(written: string | null, base: string, schemes: RegExp): string | null {
  const trimmed = (written ?? '').trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const address = new URL(trimmed, base);
  if (!schemes.test(address.protocol)) return null;
  return /^[a-z][a-z0-9+.-]*:[^\s<>\\]+$/i.test(trimmed) ? trimmed : address.href;
}

function destination(address: string): string {
  return /[()]/.test(address) ? `<${address}>` : address;
}

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}\n${code.replace(/^\n|\n$/g, '')}\n${fence}\n\n`;
}

function inlineCode(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[ `]|[ `]$/.test(code) ? ' ' : '';
  return fence + space + code + space + fence;
}

function createConverter(base: string, losses: string[]): TurndownService {
  const service = new TurndownService({ preformattedCode: true });
  service.escape = escapeMarkdown;
  const add = (names: string, replacement: (content: string, node: HTMLElement) => string): void => {
    const filter = new Set(names.toUpperCase().split(' '));
    service.addRule(names, { filter: (node) => filter.has(node.nodeName), replacement });
  };
  addTableRules(service);
  add('p div dd', (content) => `\n\n${content}\n\n`);
  add('br', () => '  \n');
  add('hr', () => '\n\n---\n\n');
  add('h1 h2 h3 h4 h5 h6', (content, node) => `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${oneLine(content)}\n\n`);
  add('blockquote', (content) => `\n\n${content.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`);
  add('dt', (content) => `\n\n${content.includes('**') ? oneLine(content) : `**${oneLine(content)}**`}\n\n`);
  add('em i cite var dfn', (content, node) => emphasised(content, node, '*'));
  add('strong b', (content, node) => emphasised(content, node, '**'));
  add('del s strike', (content) => paragraphs(content, (part) => `~~${part}~~`));
  add('q', (content) => `“${content}”`);
  add('sup', (content) =>
    /^[\d+-]+$/.test(content) ? content.replace(/./g, (sign) => superscript[sign] ?? sign) : content,
  );
  add('pre', (_, node) => fenced(node.textContent ?? ''));
  add('code kbd samp tt', (content, node) => {
    const code = node.textContent ?? '';
    if (node.parentElement?.closest('pre, code') !== null) return content;
    return code.includes('\n') ? fenced(code) : inlineCode(code);
  });
  add('ul ol', (content, node) => {
    const within = node.parentElement?.nodeName ?? '';
    if (within === 'LI') return `\n${content.trim()}\n`;
    return within === 'UL' || within === 'OL'
      ? `\n${content.trim().replace(/^/gm, '  ')}\n`
      : `\n\n${content.trim()}\n\n`;
  });
  add('li', (content, node) => {
    const list = node.parentElement;
    const first = Number(list?.getAttribute('start') ?? 1) || 1;
    const place = Array.from(list?.children ?? [])
      .filter((item) => item.nodeName === 'LI')
      .indexOf(node);
    const marker = list?.nodeName === 'OL' ? `${first + place}. ` : '- ';
    return `${marker}${content.trim().replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)}\n`;
  });
  add('img', (_, node) => {
    const alt = escapeMarkdown(oneLine(node.getAttribute('alt') ?? ''));
    const address = safeAddress(node.getAttribute('src'), base, /^https?:$/);
    if (address === null) losses.push('pictures without an address became their description');
    return address === null ? alt : `![${withoutLinks(alt)}](${destination(address)})`;
  });
  add('a', (content, node) => {
    const text = withoutLinks(oneLine(content));
    const address = safeAddress(node.getAttribute('href'), base, /^(?:https?|mailto|tel):$/);
    if (text === '') return '';
    if (address === null) {
      if (node.hasAttribute('href')) losses.push('links that may not be followed became text');
      return content;
    }
    const glue = neighbour(node, 'previousSibling').endsWith('!') ? ' ' : '';
    const shown = node.textContent?.trim();
    return glue + (shown === address ? `<${address}>` : `[${text}](${destination(address)})`);
  });
  return service;
}

/** The comment as Markdown; empty where nothing of it shows. */
export function htmlToMarkdown(html: string, origin: Origin): Converted {
  const tidied = tidyHtml(html, origin);
  const losses = [...tidied.losses];
  const markdown = createConverter(origin.base, losses).turndown(tidied.html);
  const withoutBlankBreaks = markdown.replace(/ {2}\n(?=\n)/g, '\n').replace(/\n\n {2}\n/g, '\n\n');
  return { markdown: withoutBlankBreaks.replace(unstorable, '').trim(), losses };
}

/** The text of some HTML in one line, as for a title or a name. */
export function htmlToText(html: string): string {
  const service = new TurndownService();
  service.escape = (text) => text;
  service.addRule('text', { filter: () => true, replacement: (content) => content });
  return oneLine(service.turndown(tidyHtml(html, { lineBreaks: false, plain: true }).html));
}
