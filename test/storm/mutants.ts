// Mistakes that a storm must show: what people have got wrong in systems like this one, made in a copy of this one. Each
// is a change of the text of the product, or a flaw of the simulated disk or network where the product leaves no choice.
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Clock } from '../../src/store/clock.ts';
import { spoilAdapter } from '../support/spoil-adapter.ts';
import { learningMutants } from './learning-mutants.ts';
import type { Flaws } from './simulation.ts';

/** A change of one file: what stands there exactly once, and what to write instead. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly instead: string;
}

/** A mistake. */
export interface Mutant {
  readonly name: string;
  readonly edits?: readonly Edit[];
  readonly flaws?: Flaws;
}

/** Milliseconds between reading and joining: a database's answer on a busy day. */
const readingMs = 250;

/** Reads what there is before it joins the stream: what is committed in between is missed. */
function readBeforeJoining(adapter: Adapter, clock: Clock): Adapter {
  let hasJoined = false;
  return spoilAdapter(adapter, null, {
    async sync(cursor, next) {
      const changes = await next(cursor);
      await new Promise<void>((resolve) => clock.after(hasJoined ? 0 : readingMs, resolve));
      hasJoined = true;
      return changes;
    },
    changes(changes, next) {
      if (hasJoined) next(changes);
    },
  });
}

/** Tells what was read as a difference to what it told before; a page that is new to it lacks the rest. */
function tellDifferences(adapter: Adapter): Adapter {
  let told: readonly string[] = [];
  return spoilAdapter(adapter, null, {
    mine(mine, next) {
      const read = mine.read.filter((id) => !told.includes(id));
      told = mine.read;
      next({ ...mine, read });
    },
  });
}

const inRoom = 'src/room/room.ts';
const inMemory = 'src/room/memory-storage.ts';
const inStore = 'src/store/create-store.ts';
const inState = 'src/store/state.ts';
const inView = 'src/model/view.ts';

/** Every mistake, by name. */
export const mutants: readonly Mutant[] = [
  { name: 'acknowledges before the commit is durable', flaws: { disk: { answersEarly: true } } },
  { name: 'remembers in memory alone what it has carried out', flaws: { disk: { forgetsOps: true } } },
  {
    name: 'does not know an operation again',
    edits: [{ file: inMemory, find: 'if (known !== undefined) return', instead: "if (attempt.op === '') return" }],
  },
  {
    name: 'gives an order >= the last where it must be >',
    edits: [{ file: inRoom, find: 'Math.max(standing.order + 1, ', instead: 'Math.max(standing.order, ' }],
  },
  {
    name: 'leaves the first missed change out of a catch-up',
    edits: [{ file: inMemory, find: 'slice(place + 1)', instead: 'slice(place + 2)' }],
  },
  {
    name: 'does not fetch what a gap shows to be missing',
    edits: [{ file: inStore, find: 'else if (changes.to !== held.cursor) void sync();', instead: '' }],
  },
  {
    name: 'ignores a gap',
    edits: [
      {
        file: inState,
        find: 'if (changes.from !== null && changes.from !== held.cursor) return null;',
        instead: '',
      },
    ],
  },
  {
    name: 'applies a page at another cursor than its own: it overwrites',
    edits: [{ file: inState, find: 'if (page.at !== held.cursor) return null;', instead: '' }],
  },
  {
    name: 'applies a page at another cursor than its own: it only fills',
    edits: [
      { file: inState, find: 'if (page.at !== held.cursor) return null;', instead: '' },
      {
        file: inState,
        find: 'for (const entry of page.posts) posts.set(entry.id, entry);',
        instead: 'for (const entry of page.posts) if (!posts.has(entry.id)) posts.set(entry.id, entry);',
      },
    ],
  },
  {
    name: 'tries again under a new op',
    edits: [
      {
        file: inStore,
        find: 'session.submit(next.command)',
        instead: 'session.submit(next.tries > 0 ? { ...next.command, op: newOp() } : next.command)',
      },
    ],
  },
  {
    name: 'tells the others before the commit',
    edits: [
      {
        file: inRoom,
        find: 'return { head: nextHead(',
        instead: `const early = nextHead(standing.head, command.op, { post, about: null });
      for (const listener of listeners) listener.commit({ from: standing.head, to: early, post, room: null });
      return { head: nextHead(`,
      },
      { file: inRoom, find: 'for (const listener of listeners) listener.commit(done);', instead: '' },
    ],
  },
  { name: 'tells a difference where it must tell the whole', flaws: { pipe: tellDifferences } },
  {
    name: 'toggles where it must set',
    edits: [{ file: 'src/model/decide.ts', find: "command.state === 'shown'", instead: "post.state !== 'shown'" }],
  },
  {
    name: 'numbers its cursors, and a backup is restored',
    edits: [
      {
        file: 'src/room/history.ts',
        find: 'return digest([head, op, stored.post, stored.about]);',
        instead: 'return String(Number(head) + 1 + 0 * op.length * Number(stored !== null));',
      },
    ],
  },
  { name: 'reads before it joins', flaws: { pipe: readBeforeJoining } },
  {
    name: 'makes cursors without their view',
    edits: [
      { file: 'src/model/cursor.ts', find: 'return head + separator + view;', instead: 'return head + separator;' },
      { file: 'src/model/cursor.ts', find: 'cursor.slice(cut + 1) !== view', instead: 'view === null' },
    ],
  },
  {
    name: 'does not begin anew when the view changes',
    edits: [
      {
        file: 'src/adapters/room-session.ts',
        find: 'qualify(await reach().sync(viewer, headOf(cursor, view), window), view)',
        instead: `cursor === null
          ? qualify(await reach().sync(viewer, null, window), view)
          : { ...qualify(await reach().sync(viewer, cursor.split('|')[0] ?? null, window), view), from: cursor }`,
      },
    ],
  },
  {
    name: 'does not look anew when a gate has opened',
    edits: [{ file: 'src/adapters/room-session.ts', find: 'else if (changesLenses(commit)) refresh();', instead: '' }],
  },
  {
    name: 'shows what is behind a gate',
    edits: [{ file: inView, find: 'if (!isFull && isBehindGate(stored, lens)) return null;', instead: '' }],
  },
  {
    name: 'believes the late loss of an older try',
    edits: [{ file: inStore, find: 'if (mayTryAgain && current !== period) return;', instead: '' }],
  },
  {
    name: 'forgets at a reload what was not sent',
    edits: [{ file: 'src/store/kept-commands.ts', find: 'keyValue?.setItem(prefix + command.op, text);', instead: '' }],
  },
  {
    name: 'keeps the text of a removed post',
    edits: [{ file: 'src/model/decide.ts', find: "body: '', state: 'removed'", instead: "state: 'removed'" }],
  },
  {
    name: 'shows a hidden post to everybody',
    edits: [{ file: inView, find: "(state !== 'shown' && !isFull)", instead: "(state === 'held' && !isFull)" }],
  },
  {
    name: 'leaves it to the beacon to tell that a post was hidden',
    edits: [
      {
        file: inRoom,
        find: 'for (const listener of listeners) listener.commit(done);',
        instead: "if (command.type !== 'moderate') for (const listener of listeners) listener.commit(done);",
      },
    ],
  },
  {
    name: 'lets people answer what not everybody can read',
    edits: [
      {
        file: 'src/model/may.ts',
        find: "return mayPost(person, discussion) && post.state === 'shown' && isOpen;",
        instead: 'return mayPost(person, discussion) && isOpen;',
      },
      {
        file: 'src/model/allow.ts',
        find: "if (subject.state !== 'shown') throw forbidden('this post cannot be answered');",
        instead: '',
      },
    ],
  },
  {
    name: 'carries out what it refuses',
    edits: [
      {
        file: inRoom,
        find: 'return commit(through, viewer, command, [subject, root], ',
        instead: 'let refuse = (): void => {};\n    return commit(through, viewer, command, [subject, root], ',
      },
      {
        file: inRoom,
        find: 'allow(through, command, circle);',
        instead: 'refuse = () => allow(through, command, circle);',
      },
      {
        file: inRoom,
        find: 'circumstances), about };\n    });',
        instead: 'circumstances), about };\n    }).then((told) => (refuse(), told));',
      },
    ],
  },
  {
    name: 'tries for ever what was refused for good',
    edits: [
      {
        file: 'src/model/errors.ts',
        find: "return code === 'offline' ||",
        instead: "return code === 'conflict' || code === 'offline' ||",
      },
    ],
  },
  {
    name: 'does not send a read mark again',
    edits: [
      { file: 'src/store/read-marks.ts', find: 'if (isRetryable(code) && ids.length > 0) wait(', instead: 'void (' },
    ],
  },
  ...learningMutants,
];
