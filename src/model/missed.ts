// Why what somebody wrote last for a part of a rule does not count for it: by the rule's own reasons, so that nobody has to
// guess. Says nothing where it counts, and nothing that a gate keeps back.
import type { Clamp, CreditRule, Progress } from './credit.ts';
import type { Evidence, StoredPost } from './post.ts';

/**
 * A facilitator took it out; it holds nothing of its author's own; it repeats what stands elsewhere, or itself; it takes
 * up too little of what it answers; one of these two; it has fewer words than are asked for; it is a thank, an answer to
 * oneself, to a facilitator, or to a colleague answered before; it is not marked as what is asked for.
 */
export type MissReason =
  'voided' | 'quoted' | 'repeated' | 'aside' | 'not-own' | 'short' | 'thank' | 'self' | 'staff' | 'again' | 'unmarked';

/** A post that does not count for a part, and why. */
export interface Missed {
  readonly postId: string;
  readonly why: MissReason;
  /** Words of its author's own that it has. */
  readonly words: number;
}

/** What somebody has written to a prompt. */
export interface Writing {
  readonly person: string;
  /** Their own posts, in the order of the log. */
  readonly own: readonly StoredPost[];
  /** Ids of posts by facilitators. */
  readonly staffs: ReadonlySet<string>;
  /** True where a gate keeps something of the prompt from them: then it is not told what they repeat. */
  readonly isKeptOut: boolean;
}

const newest = ({ evidence = [] }: StoredPost): Evidence | undefined => evidence.at(-1);

/** True where some body of this post had so many words of its author's own, as what is asked for. */
function has(post: StoredPost, words: number, isAsked: (one: Evidence) => boolean = () => true): boolean {
  const counts = (one: Evidence): boolean => one.isOwn && one.words >= words && isAsked(one);
  return post.voided === undefined && (post.evidence ?? []).some(counts);
}

/** What is wrong with a text by itself; null where nothing is. */
function flawOf(post: StoredPost, words: number, { isKeptOut }: Writing): MissReason | null {
  const last = newest(post);
  if (post.voided !== undefined) return 'voided';
  if (last === undefined) return null;
  if (!last.isOwn && last.words > 0) return isKeptOut ? 'not-own' : (last.flaw ?? 'not-own');
  if (last.words === 0) return 'quoted';
  return last.words < words ? 'short' : null;
}

function missedAnswer(post: StoredPost, { answerWords }: CreditRule, writing: Writing): MissReason | null {
  return has(post, answerWords) ? null : flawOf(post, answerWords, writing);
}

function missedReply(post: StoredPost, { replyWords }: CreditRule, writing: Writing): MissReason | null {
  const { person, own, staffs } = writing;
  const { answers, parentId } = post;
  if (post.voided !== undefined) return 'voided';
  if (newest(post)?.as === 'thank') return 'thank';
  if (answers === person) return 'self';
  if (staffs.has(parentId ?? '')) return 'staff';
  if (!has(post, replyWords, ({ as }) => as !== 'thank')) return flawOf(post, replyWords, writing);
  const isAgain = own.some(
    (other) =>
      other !== post &&
      other.answers === answers &&
      !staffs.has(other.parentId ?? '') &&
      has(other, replyWords, ({ as }) => as !== 'thank'),
  );
  return isAgain ? 'again' : null;
}

/** True for what its author marked as saying how they apply it. */
function isApplied(post: StoredPost): boolean {
  return newest(post)?.as === 'apply' || (post.parentId === null && post.prompt?.stage === 'apply');
}

/** Why the last post for this part does not count; null where it does, and for parts that no post is written for. */
function missedFor(clamp: Clamp, rule: CreditRule, writing: Writing): Missed | null {
  const there = writing.own.filter(({ state }) => state !== 'removed');
  const replies = there.filter(({ parentId }) => parentId !== null);
  const tell = (post: StoredPost | undefined, why: MissReason | null | undefined): Missed | null =>
    post === undefined || why === null || why === undefined
      ? null
      : { postId: post.id, why, words: newest(post)?.words ?? 0 };
  switch (clamp) {
    case 'answer': {
      const last = there.findLast(({ parentId }) => parentId === null);
      return tell(last, last && missedAnswer(last, rule, writing));
    }
    case 'replies': {
      const last = replies.at(-1);
      return tell(last, last && missedReply(last, rule, writing));
    }
    case 'apply': {
      const last = there.findLast(isApplied);
      return last === undefined ? tell(replies.at(-1), 'unmarked') : tell(last, flawOf(last, rule.applyWords, writing));
    }
    default:
      return null;
  }
}

/** Progress under a rule with the last post for each part that is not met, where that does not count. */
export function withMissed(progress: Progress, rule: CreditRule, writing: Writing): Progress {
  const clamps = progress.clamps.map((one) => {
    const missed = one.metAt === null ? missedFor(one.clamp, rule, writing) : null;
    return missed === null ? one : { ...one, missed };
  });
  return { ...progress, clamps };
}
