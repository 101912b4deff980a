// What every reader of an export hands to the import: pages with their comments, still as the source wrote them.
// Types only; who may be imported how is decided in plan.ts.

/** The exports of other systems that can be read. */
export type SourceKind = 'wordpress' | 'disqus';

/** What the source says of a comment: `gone` ones are not imported, at most their place is kept. */
export type SourceState = 'shown' | 'held' | 'gone';

/** One comment of an export. */
export interface SourceComment {
  /** The source's own id; idempotence rests on it. */
  readonly id: string;
  /** The source's id of the comment it answers. */
  readonly parentId: string | null;
  readonly authorName: string;
  /** The source's id of a registered user; null for anybody else. */
  readonly userId: string | null;
  /** True where the page is by the same user. */
  readonly byPageAuthor: boolean;
  /** HTML as the source keeps it. */
  readonly html: string;
  /** ISO 8601 in UTC; null where the export has no time that can be read. */
  readonly at: string | null;
  readonly state: SourceState;
  /** Why it is gone; null for one that is not. */
  readonly why: string | null;
  /** What else a report should say of it, as the end of "comments that are …". */
  readonly remarks: readonly string[];
}

/** One page of an export that has comments. */
export interface SourcePage {
  /** Absolute address; null where the export has none. */
  readonly url: string | null;
  readonly title: string | null;
  /** What to call it in a report where it has no address, and why it has none. */
  readonly name: string;
  readonly whyNoUrl: string;
  /** The page's own time, for comments without one. */
  readonly at: string | null;
  readonly comments: readonly SourceComment[];
}

/** A whole export, read to its end. */
export interface SourceExport {
  readonly kind: SourceKind;
  /** Which blog or forum it is: keeps the ids of two sources apart. */
  readonly origin: string;
  /** True where a line break in the HTML is one on the page (WordPress adds them when it shows a comment). */
  readonly lineBreaks: boolean;
  readonly pages: readonly SourcePage[];
  /** What was noticed while reading, as sentences. */
  readonly remarks: readonly string[];
}
