// The words of the index of discussions in English.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In English. */
export const english: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'Discussions',
  indexChoose: 'Which discussions',
  indexLists: { all: 'All', new: 'New to me', unanswered: 'Unanswered', mine: 'My own' },
  indexNone: {
    all: 'There is no discussion here yet.',
    new: 'Nothing is new to you. You have read it all.',
    unanswered: 'Nobody waits for an answer.',
    mine: 'You have not written anywhere here yet.',
  },
  indexPosts: (amount) => count(amount, { one: '# post', other: '# posts' }),
  indexLatest: (ago) => `last ${ago}`,
  indexFresh: (amount) => count(amount, { one: '# new to you', other: '# new to you' }),
  indexUnanswered: (amount) => count(amount, { one: '# waits for an answer', other: '# wait for an answer' }),
  indexReplies: (amount) => count(amount, { one: '# answer to you', other: '# answers to you' }),
  indexFound: (amount) => count(amount, { one: '# discussion', other: '# discussions' }),
  indexMore: 'Show more',
  indexLoading: 'Loading the discussions…',
  indexOffline: 'The discussions could not be reached.',
  indexRetry: 'Try again',
  indexSignIn: 'Sign in to see the discussions.',
  indexMissing: 'There is no index of discussions here.',
});
