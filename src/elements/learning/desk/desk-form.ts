// What a facilitator still says before an act at the desk is done: a text, a colleague, a prompt or a reason. Pure: which
// field an act has, and which command comes of it.
import { newOp } from '../../../model/op.ts';
import type { Discussion, Person, Post, Reason } from '../../../model/post.ts';
import type { Request } from '../../../store/store.ts';
import type { DeskAct } from './desk-words.ts';

/** What an act asks for. */
export type DeskField = 'none' | 'text' | 'note' | 'person' | 'prompt' | 'reason';

/** The field of each act; `note` may stay empty. */
export const fieldOf: Readonly<Record<DeskAct, DeskField>> = {
  approve: 'none',
  followUp: 'text',
  privately: 'text',
  invite: 'person',
  pin: 'note',
  move: 'prompt',
  endorse: 'reason',
  conclude: 'text',
};

/** The single key of each act, while an entry of the desk has the focus. */
export const actKeys: Readonly<Record<string, DeskAct>> = {
  a: 'approve',
  f: 'followUp',
  r: 'privately',
  i: 'invite',
  p: 'pin',
  m: 'move',
  e: 'endorse',
  c: 'conclude',
};

/** What was filled in. */
export interface Filled {
  readonly text: string;
  /** A person's or a prompt's id. */
  readonly choice: string;
  readonly reason: Reason | null;
}

/** An act as a command, and what takes it back; null for what everybody has been shown: it is hidden at its row, with a reason. */
export interface DeskCommand {
  readonly act: Request;
  readonly undo: Request | null;
}

/** The acts that fit a post. */
export function actsFor(post: Post, me: Person, discussion: Discussion, people: readonly Person[]): readonly DeskAct[] {
  const prompt = discussion.prompts?.find(({ id }) => id === post.prompt?.id);
  const isRoot = post.parentId === null;
  const fits: Readonly<Record<DeskAct, boolean>> = {
    approve: post.state === 'held',
    followUp: post.state === 'shown',
    privately: post.state === 'shown' && post.author.id !== me.id,
    invite: post.state === 'shown' && people.some(({ id }) => id !== me.id && id !== post.author.id),
    pin: isRoot && post.state === 'shown',
    move: isRoot && prompt !== undefined && (discussion.prompts ?? []).length > 1,
    endorse: post.state === 'shown' && post.author.id !== me.id,
    conclude: isRoot && prompt !== undefined && prompt.state === 'open',
  };
  return (Object.keys(fits) as DeskAct[]).filter((act) => fits[act]);
}

/** A reply, which is removed where it is taken back: its op is its id. */
function replyOf(act: Extract<Request, { type: 'create' }>): DeskCommand {
  const op = newOp();
  return { act: { ...act, op }, undo: { type: 'remove', id: op } };
}

/** The command of an act, and the one that takes it back. */
export function commandOf(act: DeskAct, post: Post, filled: Filled, discussion: Discussion): DeskCommand | null {
  const { id } = post;
  const { text, choice, reason } = filled;
  const prompt = discussion.prompts?.find((one) => one.id === post.prompt?.id);
  switch (act) {
    case 'approve':
      return { act: { type: 'moderate', id, state: 'shown', reason: '' }, undo: null };
    case 'followUp':
      return replyOf({ type: 'create', parentId: id, body: text, move: 'ask' });
    case 'privately':
      return replyOf({ type: 'create', parentId: id, body: text, isPrivate: true });
    case 'invite':
      return {
        act: { type: 'invite', id, personId: choice, isInvited: true },
        undo: { type: 'invite', id, personId: choice, isInvited: false },
      };
    case 'pin': {
      const isPinned = post.pinned === undefined;
      const back = { type: 'pin', id, isPinned: !isPinned, note: post.pinned?.note ?? '' } as const;
      return { act: { type: 'pin', id, isPinned, note: isPinned ? text : '' }, undo: back };
    }
    case 'move':
      return {
        act: { type: 'transfer', id, promptId: choice },
        undo: prompt === undefined ? null : { type: 'transfer', id, promptId: prompt.id },
      };
    case 'endorse':
      return {
        act: { type: 'endorse', id, isEndorsed: true, reason, note: text },
        undo: { type: 'endorse', id, isEndorsed: false, reason: null, note: '' },
      };
    case 'conclude':
      return prompt === undefined
        ? null
        : {
            act: { type: 'arrange', prompt: { ...prompt, state: 'closed', summary: text } },
            undo: { type: 'arrange', prompt },
          };
  }
}
