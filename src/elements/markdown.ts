// Markdown as nodes, the only way from a body to a page: guard, marked, DOMPurify. Raw HTML shows as it was written;
// nothing is fetched; whatever goes wrong, the text is shown plainly. What may be rendered at all: model/render-guard.ts.
import createPurifier, { type Config } from 'dompurify';
import {
  Lexer,
  Parser,
  Renderer,
  Tokenizer,
  type MarkedOptions,
  type Token,
  type Tokens,
  type TokensList,
} from 'marked';
import { hasVisibleText } from '../model/allow.ts';
import {
  depthLimit,
  effortLimit,
  elementEffort,
  inlineEffort,
  itemEffort,
  lineEffort,
  renderFlaw,
} from '../model/render-guard.ts';

/** The Trusted Types policy that a strict page must allow, besides lit's own. */
export const policyName = 'peer-discussion';

const tags = [
  ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li'],
  ...['h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const attributes = ['href', 'class', 'start', 'align'];
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const language = /^language-[\w+#.-]{1,30}$/;

/**
 * Markdown without HTML: a tag is text like any other and is escaped as such. A sanitiser that took posters' HTML apart
 * would make the host page's CSP report it. A link definition ends with its line, as the guard reads it.
 */
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

class PostRenderer extends Renderer {
  #isInLink = false;

  /** A link within a link, or within an image's text, is text. */
  override link(token: Tokens.Link): string {
    if (this.#isInLink) return this.parser.parseInline(token.tokens);
    this.#isInLink = true;
    const html = super.link(token);
    this.#isInLink = false;
    return html;
  }

  /** A link to the image: a reader's browser fetches nothing that a post names. */
  override image({ href, raw, text, tokens }: Tokens.Image): string {
    const shown = tokens.length > 0 ? tokens : [{ type: 'text', raw: href, text: href }];
    return this.link({ type: 'link', href, raw, text, tokens: shown });
  }

  /** Below every heading of the panel: the outline belongs to the page. */
  override heading({ depth, tokens }: Tokens.Heading): string {
    const tag = `h${Math.min(depth + 3, 6)}`;
    return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>\n`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? '☑ ' : '☐ ';
  }
}

function toHtml(source: string): string {
  const options: MarkedOptions = Object.assign(Object.create(null), {
    gfm: true,
    breaks: true,
    tokenizer: new PostTokenizer(),
    renderer: new PostRenderer(),
  });
  const lexer = new PostLexer(options);
  const html = Parser.parse(lexer.lex(source), options);
  // Two tags an element; a link's address is read once more than the rest.
  lexer.spend((html.split('<').length / 2 + html.split('<a ').length) * elementEffort);
  return html;
}

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;
type Purify = (html: string) => DocumentFragment;

// Captured when the module is loaded, so that what a page patches later does not reach it; nobody else's hooks do.
const purifier = createPurifier();

function purifyWith(policy?: Policy): Purify {
  const config = {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    ...(policy && { TRUSTED_TYPES_POLICY: policy }),
  } as const;
  return (html) => purifier.sanitize(html, config as typeof config & Config);
}

const shared = Symbol.for('peer-discussion.purify.1');

/**
 * What makes HTML into safe nodes here; null where the page lets nobody do that. A second copy of this module on a page
 * may not make the policy again: it takes the first one's purifier, which, unlike a policy, is safe in anybody's hands.
 */
function makePurify(): Purify | null {
  if (!purifier.isSupported) return null;
  const page = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): unknown };
    [shared]?: Purify;
  };
  if (page.trustedTypes === undefined) return purifyWith();
  const known = page[shared];
  if (known !== undefined) return known;
  try {
    const rules = {
      createHTML: (html: string) => html,
      createScriptURL: () => {
        throw new TypeError('no script is ever made from a post');
      },
    };
    const purify = purifyWith(page.trustedTypes.createPolicy(policyName, rules) as Policy);
    Object.defineProperty(globalThis, shared, { value: purify });
    return purify;
  } catch {
    return null;
  }
}

let purify: Purify | null | undefined;

/** The address as a link may have it: absolute, of a known scheme, without a name or password; null otherwise. */
function safeAddress(address: string | null): string | null {
  try {
    const { protocol, username, password, href } = new URL(address ?? '');
    return schemes.has(protocol) && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

/** Leaves of links and classes what may stand. A link has no target: where it opens is the reader's choice. */
function settle(fragment: DocumentFragment): DocumentFragment {
  for (const coloured of fragment.querySelectorAll('[class]'))
    if (coloured.localName !== 'code' || !language.test(coloured.className)) coloured.removeAttribute('class');
  for (const link of fragment.querySelectorAll('a')) {
    const address = safeAddress(link.getAttribute('href'));
    if (address === null) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    link.setAttribute('href', address);
    link.setAttribute('rel', 'nofollow ugc noopener noreferrer');
    if (!hasVisibleText(link.textContent ?? '')) link.textContent = address;
  }
  return fragment;
}

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
    if (purify === undefined) purify = makePurify();
    return purify === null ? plain(source) : settle(purify(toHtml(source)));
  } catch {
    return plain(source);
  }
}
