// Mistakes with what is about learning that a storm must show: who stands behind what, what is between two, what is
// behind a gate, and what facilitators arrange.
import type { Mutant } from './mutants.ts';

const inView = 'src/model/view.ts';
const inDecide = 'src/model/decide.ts';
const inMay = 'src/model/may.ts';

/** Every mistake with learning, by name. */
export const learningMutants: readonly Mutant[] = [
  {
    name: 'keeps an endorsement that was taken back',
    edits: [{ file: inDecide, find: '? { ...one, revokedAt: given.at }', instead: '? one' }],
  },
  {
    name: 'shows peers an endorsement that was taken back',
    edits: [{ file: inView, find: 'isStaff ? stored.endorsements : standing(', instead: 'isStaff ? [] : (' }],
  },
  {
    name: 'toggles whether a question has found its answer',
    edits: [{ file: inDecide, find: 'command.isSettled ? {', instead: 'post.settledAt === undefined ? {' }],
  },
  {
    name: 'lets learners endorse',
    edits: [{ file: inMay, find: "person?.role === 'expert' ||", instead: "person?.role === 'member' ||" }],
  },
  {
    name: 'lets everybody say what helped',
    edits: [{ file: inMay, find: 'person.id === root.author.id && ', instead: 'root.revision > 0 && ' }],
  },
  {
    name: 'shows a thank to everybody',
    edits: [
      {
        file: inView,
        find: '(person === null || stored.answers !== person.id)) return null;',
        instead: 'false) return null;',
      },
    ],
  },
  {
    name: 'shows everybody what a text was before',
    edits: [{ file: inView, find: '...(isFull && earlier', instead: '...(earlier' }],
  },
  {
    name: 'shows everybody who was asked to answer',
    edits: [{ file: inView, find: '...(isStaff && nudges', instead: '...(nudges' }],
  },
  {
    name: 'opens a gate that a facilitator opens by hand',
    edits: [{ file: 'src/model/prompt.ts', find: 'return gate.isOpen;', instead: 'return true;' }],
  },
  {
    name: 'shows drafts to everybody',
    edits: [{ file: inView, find: ".filter(({ state }) => isStaff || state !== 'draft')", instead: '' }],
  },
  {
    name: 'lets people answer a closed prompt',
    edits: [{ file: inMay, find: "(state === 'closed' && mayModerate(person))", instead: "state === 'closed'" }],
  },
  {
    name: 'does not look anew when the record has changed',
    edits: [
      {
        file: 'src/adapters/room-session.ts',
        find: 'if (commit.room !== null) refresh();',
        instead: '',
      },
      {
        file: 'src/adapters/room-session.ts',
        find: 'else if (changesLenses(commit)) refresh();',
        instead: 'else if (changesLenses(commit) && commit.room === null) refresh();',
      },
    ],
  },
  {
    name: 'leaves a moved thread where it was for whoever comes new',
    edits: [{ file: inView, find: 'shut, moved: record.moved ?? {}, epoch', instead: 'shut, moved: {}, epoch' }],
  },
  {
    name: 'counts an attestation that was taken back',
    edits: [{ file: 'src/model/arrange.ts', find: 'command.isAttested ? [', instead: 'command.op ? [' }],
  },
];
