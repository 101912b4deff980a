// What a facilitator does with the questions of an event, as commands, and what takes each back. The question that is
// being answered is one that was put on top, so every act is a command there is already: logged, and refused like others.
import type { LiveQuestions } from '../../../model/live.ts';
import type { Post } from '../../../model/post.ts';
import type { Request } from '../../../store/store.ts';

/** Commands, in their order, and those that take them back. */
export interface LiveAct {
  readonly requests: readonly Request[];
  readonly undo: readonly Request[];
}

const pin = ({ id, pinned }: Post, isPinned: boolean): Request => {
  return { type: 'pin', id, isPinned, note: isPinned ? (pinned?.note ?? '') : '' };
};
const settle = ({ id }: Post, isSettled: boolean): Request => ({ type: 'settle', id, isSettled });

function join(...acts: readonly LiveAct[]): LiveAct {
  return {
    requests: acts.flatMap(({ requests }) => requests),
    undo: acts.toReversed().flatMap(({ undo }) => undo),
  };
}

/** Takes a question off the top. */
export function putBack(question: Post): LiveAct {
  return { requests: [pin(question, false)], undo: [pin(question, true)] };
}

/** Puts a question on, in the place of the one before. */
export function takeUp(question: Post, { current }: LiveQuestions): LiveAct {
  const on = { requests: [pin(question, true)], undo: [pin(question, false)] };
  return current === null || current.id === question.id ? on : join(on, putBack(current));
}

/**
 * Marks a question as answered, or takes that back. What was answered stands on top no longer.
 * @param mayPin false for its author, who may only say that it is answered
 */
export function settleQuestion(question: Post, isSettled: boolean, mayPin: boolean): LiveAct {
  const said = { requests: [settle(question, isSettled)], undo: [settle(question, !isSettled)] };
  return isSettled && mayPin && question.pinned !== undefined ? join(said, putBack(question)) : said;
}

/**
 * Puts on the one that was asked first and marks the current question as answered; null where there is neither. In that
 * order, so that nobody sees a moment without a question.
 */
export function nextQuestion({ current, open, answered }: LiveQuestions): LiveAct | null {
  const done = current === null ? [] : [settleQuestion(current, true, true)];
  const [first] = open;
  const next = first === undefined ? [] : [takeUp(first, { current: null, open, answered })];
  return done.length + next.length === 0 ? null : join(...next, ...done);
}
