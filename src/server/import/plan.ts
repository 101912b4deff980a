// Decides what becomes of every comment of an export: posts to write, and a report of what was left out or changed.
// Pure: reads no file and writes nothing; that is done before in wordpress.ts and disqus.ts, and after in import.ts.
import { createHash } from 'node:crypto';
import { checkDiscussionId } from '../../model/allow.ts';
import { discussionIdOf } from '../../model/discussion-id.ts';
import type { StoredPost } from '../../model/post.ts';
import type { About } from '../../room/storage.ts';
import { bodiesOf } from './bodies.ts';
import { cleanName, personOf, personOfPlace, shortened } from './person.ts';
import type { Report, RoomReport } from './report.ts';
import type { SourceComment, SourceExport, SourcePage } from './source.ts';
import { arrange } from './threads.ts';
import { uuidOf } from './uuid.ts';

/** A post to be written, once. */
export interface PlannedPost {
  readonly op: string;
  /** Changes when the comment changes in its source; null where that cannot be told. */
  readonly print: string | null;
  /** What to call it in a report. */
  readonly sourceId: string;
  /** Its `order` is a wish: the room gives a larger one where it is already further. */
  readonly post: StoredPost;
}

/** A discussion to be written, its posts in the order of writing. */
export interface PlannedRoom {
  readonly discussion: string;
  readonly about: About;
  readonly posts: readonly PlannedPost[];
}

const maxTitleLength = 300;

interface Draft {
  readonly id: string;
  readonly parentId: string | null;
  readonly at: string;
  readonly source: SourceComment;
  /** Empty where nothing of the comment is taken but, if replies need it, its place. */
  readonly bodies: readonly string[];
  readonly gone: string | null;
}

function draft(comment: SourceComment, page: SourcePage, source: SourceExport, report: Report): Draft {
  const at = comment.at ?? page.at ?? new Date(0).toISOString();
  const base = { id: comment.id, parentId: comment.parentId, at, source: comment };
  if (comment.state === 'gone') return { ...base, bodies: [], gone: comment.why ?? 'deleted' };
  const origin = { base: page.url ?? '', lineBreaks: source.lineBreaks };
  const { bodies, changes } = bodiesOf(comment.html, origin);
  for (const change of changes) report.change(change, comment.id);
  return { ...base, bodies, gone: bodies.length === 0 ? 'without any text' : null };
}

/** Ids of the comments that keep at least their place: those taken, and all that these answer. */
function needed(ordered: readonly { readonly comment: Draft; readonly parentId: string | null }[]): Set<string> {
  const keep = new Set<string>();
  for (const { comment, parentId } of [...ordered].reverse()) {
    if (comment.gone === null) keep.add(comment.id);
    if (keep.has(comment.id) && parentId !== null) keep.add(parentId);
  }
  return keep;
}

function planned(op: string, sourceId: string, post: Omit<StoredPost, 'order'>): PlannedPost {
  const content = JSON.stringify([post.author, post.body, post.createdAt, post.state]);
  const print = createHash('sha256').update(content).digest('hex').slice(0, 32);
  return { op, sourceId, print, post: { ...post, order: 0 } };
}

function noteChanges({ source, id }: Draft, page: SourcePage, report: Report): void {
  for (const remark of source.remarks) report.change(remark, id);
  if (source.at === null)
    report.change(`without a time, given ${page.at === null ? 'the year 1970' : "the page's"}`, id);
  if (source.authorName.trim() === '') report.change(`without a name, now by "${cleanName('')}"`, id);
  if (/@\S+\.\S/.test(source.authorName)) report.change('by a name that was an e-mail address, shortened', id);
}

function planPage(
  page: SourcePage,
  site: string,
  source: SourceExport,
  report: Report,
  room: RoomReport,
): PlannedPost[] {
  const byId = new Map<string, SourceComment>();
  for (const comment of page.comments)
    if (byId.has(comment.id)) report.leave('with an id that was there before', comment.id);
    else byId.set(comment.id, comment);
  const { ordered, orphans, circles } = arrange([...byId.values()].map((one) => draft(one, page, source, report)));
  const keep = needed(ordered);
  const answered = new Set(ordered.filter(({ comment }) => keep.has(comment.id)).map(({ parentId }) => parentId));
  const opOf = (id: string, ...part: string[]): string => uuidOf(source.kind, site, source.origin, id, ...part);
  for (const id of orphans)
    if (keep.has(id)) report.change('replies to what is not on their page, now at the start of a thread', id);
  for (const id of circles)
    if (keep.has(id)) report.change('in a circle of replies, opened here, now at the start of a thread', id);

  return ordered.flatMap(({ comment, parentId }) => {
    const { id, at, gone, bodies } = comment;
    if (!keep.has(id)) {
      report.leave(gone ?? '', id);
      room.tally.left += 1;
      return [];
    }
    const parent = parentId === null ? null : opOf(parentId);
    const fixed = { createdAt: at, editedAt: null, revision: 1 };
    if (gone !== null) {
      report.change(`${gone}, only the place kept for replies`, id);
      room.tally.places += 1;
      const author = personOfPlace(comment.source, source);
      const place = { id: opOf(id), parentId: parent, author, body: '', ...fixed };
      return [planned(opOf(id), id, { ...place, state: 'removed', published: true })];
    }
    noteChanges(comment, page, report);
    const state: 'held' | 'shown' = comment.source.state === 'held' ? 'held' : 'shown';
    room.tally[state] += 1;
    room.tally.continuations += bodies.length - 1;
    const author = personOf(comment.source, source);
    return bodies.map((body, index) => {
      const op = index === 0 ? opOf(id) : opOf(id, String(index + 1));
      // What has an answer could once be read: were it not marked so, its answers would stand without it.
      const published = state === 'shown' || (index === 0 && (answered.has(id) || bodies.length > 1));
      const post = { id: op, parentId: index === 0 ? parent : opOf(id), author, body, ...fixed, state, published };
      return planned(op, id, post);
    });
  });
}

/** What to write for an export in the discussions of a site; tells the report all that was left out or changed. */
export function planImport(source: SourceExport, site: string, report: Report): readonly PlannedRoom[] {
  for (const sentence of source.remarks) report.remark(sentence);
  return source.pages.flatMap((page) => {
    if (page.comments.length === 0) return [];
    if (page.url === null) {
      report.room(page.name, page.title).tally.left += page.comments.length;
      for (const { id } of page.comments) report.leave(page.whyNoUrl, id);
      return [];
    }
    const discussion = discussionIdOf(page.url);
    checkDiscussionId(discussion);
    const title = page.title === null ? null : shortened(page.title, maxTitleLength);
    const room = report.room(discussion, title);
    return [{ discussion, about: { title, url: page.url }, posts: planPage(page, site, source, report, room) }];
  });
}
