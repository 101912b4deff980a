// The words for kinds, moves and endorsements in English.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In English. */
export const english: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'Question', help: 'Something you want to know', starter: 'What I would like to know: ' },
    answer: { name: 'Answer', help: 'What you answer to what was asked here', starter: '' },
    insight: { name: 'Insight', help: 'Something that became clear to you', starter: 'What became clear to me: ' },
    experience: { name: 'Experience', help: 'Something that happened in your practice', starter: 'In my practice: ' },
    reflection: {
      name: 'Reflection',
      help: 'Something you are turning over in your mind',
      starter: 'I keep thinking about ',
    },
    resource: {
      name: 'Resource',
      help: 'Something to read or use, and why it is worth it',
      starter: 'Useful because ',
    },
  },
  moves: {
    'build-on': { name: 'Builds on it', help: 'Take it a step further', starter: 'Building on that, ' },
    ask: { name: 'Asks back', help: 'Ask about it', starter: 'What do you mean by ' },
    contrast: { name: 'Sees it differently', help: 'Set another view beside it', starter: 'I see it differently: ' },
    apply: { name: 'Applies it', help: 'Say how you use it', starter: 'I will try this by ' },
    thank: { name: 'Thanks', help: 'Say what it gave you', starter: '' },
  },
  kindFilters: {
    question: 'Questions',
    answer: 'Answers',
    insight: 'Insights',
    experience: 'Experiences',
    reflection: 'Reflections',
    resource: 'Resources',
  },

  kindLegend: 'What is it?',
  moveLegend: 'What does your reply do?',
  noKind: 'Just a thought',
  noMove: 'Simply replies',
  kindMissing: 'Choose what it is: that is asked for here.',
  useStarter: (starter) => `Begin with “${isolate(starter.trim())}”`,
  replyPrivately: 'Reply privately',
  readBy: (name) => `Only ${isolate(name)} and the facilitators will read this.`,
  privateTalk: (author, to) => `Private: only ${isolate(author)}, ${isolate(to)} and the facilitators read this.`,
  privatePlain: 'Private: only its author, whoever it answers and the facilitators read this.',
  member: 'Member',

  helpedMe: 'This helped me',
  helped: 'This helped',
  takeHelpBack: 'Did not help me after all',
  endorse: 'Endorse',
  endorsed: 'Endorsed by',
  takeEndorsementBack: 'Take the endorsement back',
  takenBack: 'taken back',
  endorseLegend: 'Why do you stand behind this?',
  reasons: {
    complete: 'Correct and complete',
    tested: 'Tested in practice',
    reasoning: 'Good reasoning, different conclusion',
  },
  ownReason: 'In my own words',
  endorseNote: 'In your own words, for everybody to read',
  endorseNoteMissing: 'Choose a reason, or write one.',
  vouched: 'What colleagues stand behind here',
  endorsedReply: (by, author, why) => `${isolate(by)} endorsed a reply by ${isolate(author)}: ${isolate(why)}`,
  helpedReply: (by, author) => `A reply by ${isolate(author)} helped ${isolate(by)}`,

  settle: 'Found its answer',
  settled: 'This question has found its answer.',
  pinnedBy: (name) => `Pinned by ${isolate(name)}`,
  unsettle: 'Still open',
  classifyPost: 'Change kind',
  classifyReply: 'Change kind',

  versions: 'Versions of this post',
  writtenAt: (time) => `Written ${time}`,
  changedAt: (time) => `Changed ${time}`,
  versionNow: 'As it stands now',
  versionsSeenBy: 'Earlier versions are shown to its author and the facilitators only.',

  saidHelped: 'You said that this helped you.',
  saidEndorsed: 'Your endorsement is there.',
  saidTakenBack: 'You took it back.',
  saidSettled: 'The question has found its answer.',
  saidUnsettled: 'The question is open again.',
  saidClassified: (name) => `Now it is: ${name}`,
});
