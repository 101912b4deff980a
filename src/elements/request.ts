// What internal elements ask of <peer-discussion>: one event that stays inside its root. It alone listens, and asks the
// store.
import type { EvidenceRecord } from '../model/evidence-record.ts';
import type { GuestEntry } from '../model/post.ts';
import type { Look } from './look.ts';
import type { Request as StoreRequest } from '../store/store.ts';

/** Something asked for that only changes where one reads. */
export type ReadingRequest =
  /** Somebody started or ended writing below a post: its place must stay. */
  | { readonly type: 'writing'; readonly id: string; readonly isWriting: boolean }
  /** Shows what waits, and leads there unless it is asked for quietly. */
  | { readonly type: 'show-new'; readonly isQuiet?: boolean }
  | { readonly type: 'fold'; readonly id: string; readonly isFolded: boolean }
  /** Shows the thread below one post alone, or all again. */
  | { readonly type: 'thread'; readonly id: string | null }
  /** Loads further threads. */
  | { readonly type: 'more' }
  | { readonly type: 'look'; readonly look: Partial<Look> }
  /** To a post, wherever it is; there a reply may be opened. */
  | { readonly type: 'go'; readonly id: string; readonly isReply: boolean }
  /** To the next unread post, or the one before. */
  | { readonly type: 'unread'; readonly isBack: boolean }
  /** Back to where one was the last time, or not. */
  | { readonly type: 'resume'; readonly isWanted: boolean }
  /** Lists the single keys. */
  | { readonly type: 'keys' };

/** Something asked for. */
export type PanelRequest =
  /** A command; `instead` names the refused one whose text this is. `isAside` leaves the focus where it is. */
  | {
      readonly type: 'submit';
      readonly request: StoreRequest;
      readonly instead: string | null;
      readonly isAside?: boolean;
    }
  | { readonly type: 'retry'; readonly op: string }
  | { readonly type: 'dismiss'; readonly op: string }
  /** Loads every page, without moving anybody. */
  | { readonly type: 'gather' }
  | { readonly type: 'identify'; readonly guest: GuestEntry }
  /** Evidence records of one person, or of everybody (null); `take` is given them. */
  | {
      readonly type: 'evidence';
      readonly of: string | null;
      readonly take: (records: readonly EvidenceRecord[]) => void;
    }
  /** Something to say to those who listen. */
  | { readonly type: 'say'; readonly words: string }
  | ReadingRequest
  | { readonly type: 'reopen' };

const readingTypes: ReadonlySet<PanelRequest['type']> = new Set<ReadingRequest['type']>([
  ...(['writing', 'show-new', 'fold', 'thread', 'more', 'look', 'go', 'unread', 'resume', 'keys'] as const),
]);

/** True for what only changes where one reads. */
export function isReadingRequest(request: PanelRequest): request is ReadingRequest {
  return readingTypes.has(request.type);
}

/** Carries a request up to the panel, and its answer back. */
export class RequestEvent extends Event {
  static readonly type = 'panel-request';
  readonly request: PanelRequest;
  /** Set by the panel where the answer takes time; rejects with a DiscussionError. */
  answer: Promise<void> = Promise.resolve();

  constructor(request: PanelRequest) {
    super(RequestEvent.type, { bubbles: true });
    this.request = request;
  }
}

/** Asks the panel this element stands in. */
export function ask(element: HTMLElement, request: PanelRequest): Promise<void> {
  const event = new RequestEvent(request);
  element.dispatchEvent(event);
  event.answer.catch(() => {}); // whoever needs the answer waits for it
  return event.answer;
}
