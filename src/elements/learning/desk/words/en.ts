// The words of the desk in English.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In English. */
export const english: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'Facilitator’s desk',
  deskHint: 'What needs you now. Everything here can be taken back, and is written down.',
  openDesk: (amount) =>
    amount === 0 ? 'Desk' : count(amount, { one: 'Desk, # thing waits', other: 'Desk, # things wait' }),
  closeDesk: 'Close the desk',
  deskGathering: 'Gathering the whole discussion…',
  nothingWaits: 'Nothing waits here.',
  lists: {
    'to-moderate': { name: 'To moderate', help: 'Posts that nobody sees before you have looked at them.' },
    unanswered: {
      name: 'Unanswered',
      help: 'First posts and questions that nobody else has answered, the oldest first.',
    },
    unheard: { name: 'Unheard', help: 'People who wrote and were never answered by anybody.' },
    tensions: { name: 'Tensions', help: 'Different views that nobody has taken up.' },
    ready: {
      name: 'Ready to conclude',
      help: 'Threads of three people or more that came to rest a day ago, with no question left open.',
    },
  },
  acts: {
    approve: { name: 'Show it', field: '', done: 'Shown to all.' },
    followUp: { name: 'Ask a follow-up', field: 'Your question', done: 'Your question was sent.' },
    privately: {
      name: 'Reply privately',
      field: 'Only its author and the facilitators read this',
      done: 'Your private reply was sent.',
    },
    invite: {
      name: 'Invite a colleague',
      field: 'Whom do you ask to look at it?',
      done: 'The invitation is there when they come back.',
    },
    pin: { name: 'Pin it', field: 'Why is it on top?', done: 'Pinned.' },
    move: { name: 'Move it', field: 'To which prompt?', done: 'The thread was moved.' },
    endorse: { name: 'Endorse it', field: 'Why?', done: 'Endorsed.' },
    conclude: {
      name: 'Close with a summary',
      field: 'What has come of it, for everybody to read',
      done: 'The prompt is closed, with your summary.',
    },
  },
  unpin: 'Unpin it',
  firstPost: 'First post here',
  goToPost: 'Go to the post',
  deskSend: 'Done',
  deskCancel: 'Cancel',
  deskUndo: 'Take it back',
  undone: 'Taken back.',
  noteOptional: 'In your own words',
  deskReasons: {
    complete: 'Correct and complete',
    tested: 'Tested in practice',
    reasoning: 'Good reasoning, different conclusion',
  },
  deskOwnReason: 'Another reason',
  whatWasDone: 'What was done',
  logged: {
    moderate: 'Shown or hidden',
    classify: 'Its kind changed',
    endorse: 'Endorsed, or that taken back',
    settle: 'Answered, or opened again',
    pin: 'Pinned or unpinned',
    invite: 'A colleague invited, or that taken back',
    void: 'Left out of credit, or counted again',
    transfer: 'Moved to another prompt',
    arrange: 'Prompt written or changed',
    attest: 'Participation confirmed, or that taken back',
  },
  doneBy: (name) => `by ${isolate(name)}`,
  deskKeys:
    'Keys on an entry: F follow-up, R private reply, I invite, P pin, M move, E endorse, C close, Enter goes to the post.',
  needsText: 'Please write something first.',
});
