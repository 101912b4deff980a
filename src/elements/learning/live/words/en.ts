// The words around the questions of an event in English.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In English. */
export const english: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'Questions for this event',
  liveAsk: 'Ask a question',
  liveSend: 'Ask',
  liveGathering: 'Fetching all questions…',
  liveNow: 'Being answered now',
  liveOpen: (amount) => count(amount, { one: '# open question', other: '# open questions' }),
  liveNone: 'No question is open.',
  liveAnswered: (amount) => count(amount, { one: '# answered', other: '# answered' }),
  liveTake: 'Answer now',
  livePutBack: 'Not now',
  liveSettle: 'Mark as answered',
  liveReopen: 'Open again',
  liveGo: 'Go to it',
  liveKeys: (answered, now) => `On a question: ${answered} answered, or open again · ${now} answer now, or not.`,
  liveProject: 'Show on a screen',
  liveOffline: 'Not connected: what stands here may be old.',
  liveNames: 'With names',
  liveNext: 'Next question',
  liveUndo: 'Take it back',
  saidTaken: 'It is being answered now.',
  saidPutBack: 'It waits again.',
  saidAnswered: 'The question is answered.',
  saidReopened: 'The question is open again.',
});
