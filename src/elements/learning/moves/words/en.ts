// The words for kinds, moves and endorsements in English.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In English. */
export const english: WordsOf<MoveWords> = () => ({
  kinds: {
    question: { name: 'Question', help: 'Something you want to know', starter: 'What I would like to know: ' },
    answer: { name: 'Answer', help: 'What you answer to the prompt', starter: '' },
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
    thank: { name: 'Thanks', help: 'Only its author reads this', starter: '' },
  },
});
