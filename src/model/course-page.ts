// The page that a discussion stands beside, as panels tell of it: who may, and which pages are taken. Nothing is refused:
// what is not taken changes nothing, and the post that it came with is kept.
import { limits } from './check-text.ts';
import { discussionIdOf } from './discussion-id.ts';
import type { CoursePage, Person, StoredDiscussion } from './post.ts';

const unstorable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A page out of anything; undefined where it has not the form of one. */
function readPage(data: CoursePage): { readonly url: URL; readonly title: string | null } | undefined {
  const { url, title } = data;
  if (url.length > limits.addressLength || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  const isPlain = /^https?:$/.test(address.protocol) && address.username === '' && address.password === '';
  if (!isPlain || address.hash !== '' || address.href !== url) return undefined;
  const words = title.trim();
  const isTitle = words !== '' && words.length <= limits.titleLength && !unstorable.test(words);
  return { url: address, title: isTitle ? words : null };
}

/**
 * What a record says of its page after somebody told of one. Facilitators may say where it stands; members where nobody
 * did, and where its id is the address of a page, that page alone. So nobody plants a link elsewhere, and no guest any.
 * @param origins of the pages that are the site's own
 */
export function pageOf(
  record: Pick<StoredDiscussion, 'id' | 'title' | 'url'>,
  told: CoursePage | undefined,
  by: Person,
  origins: readonly string[],
): Pick<StoredDiscussion, 'title' | 'url'> {
  const { id, title, url } = record;
  const before = { title, url };
  const page = told === undefined || by.role === 'guest' ? undefined : readPage(told);
  if (page === undefined || !origins.includes(page.url.origin)) return before;
  const mayTell =
    by.role === 'facilitator' || (url === null && (!id.startsWith('/') || discussionIdOf(page.url.href) === id));
  const { href } = page.url;
  return mayTell ? { title: page.title ?? (href === url ? title : null), url: href } : before;
}
