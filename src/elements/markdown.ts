// Markdown as nodes, the only way from a body to a page: guard, marked, DOMPurify. Raw HTML shows as it was written;
// nothing is fetched; whatever goes wrong, the text is shown plainly. What may be rendered at all: model/render-guard.ts.
import createPurifier, { type Config, type DOMPurify } from 'dompurify';
import { Marked, type Tokens } from 'marked';
import { renderFlaw } from '../model/render-guard.ts';

/** The Trusted Types policy that a strict page must allow, besides lit's own. */
export const policyName = 'peer-discussion';

const tags = [
  ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li'],
  ...['h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const attributes = ['href', 'rel', 'class', 'start', 'align'];
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** The address as a link may have it: absolute, of a known scheme, without a password; null otherwise. */
function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  return schemes.has(protocol) && username === '' && password === '' ? href : null;
}

function link(address: string, content: string): string {
  const href = safeAddress(address);
  return href === null ? content : `<a href="${escape(href)}" rel="nofollow ugc noopener noreferrer">${content}</a>`;
}

const markdown = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // Escaped before DOMPurify sees it: what a sanitiser takes apart would be reported to the host page's CSP.
    html: ({ text }) => escape(text),
    link({ href, tokens }) {
      return link(href, this.parser.parseInline(tokens));
    },
    image: ({ href, text }: Tokens.Image) => link(href, escape(text === '' ? href : text)),
    // The page has its own outline: a heading in a post stands below every heading of the panel.
    heading({ depth, tokens }) {
      const level = Math.min(depth + 3, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** A policy that only DOMPurify's own parsing uses; undefined where the page has no Trusted Types. */
function createPolicy(): NonNullable<Config['TRUSTED_TYPES_POLICY']> | undefined {
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } })
    .trustedTypes;
  if (factory === undefined) return undefined;
  return factory.createPolicy(policyName, {
    createHTML: (html: string) => html,
    createScriptURL: () => {
      throw new TypeError('no script is ever made from a post');
    },
  }) as NonNullable<Config['TRUSTED_TYPES_POLICY']>;
}

interface Purifier {
  readonly purify: DOMPurify;
  readonly config: Config & { RETURN_DOM_FRAGMENT: true };
}

function makePurifier(): Purifier {
  const policy = createPolicy();
  const purify = createPurifier(window);
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    if (data.attrName === 'class')
      data.keepAttr = node.localName === 'code' && /^language-[\w-]{1,30}$/.test(data.attrValue);
    if (data.attrName === 'href') data.keepAttr = safeAddress(data.attrValue) !== null;
  });
  const config = {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    ...(policy && { TRUSTED_TYPES_POLICY: policy }),
  } as const;
  return { purify, config: config as unknown as Purifier['config'] };
}

let purifier: Purifier | null = null;

/** The text as it was written, line by line. */
function plain(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const paragraph = fragment.appendChild(document.createElement('p'));
  source.split('\n').forEach((line, index) => {
    if (index > 0) paragraph.append(document.createElement('br'));
    paragraph.append(line);
  });
  return fragment;
}

/** A body as nodes that are safe to put into any page. Never throws. */
export function renderMarkdown(source: string): DocumentFragment {
  if (renderFlaw(source) !== null) return plain(source);
  try {
    purifier ??= makePurifier();
    return purifier.purify.sanitize(markdown.parse(source, { async: false }), purifier.config);
  } catch {
    return plain(source);
  }
}
