// Markdown as nodes, the only way from a body to a page: guard, marked's lexer, and for each of its tokens one element of
// a fixed list. No HTML is ever written or parsed: raw HTML shows as it was written, nothing is fetched, and whatever goes
// wrong, the text is shown plainly. What may be rendered at all: model/render-guard.ts.
import {
  Lexer,
  Tokenizer,
  type MarkedOptions,
  type MarkedToken,
  type Token,
  type Tokens,
  type TokensList,
} from 'marked';
import { hasVisibleText } from '../model/check-text.ts';
import {
  depthLimit,
  effortLimit,
  elementEffort,
  inlineEffort,
  itemEffort,
  lineEffort,
  renderFlaw,
} from '../model/render-guard.ts';
import { readEntities } from './entities.ts';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const language = /^[\w+#.-]{1,30}$/;

/** Markdown without HTML: a tag is text like any other. A link definition ends with its line, as the guard reads it. */
class PostTokenizer extends Tokenizer {
  override html(): undefined {}

  override tag(): undefined {}

  override def(source: string): Tokens.Def | undefined {
    const end = source.indexOf('\n');
    return super.def(end < 0 ? source : source.slice(0, end + 1));
  }
}

/** Counts what the guard could only estimate, run by run as marked takes them, and throws where it becomes too much. */
class PostLexer extends Lexer {
  #effort = 0;
  #depth = 0;

  spend(effort: number): void {
    this.#effort += effort;
    if (this.#effort > effortLimit) throw new RangeError('this body takes too long to render');
  }

  override blockTokens(source: string, tokens?: Token[], isClipped?: boolean): Token[];
  override blockTokens(source: string, tokens?: TokensList, isClipped?: boolean): TokensList;
  override blockTokens(source: string, tokens: Token[] = [], isClipped = false): Token[] {
    this.spend(this.#depth > depthLimit ? Infinity : source.split('\n').length * lineEffort);
    if (!this.state.top) for (const text of source.split(/\n[ \t]*\n/)) this.spend(itemEffort(text));
    this.#depth += 1;
    const found = super.blockTokens(source, tokens, isClipped);
    this.#depth -= 1;
    return found;
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    this.spend(inlineEffort(source));
    return super.inlineTokens(source, tokens);
  }
}

/** The address as a link may have it: absolute, of a known scheme, without a name or password; null otherwise. */
function safeAddress(written: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(encodeURI(written).replaceAll('%25', '%'));
    return schemes.has(protocol) && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

/** Every element that a body can become. */
type Tag =
  | 'a'
  | 'blockquote'
  | 'br'
  | 'code'
  | 'del'
  | 'em'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'hr'
  | 'li'
  | 'ol'
  | 'p'
  | 'pre'
  | 'strong'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul';

/**
 * Makes nodes of tokens: of each kind its element and no other, with the few attributes that stand here. What a token may
 * lack is asked for as its own, so that a page's changed Object.prototype lends it nothing.
 */
class PostNodes {
  readonly #lexer: PostLexer;
  #isInLink = false;

  constructor(lexer: PostLexer) {
    this.#lexer = lexer;
  }

  /** Appends what these tokens become, and gives back where. */
  into<Parent extends Node>(parent: Parent, tokens: readonly Token[]): Parent {
    for (const token of tokens) this.#append(parent, token as MarkedToken);
    return parent;
  }

  #append(parent: Node, token: MarkedToken): void {
    switch (token.type) {
      case 'paragraph':
        return void this.into(this.#make(parent, 'p'), token.tokens);
      case 'text':
        return !Object.hasOwn(token, 'tokens') || token.tokens === undefined
          ? this.#write(parent, readEntities(token.text))
          : void this.into(parent, token.tokens);
      case 'escape':
        return this.#write(parent, token.text);
      case 'br':
      case 'hr':
        return void this.#make(parent, token.type);
      case 'strong':
      case 'em':
      case 'del':
      case 'blockquote':
        return void this.into(this.#make(parent, token.type), token.tokens);
      case 'codespan':
        return this.#write(this.#make(parent, 'code'), token.text);
      case 'code':
        return this.#code(parent, token);
      case 'heading':
        // Below every heading of the panel: the outline belongs to the page.
        return void this.into(this.#make(parent, headings[token.depth - 1] ?? 'h6'), token.tokens);
      case 'list':
        return this.#list(parent, token);
      case 'checkbox':
        return this.#write(parent, token.checked ? '☑ ' : '☐ ');
      case 'table':
        return this.#table(parent, token);
      case 'link':
        return Object.hasOwn(token, 'autolink') && token.autolink === true
          ? this.#link(parent, token.href, null, token.text)
          : this.#link(parent, readEntities(token.href), token.tokens, token.text);
      case 'image':
        // A link to the image: a reader's browser fetches nothing that a post names.
        return this.#link(parent, readEntities(token.href), token.tokens.length > 0 ? token.tokens : null, token.href);
      case 'space':
      case 'def':
        return;
      default:
        throw new TypeError(`a body has no place for ${token.type}`);
    }
  }

  #make<Name extends Tag>(parent: Node, tag: Name): HTMLElementTagNameMap[Name] {
    this.#lexer.spend(elementEffort);
    const element = document.createElement(tag);
    parent.appendChild(element);
    return element;
  }

  #write(parent: Node, text: string): void {
    if (text !== '') parent.appendChild(document.createTextNode(text.replaceAll('\0', '')));
  }

  #code(parent: Node, { text, lang = '' }: Tokens.Code): void {
    const code = this.#make(this.#make(parent, 'pre'), 'code');
    const [name = ''] = lang.split(/\s/, 1);
    if (language.test(name)) code.className = `language-${name}`;
    this.#write(code, text === '' ? '' : `${text.replace(/\n$/, '')}\n`);
  }

  #list(parent: Node, { ordered, start, items }: Tokens.List): void {
    const list = this.#make(parent, ordered ? 'ol' : 'ul');
    if (ordered && start !== 1) list.setAttribute('start', String(start));
    for (const { tokens } of items) this.into(this.#make(list, 'li'), tokens);
  }

  #table(parent: Node, { header, rows }: Tokens.Table): void {
    const table = this.#make(parent, 'table');
    this.#row(this.#make(table, 'thead'), header, 'th');
    if (rows.length === 0) return;
    const body = this.#make(table, 'tbody');
    for (const row of rows) this.#row(body, row, 'td');
  }

  #row(parent: Node, cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): void {
    const row = this.#make(parent, 'tr');
    for (const { align, tokens } of cells) {
      const cell = this.#make(row, tag);
      if (align !== null) cell.align = align;
      this.into(cell, tokens);
    }
  }

  /** A link within a link, or one that leads nowhere a link may, is its text. Where it opens is the reader's choice. */
  #link(parent: Node, written: string, tokens: readonly Token[] | null, text: string): void {
    const fill = (into: Node): void => (tokens === null ? this.#write(into, text) : void this.into(into, tokens));
    if (this.#isInLink) return fill(parent);
    const address = safeAddress(written);
    this.#isInLink = true;
    if (address === null) fill(parent);
    else {
      const link = this.#make(parent, 'a');
      this.#lexer.spend(elementEffort); // an address is read once more
      link.setAttribute('href', address);
      link.setAttribute('rel', 'nofollow ugc noopener noreferrer');
      fill(link);
      if (!hasVisibleText(link.textContent ?? '')) link.textContent = address;
    }
    this.#isInLink = false;
  }
}

const headings: readonly Tag[] = ['h4', 'h5', 'h6'];

/** The text as it was written, line by line. */
function plain(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const paragraph = fragment.appendChild(document.createElement('p'));
  source.split(/\r\n|[\r\n]/).forEach((line, index) => {
    if (index > 0) paragraph.append(document.createElement('br'));
    paragraph.append(line);
  });
  return fragment;
}

/** A body as nodes that are safe to put into any page. Never throws. */
export function renderMarkdown(source: string): DocumentFragment {
  if (renderFlaw(source) !== null) return plain(source);
  try {
    const options: MarkedOptions = Object.assign(Object.create(null), {
      gfm: true,
      breaks: true,
      tokenizer: new PostTokenizer(),
    });
    const lexer = new PostLexer(options);
    return new PostNodes(lexer).into(document.createDocumentFragment(), lexer.lex(source));
  } catch {
    return plain(source);
  }
}
