// Reads a WordPress export (WXR 1.0 to 1.2): posts and pages with their comments.
// What becomes of them is decided in plan.ts.
import { cleanLine } from './person.ts';
import { htmlToText } from './html-to-markdown.ts';
import type { SourceComment, SourceExport, SourcePage } from './source.ts';
import { isoTime } from './time.ts';
import { readRecords, textOf, type XmlElement, type XmlFormat } from './xml.ts';

const wxr = /^https?:\/\/wordpress\.org\/export\/\d+\.\d+\/$/;
const dublinCore = 'http://purl.org/dc/elements/1.1/';

const format: XmlFormat = {
  prefixOf: (namespace) => (wxr.test(namespace) ? 'wp' : namespace === dublinCore ? 'dc' : null),
  records: new Set(['rss/channel/item', 'rss/channel/wp:author', 'rss/channel/wp:base_blog_url']),
  refuse(root, namespaces) {
    if (root === 'disqus') return 'this is a Disqus export: import it with "import disqus"';
    if (root !== 'rss') return `this is not a WordPress export: it begins with <${root}>, not with <rss>`;
    if (!namespaces.some((one) => wxr.test(one))) return 'this is a news feed, not a WordPress export';
    return null;
  },
};

type Standing = Pick<SourceComment, 'state' | 'why' | 'remarks'>;

const shown: Standing = { state: 'shown', why: null, remarks: [] };
const held = (...remarks: string[]): Standing => ({ state: 'held', why: null, remarks });
const gone = (why: string): Standing => ({ state: 'gone', why, remarks: [] });

/** What `comment_approved` says of a comment. */
const standings: Readonly<Record<string, Standing>> = {
  '1': shown,
  approve: shown,
  '0': held(),
  hold: held(),
  spam: gone('marked as spam'),
  trash: gone('in the trash'),
  'post-trashed': gone('on a page in the trash'),
};

function isPublic(item: XmlElement): boolean {
  return ['', 'publish', 'inherit'].includes(textOf(item, 'wp:status'));
}

/** How a comment stands: never more open to readers than its page is. */
function standingOf(comment: XmlElement, item: XmlElement): Standing {
  const type = cleanLine(textOf(comment, 'wp:comment_type'));
  if (type === 'pingback' || type === 'trackback') return gone('pingbacks and trackbacks');
  if (type !== '' && type !== 'comment') return gone(`of another kind than comments ("${type}")`);
  const said = textOf(comment, 'wp:comment_approved');
  const known = standings[said] ?? held(`held, since "${cleanLine(said)}" is no known state of a comment`);
  if (known.state !== 'gone' && textOf(item, 'wp:status') === 'trash') return gone('on a page in the trash');
  if (known.state !== 'shown') return known;
  if (textOf(item, 'wp:post_password') !== '') return held('held, since their page asks for a password');
  return isPublic(item) ? known : held('held, since their page is not public');
}

function commentOf(comment: XmlElement, item: XmlElement, pageAuthorId: string | null): SourceComment {
  const parent = textOf(comment, 'wp:comment_parent');
  const user = textOf(comment, 'wp:comment_user_id');
  const userId = user === '' || user === '0' ? null : user;
  const gmt = isoTime(textOf(comment, 'wp:comment_date_gmt'));
  const local = isoTime(textOf(comment, 'wp:comment_date'));
  const standing = standingOf(comment, item);
  return {
    id: cleanLine(textOf(comment, 'wp:comment_id')) || `line ${comment.place.line}`,
    parentId: parent === '' || parent === '0' ? null : cleanLine(parent),
    authorName: htmlToText(textOf(comment, 'wp:comment_author')),
    userId,
    byPageAuthor: userId !== null && userId === pageAuthorId,
    html: textOf(comment, 'wp:comment_content'),
    at: gmt ?? local,
    ...standing,
    remarks:
      gmt === null && local !== null
        ? [...standing.remarks, 'without a time in UTC, local time taken']
        : standing.remarks,
  };
}

function addressOf(item: XmlElement): string | null {
  const candidates = [textOf(item, 'link'), textOf(item, 'guid')];
  return candidates.find((text) => /^https?:\/\//i.test(text) && URL.canParse(text)) ?? null;
}

function pageOf(item: XmlElement, authors: ReadonlyMap<string, string>): SourcePage {
  const pageAuthorId = authors.get(textOf(item, 'dc:creator')) ?? null;
  const title = cleanLine(htmlToText(textOf(item, 'title')));
  return {
    url: addressOf(item),
    title: title === '' || !isPublic(item) ? null : title,
    name: `page ${textOf(item, 'wp:post_id') || `in line ${item.place.line}`}`,
    whyNoUrl: 'on a page without an address',
    at: isoTime(textOf(item, 'wp:post_date_gmt')) ?? isoTime(textOf(item, 'wp:post_date')),
    comments: item.children
      .filter(({ name }) => name === 'wp:comment')
      .map((comment) => commentOf(comment, item, pageAuthorId)),
  };
}

/**
 * A whole WordPress export.
 * @throws ImportError where the file is broken or something else
 */
export async function readWordpress(file: string): Promise<SourceExport> {
  /** Ids of users by their login. */
  const authors = new Map<string, string>();
  const pages: SourcePage[] = [];
  let origin = '';
  let dropped = 0;
  for await (const record of readRecords(file, format, (count) => (dropped += count))) {
    if (record.name === 'wp:author') authors.set(textOf(record, 'wp:author_login'), textOf(record, 'wp:author_id'));
    else if (record.name === 'wp:base_blog_url') origin = record.text.trim().replace(/^https?:\/\/|\/+$/g, '');
    else if (record.children.some(({ name }) => name === 'wp:comment')) pages.push(pageOf(record, authors));
  }
  const remarks = dropped > 0 ? [`${dropped} characters that XML forbids were left out`] : [];
  return { kind: 'wordpress', origin, lineBreaks: true, pages, remarks };
}
