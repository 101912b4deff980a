// Every word the panel says, in English. What is said when is decided elsewhere; another language is another such object.

/** All words of the panel in one language. Flat: a word, or a function where it depends on something. */
export interface Strings {
  /** BCP 47; dates, numbers and plurals follow it. */
  readonly locale: string;
  readonly title: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly writePost: string;

  readonly connecting: string;
  readonly offline: string;
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
  readonly guest: string;
  readonly edited: string;
  readonly removed: string;
  readonly heldOwn: string;
  readonly heldOther: string;
  readonly hidden: (reason: string) => string;
  readonly hiddenPlain: string;

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
  readonly keep: string;
  readonly dismiss: string;
  readonly removeQuestion: string;
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
  readonly saidOnline: string;

  readonly bodyEmpty: string;
  readonly bodyTooLong: (over: number) => string;
  readonly bodyTooNested: string;
  readonly bodyMalformed: string;
  readonly nameMissing: string;
  readonly nameTooLong: string;
  readonly nameMalformed: string;
  readonly emailMissing: string;
  readonly emailMalformed: string;
  readonly reasonEmpty: string;
  readonly reasonTooLong: string;
  readonly refusedOffline: string;
  readonly refusedTooMuch: string;
  readonly refusedInternal: string;
  readonly refusedUnauthenticated: string;
  readonly refusedForbidden: string;
  readonly refusedNotFound: string;
  readonly refusedParentGone: string;
  readonly refusedOwnGone: string;
  readonly refusedInvalid: string;
  readonly refusedConflict: string;
  readonly refusedUnsupported: string;
}

const locale = 'en';
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

function count(amount: number, one: string, other: string): string {
  return `${numbers.format(amount)} ${plurals.select(amount) === 'one' ? one : other}`;
}

/** The panel's words in English. */
export const english: Strings = {
  locale,
  title: 'Discussion',
  loading: 'Loading the discussion…',
  empty: 'No one has written here yet.',
  emptyHint: 'A question, an experience from your own work, a doubt: any of these is a good beginning.',
  writePost: 'Write a post',

  connecting: 'Connecting…',
  offline: 'You are offline. What you write is kept and sent when you are back.',
  tryAgain: 'Try again',
  unconfigured: 'This discussion is not connected yet.',
  unconfiguredHint:
    'If you look after this page: give <peer-discussion> the address of your discussion server in its “server” attribute, or an adapter in its “adapter” property.',
  closed: 'The discussion is closed to you for now.',
  closedUnauthenticated: 'Your sign-in has ended. Sign in again on this site, then try again.',
  closedForbidden:
    'You do not have access to this discussion. If you think you should, ask the people who look after this site.',
  closedNotFound: 'This discussion does not exist, or is no longer here.',
  closedInvalid:
    'The name of this discussion is not one the server accepts. Please tell the people who look after this site.',
  closedUnsupported:
    'This page and its discussion server are of different versions. Reload the page; if that does not help, tell the people who look after this site.',
  closedOther: 'The discussion could not be opened. Try again in a moment.',

  newPosts: (amount) => count(amount, 'new post', 'new posts'),
  postBy: (author) => `Post by ${author}`,
  replyBy: (author, to) => `Reply by ${author} to ${to}`,
  replyTo: (to) => `to ${to}`,
  facilitator: 'Facilitator',
  guest: 'Guest',
  edited: 'edited',
  removed: 'This post was removed.',
  heldOwn: 'Waiting for a facilitator. Until then only you and the facilitators can see this.',
  heldOther: 'Waiting for a facilitator. Only its author and the facilitators can see this.',
  hidden: (reason) => `Hidden by a facilitator: ${reason}`,
  hiddenPlain: 'Hidden by a facilitator.',

  sending: 'Sending…',
  unsent: 'Not sent yet: it will be sent when you are back online.',
  unsentSlow: 'Not sent yet: a lot was sent just now. It goes out in a moment.',
  unsentTroubled: 'Not sent yet: the server has trouble. Your text is kept and we keep trying.',

  actionOn: (action, author) => `${action}: post by ${author}`,
  reply: 'Reply',
  edit: 'Edit',
  remove: 'Remove',
  approve: 'Approve',
  hide: 'Hide',
  showAgain: 'Show again',
  cancel: 'Cancel',
  keep: 'Keep it',
  dismiss: 'Dismiss',
  removeQuestion: 'Remove this post for good? Replies to it stay.',
  hideQuestion: 'Hide this post from everybody but its author and the facilitators?',
  hideReason: 'Reason, shown to its author',
  discardQuestion: 'Throw away what you wrote?',
  discard: 'Throw away',
  keepWriting: 'Keep writing',

  labelPost: 'Your post',
  labelReply: (to) => `Your reply to ${to}`,
  labelEdit: 'Change your post',
  labelReturned: 'Your text, not published',
  send: 'Post',
  sendReply: 'Reply',
  sendEdit: 'Save',
  sendAgain: 'Send again',
  formatHint: 'You can use Markdown: **bold**, *italic*, > quote, - list.',
  charactersLeft: (amount) => count(amount, 'character left', 'characters left'),
  charactersOver: (amount) => count(amount, 'character too many', 'characters too many'),

  guestLegend: 'You write as a guest',
  guestName: 'Name',
  guestEmail: 'E-mail',
  guestNotice: 'Your e-mail is never shown. It is used only to recognise you and to protect this discussion from spam.',
  guestHeld: 'A facilitator reads guests’ posts before others see them.',
  required: 'required',
  signIn: 'Sign in on this site to take part.',

  saidPosted: 'Your post is published.',
  saidHeld: 'Your post was sent and waits for a facilitator.',
  saidRemoved: 'The post was removed.',
  saidReturned: 'Something could not be sent. Your text was given back.',
  saidOnline: 'You are back online.',

  bodyEmpty: 'There is nothing to send yet. Write a few words first.',
  bodyTooLong: (over) =>
    `This is too long by ${count(over, 'character', 'characters')}. Shorten it, or send it in two posts.`,
  bodyTooNested: 'This holds more nested or marked-up text than can be shown. Use fewer >, * or _ signs.',
  bodyMalformed: 'This holds characters that cannot be kept. Type it again, or paste it as plain text.',
  nameMissing: 'Write your name: it is shown beside your post.',
  nameTooLong: 'This name is too long. 80 characters are the most.',
  nameMalformed: 'This name holds characters that cannot be kept.',
  emailMissing: 'Write your e-mail address. It is never shown.',
  emailMalformed: 'This does not look like an e-mail address. It should be like name@example.org.',
  reasonEmpty: 'Write a reason: the author will read it.',
  reasonTooLong: 'This reason is too long. 500 characters are the most.',
  refusedOffline:
    'The discussion cannot be reached just now. Your text is kept here; send it again when you are back online.',
  refusedTooMuch: 'That was a lot at once. Wait a moment, then send it again.',
  refusedInternal: 'The server could not do this. Try again in a moment.',
  refusedUnauthenticated: 'Your sign-in has ended. Sign in again on this site, then send it again.',
  refusedForbidden: 'You may not do this here.',
  refusedNotFound: 'This post is gone.',
  refusedParentGone: 'The post you answered is gone. You can send this as a post of its own.',
  refusedOwnGone: 'The post you changed is gone. You can send this as a new post.',
  refusedInvalid: 'The server did not accept this. Change it, then send it again.',
  refusedConflict: 'This post was changed elsewhere in the meantime. Compare, then send yours again.',
  refusedUnsupported: 'This discussion cannot do that.',
};
