// Which texts the panel has. The texts stand in locales/, one file a language, and one that lacks a text is a type error;
// what is said when is decided elsewhere.
import type { Formats } from './formats.ts';

/** All words of the panel in one language. Flat: a word, or a function where it depends on something. */
export interface Strings {
  /** BCP 47; dates, numbers and plurals follow it. */
  readonly locale: string;
  readonly title: string;
  readonly loading: string;
  readonly keptInBrowser: string;
  readonly keptInPage: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly writePost: string;
  readonly close: string;
  readonly panelWidth: string;
  readonly pixels: (count: number) => string;

  readonly connecting: string;
  readonly offline: string;
  readonly polled: string;
  readonly tryAgain: string;
  readonly unconfigured: string;
  readonly unconfiguredHint: string;
  readonly closed: string;
  readonly closedUnauthenticated: string;
  readonly closedForbidden: string;
  readonly closedNotFound: string;
  readonly closedInvalid: string;
  readonly closedUnsupported: string;
  readonly closedOther: string;

  readonly newPosts: (count: number) => string;
  readonly postBy: (author: string) => string;
  readonly replyBy: (author: string, to: string) => string;
  readonly replyTo: (to: string) => string;
  readonly facilitator: string;
  readonly expert: string;
  readonly guest: string;
  readonly edited: string;
  readonly removed: string;
  readonly heldOwn: string;
  readonly heldOther: string;
  readonly hidden: (reason: string) => string;
  readonly hiddenPlain: string;

  readonly unread: string;
  readonly unreadPosts: (count: number) => string;
  readonly nextUnread: string;
  readonly allRead: string;
  readonly since: string;
  readonly replies: (count: number) => string;
  readonly continueThread: (count: number) => string;
  readonly resume: string;
  readonly wholeDiscussion: string;
  readonly showMore: string;
  readonly moreFailed: string;
  readonly moreActions: string;
  readonly quoteReply: string;
  readonly copyLink: string;
  readonly saidLinkCopied: string;
  readonly saidInAddress: string;
  readonly postsOf: (author: string) => string;

  readonly lookLabel: string;
  readonly sort: string;
  readonly sortNewest: string;
  readonly sortOldest: string;
  readonly sortActive: string;
  readonly sortWaiting: string;
  readonly sortUnread: string;
  readonly filter: string;
  readonly filterAll: string;
  readonly filterUnread: string;
  readonly filterMine: string;
  readonly filterWaiting: string;
  readonly filterPerson: (name: string) => string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly gathering: string;
  readonly showAll: string;

  readonly keys: string;
  readonly keysOn: string;
  readonly keysHint: string;
  readonly keyNext: string;
  readonly keyBack: string;
  readonly keyUnread: string;
  readonly keyUnreadBack: string;
  readonly keyReply: string;
  readonly keyQuote: string;
  readonly keyList: string;

  readonly sending: string;
  readonly unsent: string;
  readonly unsentSlow: string;
  readonly unsentTroubled: string;

  readonly actionOn: (action: string, author: string) => string;
  readonly reply: string;
  readonly edit: string;
  readonly remove: string;
  readonly approve: string;
  readonly hide: string;
  readonly showAgain: string;
  readonly cancel: string;
  readonly dismiss: string;
  readonly hideQuestion: string;
  readonly hideReason: string;
  readonly discardQuestion: string;
  readonly discard: string;
  readonly keepWriting: string;

  readonly labelPost: string;
  readonly labelReply: (to: string) => string;
  readonly labelEdit: string;
  readonly labelReturned: string;
  readonly send: string;
  readonly sendReply: string;
  readonly sendEdit: string;
  readonly sendAgain: string;
  readonly formatHint: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;

  readonly draft: string;
  readonly copy: string;
  readonly removedOwn: string;
  readonly undo: string;
  readonly formatting: string;
  readonly toolBold: string;
  readonly toolItalic: string;
  readonly toolLink: string;
  readonly toolQuote: string;
  readonly toolList: string;
  readonly toolCode: string;
  readonly preview: string;
  readonly previewEmpty: string;
  readonly controlKey: string;
  readonly shiftKey: string;
  readonly suggestions: string;

  readonly guestLegend: string;
  readonly guestName: string;
  readonly guestEmail: string;
  readonly guestNotice: string;
  readonly guestHeld: string;
  readonly required: string;
  readonly signIn: string;

  readonly saidPosted: string;
  readonly saidHeld: string;
  readonly saidRemoved: string;
  readonly saidReturned: string;
  readonly saidTextCopied: string;
  readonly saidNotCopied: string;
  readonly saidSuggestions: (count: number) => string;
  readonly saidOnline: string;

  readonly bodyEmpty: string;
  readonly bodyTooLong: (over: number) => string;
  readonly bodyTooNested: string;
  readonly bodyMalformed: string;
  readonly nameMissing: string;
  readonly nameTooLong: (most: number) => string;
  readonly nameMalformed: string;
  readonly emailMissing: string;
  readonly emailMalformed: string;
  readonly reasonEmpty: string;
  readonly reasonTooLong: (most: number) => string;
  readonly outboxFull: string;
  readonly refusedOffline: string;
  readonly refusedTooMuch: string;
  readonly refusedInternal: string;
  readonly refusedUnauthenticated: string;
  readonly refusedForbidden: string;
  readonly refusedNotFound: string;
  readonly refusedParentGone: string;
  /** Where the prompt that it was written to takes no more … */
  readonly refusedClosed: string;
  /** … and it could stand beside it. */
  readonly refusedPromptClosed: string;
  readonly refusedOwnGone: string;
  readonly refusedInvalid: string;
  readonly refusedConflict: string;
  readonly refusedUnsupported: string;
}

/** The words of one language, for a locale of it: the region decides how dates and numbers are written. */
export type Catalogue = (formats: Formats) => Strings;
