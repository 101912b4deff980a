// The id of the discussion of a page, made from the page's address. Whether an id may be used at all is in allow.ts.
import { limits } from './check-text.ts';

/** Keys of a query that name a page in one CMS or another; every other key only says how somebody came there. */
export const pageKeys = ['course', 'id', 'lesson', 'module', 'p', 'page_id', 'post', 'topic', 'unit'];

const indexPage = /\/index\.(?:html?|php)$/i;
/** What an id may hold as it is. The marks that give an address its structure stay encoded where they are text. */
const plain = /[^\p{L}\p{M}\p{N}\-._~:[\]@!$'()*+,; ]/gu;
const digestLength = 13;

/** FNV-1a, 64 bit: short and stable; it keeps long addresses apart and protects nothing. */
function digestOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36).padStart(digestLength, '0');
}

function readable(part: string): string {
  return part.normalize('NFC').replace(plain, (character) => encodeURIComponent(character));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function fitted(id: string): string {
  if (id.length <= limits.discussionLength) return id;
  const room = limits.discussionLength - digestLength - 1;
  const whole = id.slice(0, room).replace(/\p{Surrogate}$|%[0-9A-F]?$/u, '');
  return `${whole}~${digestOf(id)}`;
}

/**
 * The default id of the discussion of a page: the path of its address, and of its query what names a page. The same
 * page reached by another host, with another campaign in its query or another heading in its hash has the same id.
 */
export function discussionIdOf(url: string): string {
  if (!URL.canParse(url, 'https://page.invalid')) return '/';
  const address = new URL(url, 'https://page.invalid');
  const path = address.pathname.replace(indexPage, '/').replace(/(?<=[^/])\/+$/, '');
  const segments = path.split('/').map((segment) => readable(decoded(segment)));
  const query = pageKeys.flatMap((key) =>
    address.searchParams
      .getAll(key)
      .filter((value) => value.trim() !== '')
      .map((value) => `${key}=${readable(value)}`),
  );
  return fitted((segments.join('/') || '/') + (query.length > 0 ? `?${query.join('&')}` : ''));
}
