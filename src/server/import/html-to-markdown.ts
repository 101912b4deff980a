// Makes Markdown of a comment's HTML: the same text to the eye, its structure kept, its marks escaped.
// Which tags and line breaks count is decided in tidy-html.ts.
import TurndownService from 'turndown';
import { escapeMarkdown, escapeStart, withoutLinks } from './escape-markdown.ts';
import { codeBlock, codeInLine } from './markdown-code.ts';
import { emphasised, followsCode, letterBeside } from './markdown-emphasis.ts';
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

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

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

/** Numbers the items of lists, each in its turn. */
function createNumbering(): (list: Element) => number {
  const next = new WeakMap<Element, number>();
  return (list) => {
    const start = list.getAttribute('start') ?? '';
    const number = next.get(list) ?? (/^\d{1,8}$/.test(start) ? Number(start) : 1);
    next.set(list, number + 1);
    return number;
  };
}

function createConverter(base: string, losses: string[]): TurndownService {
  const service = new TurndownService({ preformattedCode: true });
  const numberIn = createNumbering();
  service.escape = escapeMarkdown;
  const add = (names: string, replacement: (content: string, node: HTMLElement) => string): void => {
    const filter = new Set(names.toUpperCase().split(' '));
    service.addRule(names, { filter: (node) => filter.has(node.nodeName), replacement });
  };
  addTableRules(service);
  add('p', (content) => `\n\n${escapeStart(content.trim())}\n\n`);
  add('div dd', (content) => `\n\n${content}\n\n`);
  add('br', () => '\n');
  add('hr', () => '\n\n---\n\n');
  add('h1 h2 h3 h4 h5 h6', (content, node) => {
    const text = oneLine(content).replace(/(?<=^|\s)#+$/, '\\$&');
    return text === '' ? '' : `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${text}\n\n`;
  });
  add('blockquote', (content) => `\n\n${content.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`);
  add('dt', (content) => `\n\n${content.includes('**') ? oneLine(content) : `**${oneLine(content)}**`}\n\n`);
  add('em i cite var dfn strong b del s strike', emphasised);
  add('q', (content) => `“${content}”`);
  add('sup', (content) =>
    /^[\d+-]+$/.test(content) ? content.replace(/./g, (sign) => superscript[sign] ?? sign) : content,
  );
  add('pre', (_, node) => codeBlock(node.textContent ?? ''));
  add('code kbd samp tt', (content, node) => {
    const code = node.textContent ?? '';
    const parent = node.parentElement;
    if (parent === null || parent.closest('pre, code, kbd, samp, tt') !== null) return content;
    const spoilsLink = code.includes('`') && parent.closest('a') !== null;
    const spoilsCell = code.includes('\\|') && parent.closest('td, th') !== null;
    return spoilsLink || spoilsCell || followsCode(node) ? escapeMarkdown(oneLine(code)) : codeInLine(code);
  });
  add('ul ol', (content, node) => {
    const within = node.parentElement?.nodeName ?? '';
    // A list that begins with another number than 1 does not end a paragraph by itself.
    if (within === 'LI') return `${/^\s*(?:- |1\. )/.test(content) ? '\n' : '\n\n'}${content.trim()}\n`;
    return within === 'UL' || within === 'OL'
      ? `\n${content.trim().replace(/^/gm, '  ')}\n`
      : `\n\n${content.trim()}\n\n`;
  });
  add('li', (content, node) => {
    if (content.trim() === '') return '';
    const marker = node.parentElement?.nodeName === 'OL' ? `${numberIn(node.parentElement)}. ` : '- ';
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
    if (node.textContent?.trim() === address) return `<${address}>`;
    // After an exclamation mark the form of a link means a picture.
    if (letterBeside(node, 'previousSibling') === '!') return `${text} <${address}>`;
    return `[${text}](${destination(address)})`;
  });
  return service;
}

/** The comment as Markdown; empty where nothing of it shows. */
export function htmlToMarkdown(html: string, origin: Origin): Converted {
  const tidied = tidyHtml(html, origin);
  const losses = [...tidied.losses];
  const markdown = createConverter(origin.base, losses).turndown(tidied.html);
  return { markdown: markdown.replace(unstorable, '').trim(), losses };
}

/** The text of the comment, line by line, without any form. */
export function htmlToLines(html: string, origin: Origin): string {
  const service = createConverter(origin.base, []);
  service.escape = (text) => text;
  return service.turndown(tidyHtml(html, { ...origin, plain: true }).html).replace(unstorable, '');
}

/** The text of some HTML in one line, as for a title or a name. */
export function htmlToText(html: string): string {
  const service = new TurndownService();
  service.escape = (text) => text;
  service.addRule('text', { filter: () => true, replacement: (content) => content });
  return oneLine(service.turndown(tidyHtml(html, { lineBreaks: false, plain: true }).html));
}
