// Makes of a comment's HTML what the converter may see: known tags with the attributes that mean something, line
// breaks as the source meant them, nothing that runs. Text is never dropped: what is no tag stays as text.
import { block, division, dropped, inline, isTag, media } from './html-tags.ts';

/** What to make of some HTML. */
export interface TidyOptions {
  /** True where a line break in the source is one on the page. */
  readonly lineBreaks: boolean;
  /** Leaves no formatting but paragraphs and line breaks. */
  readonly plain?: boolean;
}

/** HTML of known tags only, and what was taken away, each once for every time. */
export interface Tidied {
  readonly html: string;
  readonly losses: readonly string[];
}

/** Elements that HTML closes by itself: they do not count as depth. */
const selfClosing = new Set('p li dt dd tr td th hr img'.split(' '));
const verbatim = new Set(['pre', 'code']);
const meaningful: Readonly<Record<string, readonly string[]>> = { a: ['href'], img: ['src', 'alt'], ol: ['start'] };

/** Deeper than anybody reads: what is nested further loses its tags, not its text. */
const maxDepth = 50;

const tagForm = /<(\/?)([a-z][\w:-]*)((?:\s[^<>]*|\/)?)>/giy;
const breakForm = /[ \t]*(?:\r\n?|\n)/y;

function attribute(source: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(source);
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? '').replaceAll('"', '&quot;');
}

function attributesOf(name: string, source: string): string {
  return (meaningful[name] ?? [])
    .map((key) => ({ key, value: attribute(source, key) }))
    .map(({ key, value }) => (value === null ? '' : ` ${key}="${value}"`))
    .join('');
}

/** True where code that begins here has more than one line. */
function hasLines(source: string, from: number): boolean {
  const end = source.indexOf('</code', from);
  return source
    .slice(from, end < 0 ? source.length : end)
    .trim()
    .includes('\n');
}

/** Known tags, text and line breaks of some HTML; see the head of this file. */
export function tidyHtml(source: string, options: TidyOptions): Tidied {
  const out: string[] = [];
  const losses: string[] = [];
  /** Line breaks met since the last thing that shows. */
  let breaks = 0;
  /** True at the start and beside a block: line breaks there show nothing. */
  let atEdge = true;
  let depth = 0;
  let flattened = 0;
  let inVerbatim = 0;
  let inCodeBlock = false;
  let at = 0;
  const unclosed = new Set<string>();

  const flush = (): void => {
    if (breaks > 0 && !atEdge) out.push(breaks > 1 ? '<p>' : '<br>');
    breaks = 0;
    atEdge = false;
  };
  const text = (raw: string): void => {
    const safe = raw.replaceAll('<', '&lt;');
    if (inVerbatim > 0) {
      out.push(safe);
      return;
    }
    const lines = options.lineBreaks ? safe.split(/\r\n?|\n/) : [safe];
    lines.forEach((line, index) => {
      if (index > 0) breaks += 1;
      if (line.trim() !== '') flush();
      if (line.trim() !== '' || (breaks === 0 && !atEdge)) out.push(line);
    });
  };
  const tag = (name: string, closing: boolean, attributes: string): void => {
    if (block.has(name)) {
      breaks = 0;
      atEdge = true;
    } else if (!closing && inVerbatim === 0) flush();
    if (!selfClosing.has(name)) {
      if (!closing && depth >= maxDepth) {
        flattened += 1;
        return;
      }
      if (closing && flattened > 0) {
        flattened -= 1;
        return;
      }
      depth = Math.max(0, depth + (closing ? -1 : 1));
    }
    if (verbatim.has(name)) inVerbatim = Math.max(0, inVerbatim + (closing ? -1 : 1));
    out.push(closing ? `</${name}>` : `<${name}${attributes}>`);
  };
  /** Code of several lines is a block, whatever the source called it. */
  const code = (closing: boolean): void => {
    const isBlock = closing ? inVerbatim === 2 && inCodeBlock : inVerbatim === 0 && hasLines(source, at);
    if (isBlock && !closing) tag('pre', false, '');
    tag('code', closing, '');
    if (isBlock && closing) tag('pre', true, '');
    inCodeBlock = isBlock ? !closing : inCodeBlock;
  };
  const open = (name: string, attributes: string): void => {
    if (/\son\w+\s*=/i.test(attributes)) losses.push('event handlers left out');
    const address = media.has(name) ? attribute(attributes, 'src') : null;
    if (address !== null && !options.plain) {
      losses.push('embedded media became links');
      tag('a', false, ` href="${address}"`);
      text(address);
      tag('a', true, '');
    }
  };
  /** Where the content of a dropped element ends: after its end tag; null where it has none and only the tag goes. */
  const endOf = (name: string, from: number): number | null => {
    if (unclosed.has(name)) return null;
    const end = new RegExp(`</${name}\\b[^<>]*>`, 'gi');
    end.lastIndex = from;
    if (end.exec(source) !== null) return end.lastIndex;
    unclosed.add(name);
    return null;
  };

  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next !== at) {
      text(source.slice(at, next < 0 ? source.length : next));
      if (next < 0) break;
      at = next;
    }
    if (source.startsWith('<!--', at) && !unclosed.has('!--')) {
      const end = source.indexOf('-->', at + 4);
      if (end < 0) unclosed.add('!--');
      else at = end + 3;
      continue;
    }
    tagForm.lastIndex = at;
    const [whole = '', slash = '', written = '', attributes = ''] = tagForm.exec(source) ?? [];
    const name = written.toLowerCase();
    if (whole === '' || !isTag(name)) {
      text(whole === '' ? '<' : whole);
      at += whole.length || 1;
      continue;
    }
    at += whole.length;
    const closing = slash !== '';
    if (!closing) open(name, attributes);
    if (dropped.has(name)) {
      if (closing) continue;
      if (name !== 'iframe') losses.push(`<${name}> left out`);
      at = endOf(name, at) ?? at;
    } else if (name === 'br') {
      if (inVerbatim > 0) out.push('\n');
      else breaks += 1;
      breakForm.lastIndex = at;
      if (breakForm.test(source)) at = breakForm.lastIndex;
    } else if (options.plain) {
      if (block.has(name) || division.has(name)) tag('p', closing, '');
    } else if (division.has(name)) tag('div', closing, '');
    else if (name === 'code') code(closing);
    else if (inline.has(name) || block.has(name)) tag(name, closing, attributesOf(name, attributes));
  }
  return { html: out.join(''), losses };
}
