// Reads a Disqus export: threads, which are pages, and the posts that name them.
// What becomes of them is decided in plan.ts.
import { htmlToText } from './html-to-markdown.ts';
import { cleanLine } from './person.ts';
import type { SourceComment, SourceExport, SourcePage } from './source.ts';
import { isoTime } from './time.ts';
import { readRecords, textOf, type XmlElement, type XmlFormat } from './xml.ts';

const format: XmlFormat = {
  prefixOf(namespace) {
    if (/^https?:\/\/disqus\.com\/?$/.test(namespace)) return '';
    return /^https?:\/\/disqus\.com\/disqus-internals\/?$/.test(namespace) ? 'dsq' : null;
  },
  records: new Set(['disqus/thread', 'disqus/post']),
  refuse(root) {
    if (root === 'rss') return 'this is a news feed or a WordPress export: import that with "import wordpress"';
    return root === 'disqus' ? null : `this is not a Disqus export: it begins with <${root}>, not with <disqus>`;
  },
};

const idOf = (element: XmlElement): string => cleanLine(element.attributes.get('dsq:id') ?? '');
const says = (element: XmlElement, name: string): boolean => textOf(element, name) === 'true';

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function referenceOf(post: XmlElement, name: string): string | null {
  const element = child(post, name);
  return element === undefined ? null : idOf(element) || null;
}

/** Why nothing of a post is taken; null for one that is. */
function whyGone(post: XmlElement, thread: XmlElement | undefined): string | null {
  if (says(post, 'isSpam')) return 'marked as spam';
  if (says(post, 'isDeleted')) return 'deleted';
  return thread !== undefined && says(thread, 'isDeleted') ? 'in a thread that was deleted' : null;
}

function commentOf(post: XmlElement, thread: XmlElement | undefined): SourceComment {
  const author = child(post, 'author');
  const why = whyGone(post, thread);
  const username = author === undefined || says(author, 'isAnonymous') ? '' : textOf(author, 'username');
  return {
    id: idOf(post) || `line ${post.place.line}`,
    parentId: referenceOf(post, 'parent'),
    authorName: author === undefined ? '' : textOf(author, 'name'),
    userId: username === '' ? null : username,
    byPageAuthor: false,
    html: textOf(post, 'message'),
    at: isoTime(textOf(post, 'createdAt')),
    state: why !== null ? 'gone' : textOf(post, 'isApproved') === 'false' ? 'held' : 'shown',
    why,
    remarks: [],
  };
}

function pageOf(id: string, thread: XmlElement | undefined, posts: readonly XmlElement[]): SourcePage {
  const link = thread === undefined ? '' : textOf(thread, 'link');
  const title = thread === undefined ? '' : cleanLine(htmlToText(textOf(thread, 'title')));
  return {
    url: /^https?:\/\//i.test(link) && URL.canParse(link) ? link : null,
    title: title === '' ? null : title,
    name: `thread ${id}`,
    whyNoUrl: thread === undefined ? 'in a thread that is not in the file' : 'in a thread without an address',
    at: thread === undefined ? null : isoTime(textOf(thread, 'createdAt')),
    comments: posts.map((post) => commentOf(post, thread)),
  };
}

/**
 * A whole Disqus export.
 * @throws ImportError where the file is broken or something else
 */
export async function readDisqus(file: string): Promise<SourceExport> {
  const threads = new Map<string, XmlElement>();
  const posts = new Map<string, XmlElement[]>();
  let origin = '';
  let dropped = 0;
  for await (const record of readRecords(file, format, (count) => (dropped += count))) {
    if (record.name === 'thread') {
      threads.set(idOf(record), record);
      origin ||= textOf(record, 'forum');
      continue;
    }
    const thread = referenceOf(record, 'thread') ?? '';
    const siblings = posts.get(thread);
    if (siblings === undefined) posts.set(thread, [record]);
    else siblings.push(record);
  }
  const remarks = dropped > 0 ? [`${dropped} characters that XML forbids were left out`] : [];
  const pages = [...posts].map(([id, siblings]) => pageOf(id, threads.get(id), siblings));
  return { kind: 'disqus', origin, lineBreaks: false, pages, remarks };
}
