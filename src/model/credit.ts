// How far somebody is with a prompt's rule for credit: replayed from what the log keeps, event by event, each under the
// rule that stood at its time. What was met stays met. The panel never says that credit was granted: that is the
// sponsor's to say, by this record.
import type { ArrangedPrompt } from './prompt.ts';
import type { Evidence, StoredPost } from './post.ts';

/** What a sponsor asks for; 0 or false where it is not asked. Each part is met by itself. */
export interface CreditRule {
  /** Words of an answer to the prompt. */
  readonly answerWords: number;
  /** Different colleagues to answer. */
  readonly colleagues: number;
  /** Words of such an answer. */
  readonly replyWords: number;
  /** Part of the colleagues' posts to have read, in percent, of the stages that one has come to. */
  readonly readPercent: number;
  /** Whether one must have come back after a reply. */
  readonly comesBack: boolean;
  /** Words on how one applies it: a reply that applies, or a first post at the stage `apply`. */
  readonly applyWords: number;
  /** Whether a facilitator attests it. */
  readonly isAttested: boolean;
}

/** The parts of a rule, in the order in which they are shown. */
export const clamps = ['answer', 'replies', 'read', 'back', 'apply', 'attested'] as const;
export type Clamp = (typeof clamps)[number];

/** How far somebody is with one part. */
export interface ClampProgress {
  readonly clamp: Clamp;
  /** Words, colleagues, percent, or 1 for what is done; the most that ever was. */
  readonly have: number;
  readonly want: number;
  /** When it was met; ISO 8601 in UTC, null where it is not. */
  readonly metAt: string | null;
}

/** How far somebody is with a rule. */
export interface Progress {
  /** The version of the prompt whose rule stands now. */
  readonly version: number;
  readonly clamps: readonly ClampProgress[];
  /** When every part that was then asked for was met; null where that never was. */
  readonly completedAt: string | null;
}

/** A post that somebody has read, and when they first had; ISO 8601 in UTC. */
export interface Mark {
  readonly id: string;
  readonly at: string;
}

/** What each part of a rule asks for; 0 where it does not. */
export function wants(rule: CreditRule): Readonly<Record<Clamp, number>> {
  return {
    answer: rule.answerWords,
    replies: rule.colleagues,
    read: rule.readPercent,
    back: rule.comesBack ? 1 : 0,
    apply: rule.applyWords,
    attested: rule.isAttested ? 1 : 0,
  };
}

/** Something that happened, to be looked at under the rule of its time. */
interface Happening {
  readonly at: string;
  happen(): void;
}

/** What one person has done for a prompt so far, while the log is replayed. */
interface Sum {
  answer: number;
  /** Words of the best reply to each colleague. */
  readonly replies: Map<string, number>;
  /** Posts of colleagues that are there to be read, and those that were. */
  readonly there: Set<string>;
  readonly read: Set<string>;
  back: number;
  apply: number;
  attested: number;
}

const publishedAt = (post: StoredPost): string => post.publishedAt ?? post.createdAt;
const isStaffs = ({ author }: StoredPost): boolean => author.role === 'facilitator';

/** What an own post adds with each of its bodies. */
function ownWork(post: StoredPost, person: string, toColleague: boolean, sum: Sum): Happening[] {
  if (post.voided !== undefined) return [];
  const add = ({ words, isOwn, as }: Evidence): void => {
    if (!isOwn) return;
    if (post.parentId === null) sum.answer = Math.max(sum.answer, words);
    else if (toColleague && post.answers !== undefined && post.answers !== person && as !== 'thank')
      sum.replies.set(post.answers, Math.max(sum.replies.get(post.answers) ?? 0, words));
    if (as === 'apply' || (post.parentId === null && post.prompt?.stage === 'apply'))
      sum.apply = Math.max(sum.apply, words);
  };
  return (post.evidence ?? []).map((evidence) => ({ at: evidence.at, happen: () => add(evidence) }));
}

/** What one person knows of a prompt, as far as it decides what counts. */
interface Ground {
  readonly person: string;
  /** When they first read each post. */
  readonly readAt: ReadonlyMap<string, string>;
  /** When they wrote. */
  readonly wroteAt: readonly string[];
  /** When they came to each stage: opened its gate, or first read a colleague's post there. */
  readonly cameAt: ReadonlyMap<string, string>;
  /** True for what a gate keeps from them now. */
  readonly isBehind: (post: StoredPost) => boolean;
}

/** What somebody else's post adds: something to read where it is a colleague's, and perhaps something to come back for. */
function othersWork(post: StoredPost, ground: Ground, sum: Sum): Happening[] {
  const { person, wroteAt, cameAt, isBehind } = ground;
  const isForMe = post.answers === person;
  if (!post.published || (post.isPrivate === true && !isForMe)) return [];
  const since = publishedAt(post);
  const readAt = ground.readAt.get(post.id);
  const came = cameAt.get(post.prompt?.stage ?? '');
  const happenings: Happening[] = [];
  if (!isStaffs(post) && came !== undefined) {
    const { goneAt } = post;
    const from = came > since ? came : since;
    // What was gone before it was read asks nobody to read it; what was read before counts on.
    if (goneAt === undefined || goneAt > from) happenings.push({ at: from, happen: () => sum.there.add(post.id) });
    if (goneAt !== undefined)
      happenings.push({ at: goneAt, happen: () => !sum.read.has(post.id) && sum.there.delete(post.id) });
    if (readAt !== undefined)
      happenings.push({ at: readAt, happen: () => void (sum.there.add(post.id), sum.read.add(post.id)) });
  }
  const returns = [readAt, ...wroteAt].filter((at): at is string => at !== undefined && at > since).sort();
  if (isForMe && returns[0] !== undefined && !isBehind(post))
    happenings.push({ at: returns[0], happen: () => (sum.back = 1) });
  return happenings;
}

/** When a person came to each stage. */
function arrivals(
  written: readonly StoredPost[],
  person: string,
  readAt: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const came = new Map<string, string>();
  const note = (stage: string | undefined, at: string | undefined): void => {
    if (stage === undefined || at === undefined) return;
    const earlier = came.get(stage);
    if (earlier === undefined || at < earlier) came.set(stage, at);
  };
  for (const post of written) {
    const { prompt, author, unlocked = {} } = post;
    if (author.id !== person && !isStaffs(post)) note(prompt?.stage, readAt.get(post.id));
    if (author.id === person) for (const [stage, at] of Object.entries(unlocked)) note(stage, at);
  }
  return came;
}

/** The rule that stood at a time, and the version of the prompt that had it. */
function ruleAt(prompt: ArrangedPrompt, at: string): { version: number; credit: CreditRule | null } {
  if (prompt.since <= at) return prompt;
  return prompt.rules.findLast(({ since }) => since <= at) ?? prompt.rules[0] ?? prompt;
}

/** How much of each part there is, under a rule. */
function haves(sum: Sum, rule: CreditRule): Readonly<Record<Clamp, number>> {
  const { there, read } = sum;
  return {
    answer: sum.answer,
    replies: [...sum.replies.values()].filter((words) => words >= rule.replyWords).length,
    read: there.size === 0 ? 0 : Math.floor((100 * read.size) / there.size),
    back: sum.back,
    apply: sum.apply,
    attested: sum.attested,
  };
}

/**
 * How far a person is with a prompt; null where it has no rule.
 * @param posts every post that was written to the prompt, whatever became of it
 * @param marks what this person has read
 * @param isBehind true for posts that a gate keeps from this person now: nothing of them shows in any number
 */
export function progressOf(
  prompt: ArrangedPrompt,
  person: string,
  posts: Iterable<StoredPost>,
  marks: readonly Mark[],
  isBehind: (post: StoredPost) => boolean = () => false,
): Progress | null {
  if (prompt.credit === null) return null;
  const sum: Sum = { answer: 0, replies: new Map(), there: new Set(), read: new Set(), back: 0, apply: 0, attested: 0 };
  const written = [...posts].filter((post) => post.prompt?.id === prompt.id);
  const readAt = new Map(marks.map(({ id, at }) => [id, at]));
  const wroteAt = written.filter(({ author }) => author.id === person).map(({ createdAt }) => createdAt);
  const ground: Ground = { person, readAt, wroteAt, cameAt: arrivals(written, person, readAt), isBehind };
  const staffs = new Set(written.filter(isStaffs).map(({ id }) => id));
  const happenings: Happening[] = written.flatMap((post) =>
    post.author.id === person
      ? ownWork(post, person, !staffs.has(post.parentId ?? ''), sum)
      : othersWork(post, ground, sum),
  );
  for (const { personId, at } of prompt.attestations)
    if (personId === person) happenings.push({ at, happen: () => (sum.attested = 1) });
  for (const { since } of [...prompt.rules, prompt]) happenings.push({ at: since, happen: () => {} });
  happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const best = new Map<Clamp, number>();
  const metAt = new Map<Clamp, string>();
  let completedAt: string | null = null;
  happenings.forEach(({ at, happen }, index) => {
    happen();
    if (happenings[index + 1]?.at === at) return; // what happened at one moment is looked at together
    const { credit } = ruleAt(prompt, at);
    if (credit === null) return;
    const want = wants(credit);
    const have = haves(sum, credit);
    for (const clamp of clamps) {
      best.set(clamp, Math.max(best.get(clamp) ?? 0, have[clamp]));
      if (want[clamp] > 0 && have[clamp] >= want[clamp] && !metAt.has(clamp)) metAt.set(clamp, at);
    }
    const asked = clamps.filter((clamp) => want[clamp] > 0);
    if (asked.length > 0 && asked.every((clamp) => metAt.has(clamp))) completedAt ??= at;
  });
  const want = wants(prompt.credit);
  return {
    version: prompt.version,
    clamps: clamps
      .filter((clamp) => want[clamp] > 0)
      .map((clamp) => ({ clamp, have: best.get(clamp) ?? 0, want: want[clamp], metAt: metAt.get(clamp) ?? null })),
    completedAt,
  };
}
