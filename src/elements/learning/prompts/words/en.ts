// The words around prompts in English.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In English. */
export const english: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'Answer', live: 'Live', compare: 'Compare', conclude: 'Conclude', apply: 'Apply' },
  stagesLabel: 'Stages',
  stageNow: 'now',
  stageFrom: (date) => `from ${date}`,
  promptClosed: 'Closed',
  promptDraft: 'Draft',
  promptSummary: 'What came of it',
  answerPrompt: 'Answer this',
  answersLabel: 'What you are answering',
  answersNothing: 'None of these',

  gateFirst: 'Answer first, then see what your colleagues wrote',
  gateLater: 'What your colleagues wrote is not open yet',
  gateWords: (amount) =>
    count(amount, {
      one: 'An answer of at least one word opens it for you.',
      other: 'An answer of at least # words opens it for you.',
    }),
  gateKind: (kind) => `It should be posted as “${kind}”.`,
  gateAny: 'Any answer opens it for you.',
  gateDate: (date) => `It opens for everybody on ${date}.`,
  gateManual: 'The facilitator opens it for everybody.',
  gateSignIn: 'Sign in first, then answer.',
  gateShort: 'You have answered already, but not with all that is asked. You can edit your answer and add to it.',
  answered: {
    nobody: 'No colleague has answered yet.',
    few: 'A few colleagues have answered.',
    dozen: 'About a dozen colleagues have answered.',
    many: 'Many colleagues have answered.',
  },
  saidGateOpened: 'What your colleagues wrote is open to you now.',

  progressTitle: 'What is asked of you here',
  ruleTitle: 'What is asked of learners here',
  progressNote: 'This list shows what you have done. Whether it earns credit is decided by whoever offers the course.',
  clamps: {
    answer: (want) => count(want, { one: 'Answer with at least one word', other: 'Answer with at least # words' }),
    replies: (want) => count(want, { one: 'Reply to a colleague', other: 'Reply to # different colleagues' }),
    read: (want) => count(want, { other: 'Read at least #% of what colleagues wrote' }),
    back: () => 'Come back after a colleague has replied to you',
    apply: (want) =>
      count(want, {
        one: 'Say how you apply it, in at least one word',
        other: 'Say how you apply it, in at least # words',
      }),
    attested: () => 'A facilitator confirms it',
  },
  clampDone: 'done',
  clampHave: (have, want) => `${have} of ${want}`,
  clampRead: (percent) => `${percent} so far`,
  clampOpen: 'not yet',
  missedAnswer: 'Your last answer does not count here yet.',
  missedReply: 'Your last reply to a post does not count here yet.',
  missedShow: 'Show it',
  missed: {
    voided: (reason) => `A facilitator has decided so: ${reason}`,
    quoted: 'It holds no words of your own: quotations, code and addresses are not counted.',
    repeated: 'Most of it stands elsewhere already, or says the same again. Say it in new words.',
    aside: 'It takes up too little of what it answers. Name what you are speaking of.',
    'not-own': 'Most of it stands elsewhere already, or it takes up too little of what it answers.',
    short: (words) =>
      count(words, {
        one: 'It has # word of your own. Quotations, code and addresses are not counted.',
        other: 'It has # words of your own. Quotations, code and addresses are not counted.',
      }),
    thank: 'Thanks are read by one person alone and are not counted.',
    self: 'It answers a post of your own.',
    staff: 'It answers a facilitator. What is asked for is a reply to a colleague.',
    again: 'You have replied to this colleague before. What is asked for is another one.',
    unmarked: (name) => `If it says how you apply it, mark it as “${name}”.`,
  },
  progressDone: (date) => `You had done all of this by ${date}.`,
  recordSave: 'Save my record',

  pageAsk: 'Ask this here',
  pageHint: 'This prompt stands in the page. It is not asked in the discussion yet.',
  pageChanged: 'The page has changed since this was asked here.',
  pageAskAgain: 'Ask it as it is now',
  pageUnkept:
    'The page wants you to answer before you see what others wrote. This discussion cannot keep to that, so everything is open to everybody.',
  pageRefused: (field) => `The page’s prompt cannot be asked as it is. Please check: ${field}`,

  promptNew: 'New prompt',
  promptChange: 'Change prompt',
  promptOpenGate: 'Show everybody’s answers now',
  promptNext: (stage) => `Go on to “${stage}” now`,
  promptFailed: 'That could not be done. Please try again.',

  waitingCount: (amount) =>
    count(amount, {
      one: 'A colleague is waiting for a view like yours',
      other: '# colleagues are waiting for a view like yours',
    }),
  waitingAnswer: (name) => `Reply to ${isolate(name)}`,
});
