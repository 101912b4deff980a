// The questions of an event: which there are at a live stage, in which order, which one is being answered, and which may
// stand on a wall. Nobody counts for more than another: what was asked first stands first.
import { isOpenAt, stageAt, type Prompt } from './prompt.ts';
import type { Marker, Post } from './post.ts';
import { isPost } from './view.ts';

/** The questions to one prompt, as somebody sees them. */
export interface LiveQuestions {
  /** What is being answered: of the open ones that a facilitator put on top since the event began, the last. */
  readonly current: Post | null;
  /** The others that nobody has answered, the first asked first. */
  readonly open: readonly Post[];
  /** What found its answer, the last answered first. */
  readonly answered: readonly Post[];
}

/**
 * True while a prompt is at its event.
 * @param at milliseconds since 1970
 */
export function isLive(prompt: Prompt, at: number): boolean {
  return prompt.state === 'open' && stageAt(prompt, at)?.name === 'live';
}

/** True where questions can be asked of this prompt: of some one may ask for other kinds only. */
export function takesQuestions({ state, kinds }: Prompt): boolean {
  return state === 'open' && (kinds.length === 0 || kinds.includes('question'));
}

/**
 * The questions to a prompt: first posts of that kind that can be read. Those that were brought before the event are
 * among them.
 * @param entries what somebody sees of the discussion
 */
export function liveQuestions(entries: Iterable<Post | Marker>, prompt: Prompt): LiveQuestions {
  const isAsked = (entry: Post | Marker): entry is Post =>
    isPost(entry) &&
    entry.parentId === null &&
    entry.kind === 'question' &&
    entry.prompt?.id === prompt.id &&
    entry.state === 'shown';
  const asked = [...entries].filter(isAsked).sort((a, b) => a.order - b.order);
  const answered = asked
    .filter(({ settledAt }) => settledAt !== undefined)
    .sort((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? '') || b.order - a.order);
  const waiting = asked.filter(({ settledAt }) => settledAt === undefined);
  const began = prompt.stages.find(({ name }) => name === 'live')?.from ?? '';
  const current = waiting
    .filter(({ pinned }) => pinned !== undefined && pinned.at >= began)
    .reduce<Post | null>((last, one) => ((one.pinned?.at ?? '') >= (last?.pinned?.at ?? '') ? one : last), null);
  return { current, open: waiting.filter((one) => one !== current), answered };
}

/**
 * The questions that may stand on a wall: what a learner sees who has written nothing, whoever it is that shows it.
 * @param entries what somebody sees of the discussion, a facilitator maybe
 * @param at milliseconds since 1970
 */
export function wallQuestions(entries: Iterable<Post | Marker>, prompt: Prompt, at: number): LiveQuestions {
  const isForAll = (entry: Post | Marker): boolean => {
    if (!isPost(entry) || entry.isPrivate === true) return false;
    const gate = prompt.stages.find(({ name }) => name === entry.prompt?.stage)?.gate;
    return entry.author.role === 'facilitator' || (gate !== undefined && isOpenAt(gate, at, prompt.state));
  };
  return prompt.state === 'draft'
    ? { current: null, open: [], answered: [] }
    : liveQuestions([...entries].filter(isForAll), prompt);
}
