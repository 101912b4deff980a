// How far somebody is with a prompt's rule for credit: replayed from what the log keeps, event by event, each under the
// rule that stood at its time. What was met stays met. Knows no clock: the same log gives the same answer at any time.
import { clamps, wants, type Clamp, type CreditRule, type Mark, type Progress } from './credit.ts';
import { gatesThen } from './gate-then.ts';
import type { Evidence, StoredDiscussion, StoredPost } from './post.ts';
import type { ArrangedPrompt } from './prompt.ts';

/** A post that a part rests on: an own one, one that was read, or the reply that one came back to. */
export interface Counted {
  readonly post: string;
  /** When it was written or read, or when one came back to it; ISO 8601 in UTC. */
  readonly at: string;
  /** Words of one's own; only of what one wrote oneself. */
  readonly words?: number;
}

/** How far somebody came with one part, and by what. */
export interface ReplayedClamp {
  readonly clamp: Clamp;
  /** Words, colleagues, percent, or 1 for what is done; the most that ever was. */
  readonly have: number;
  /** What is asked now; 0 where it was asked by an earlier version alone. */
  readonly want: number;
  /** When it was met, and the version whose rule stood then; null where it is not. */
  readonly metAt: string | null;
  readonly metUnder: number | null;
  /** What it rested on when it was met or, where it is not, what it rests on so far; by time. */
  readonly counted: readonly Counted[];
}

/** What the log says of one person and one prompt. */
export interface Replay {
  readonly clamps: readonly ReplayedClamp[];
  /** When every part that was then asked for was met, and the version whose rule stood then; null where that never was. */
  readonly completedAt: string | null;
  readonly completedUnder: number | null;
}

/** The rule of one version of a prompt, and when it began. */
type Version = ArrangedPrompt['rules'][number];

/** Something that happened, to be looked at under the rule of its time. */
interface Happening {
  readonly at: string;
  happen(): void;
}

/** An own post, with its words. */
type Written = Counted & { readonly words: number };

/** What one person has done for a prompt so far, while the log is replayed. */
interface Sum {
  answer: Written | null;
  /** The best reply to each colleague. */
  readonly replies: Map<string, Written>;
  /** Posts of colleagues that are there to be read, and when those were that were. */
  readonly there: Set<string>;
  readonly read: Map<string, string>;
  back: Counted | null;
  apply: Written | null;
  isAttested: boolean;
}

const publishedAt = (post: StoredPost): string => post.publishedAt ?? post.createdAt;
const isStaffs = ({ author }: StoredPost): boolean => author.role === 'facilitator';
const better = (before: Written | null | undefined, now: Written): Written =>
  before !== null && before !== undefined && before.words >= now.words ? before : now;

/** What an own post adds with each of its bodies. */
function ownWork(post: StoredPost, person: string, toColleague: boolean, sum: Sum): Happening[] {
  if (post.voided !== undefined) return [];
  const add = ({ at, words, isOwn, as }: Evidence): void => {
    if (!isOwn) return;
    const written = { post: post.id, at, words };
    if (post.parentId === null) sum.answer = better(sum.answer, written);
    else if (toColleague && post.answers !== undefined && post.answers !== person && as !== 'thank')
      sum.replies.set(post.answers, better(sum.replies.get(post.answers), written));
    if (as === 'apply' || (post.parentId === null && post.prompt?.stage === 'apply'))
      sum.apply = better(sum.apply, written);
  };
  return (post.evidence ?? []).map((evidence) => ({ at: evidence.at, happen: () => add(evidence) }));
}

/** What one person knows of a prompt, as far as it decides what counts. */
interface Ground {
  readonly person: string;
  /** When they first read each post. */
  readonly readAt: ReadonlyMap<string, string>;
  /** What they wrote. */
  readonly own: readonly StoredPost[];
  /** When they came to each stage: opened its gate, or first read a colleague's post there. */
  readonly cameAt: ReadonlyMap<string, string>;
  /** True for what a gate kept from them when they wrote. */
  readonly wasBehind: (post: StoredPost, wrote: StoredPost) => boolean;
}

/** What somebody else's post adds: something to read where it is a colleague's, and perhaps something to come back for. */
function othersWork(post: StoredPost, ground: Ground, sum: Sum): Happening[] {
  const { person, own, cameAt, wasBehind } = ground;
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
      happenings.push({ at: readAt, happen: () => void (sum.there.add(post.id), sum.read.set(post.id, readAt)) });
  }
  if (!isForMe) return happenings;
  // Only what is seen can be marked as read; who writes may not have seen what a gate keeps.
  const wroteAt = own.filter((one) => !wasBehind(post, one)).map(({ createdAt }) => createdAt);
  const [at] = [readAt, ...wroteAt].filter((one): one is string => one !== undefined && one > since).sort();
  if (at !== undefined) happenings.push({ at, happen: () => void (sum.back ??= { post: post.id, at }) });
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

/** The versions of a prompt and their rules, the oldest first. */
export function versionsOf({ version, since, credit, rules }: ArrangedPrompt): readonly Version[] {
  return [...rules, { version, since, credit }];
}

/** The version that stood at a time. */
function versionAt(versions: readonly Version[], at: string): Version | undefined {
  return versions.findLast(({ since }) => since <= at) ?? versions[0];
}

/** The replies that are long enough for a rule. */
const repliesFor = ({ replies }: Sum, rule: CreditRule): Written[] =>
  [...replies.values()].filter(({ words }) => words >= rule.replyWords);

/** How much of each part there is, under a rule. */
function haves(sum: Sum, rule: CreditRule): Readonly<Record<Clamp, number>> {
  const { answer, there, read, back, apply, isAttested } = sum;
  return {
    answer: answer?.words ?? 0,
    replies: repliesFor(sum, rule).length,
    read: there.size === 0 ? 0 : Math.floor((100 * read.size) / there.size),
    back: back === null ? 0 : 1,
    apply: apply?.words ?? 0,
    attested: isAttested ? 1 : 0,
  };
}

/** What a part rests on just now, under a rule. */
function grounds(sum: Sum, rule: CreditRule, clamp: Clamp): readonly Counted[] {
  if (clamp === 'replies') return repliesFor(sum, rule);
  if (clamp === 'read') return [...sum.read].map(([post, at]) => ({ post, at }));
  const one = clamp === 'attested' ? null : sum[clamp];
  return one === null ? [] : [one];
}

const byTime = (a: Counted, b: Counted): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.post < b.post ? -1 : 1;
};

/**
 * Replays what one person did for a prompt.
 * @param record the discussion's record: its gates say what could be seen
 * @param posts every post that was written to the prompt, whatever became of it, in the order of the log
 * @param marks what this person has read
 */
export function replay(
  prompt: ArrangedPrompt,
  record: Pick<StoredDiscussion, 'prompts' | 'moved'>,
  person: string,
  posts: Iterable<StoredPost>,
  marks: readonly Mark[],
): Replay {
  const sum: Sum = {
    ...{ answer: null, back: null, apply: null, isAttested: false },
    ...{ replies: new Map(), there: new Set(), read: new Map() },
  };
  const written = [...posts].filter((post) => post.prompt?.id === prompt.id);
  const readAt = new Map(marks.map(({ id, at }) => [id, at]));
  const own = written.filter(({ author }) => author.id === person);
  const wasBehind = gatesThen(record, own);
  const ground: Ground = { person, readAt, own, cameAt: arrivals(written, person, readAt), wasBehind };
  const staffs = new Set(written.filter(isStaffs).map(({ id }) => id));
  const versions = versionsOf(prompt);
  const happenings: Happening[] = written.flatMap((post) =>
    post.author.id === person
      ? ownWork(post, person, !staffs.has(post.parentId ?? ''), sum)
      : othersWork(post, ground, sum),
  );
  for (const { personId, at } of prompt.attestations)
    if (personId === person) happenings.push({ at, happen: () => (sum.isAttested = true) });
  for (const { since } of versions) happenings.push({ at: since, happen: () => {} });
  happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const best = new Map<Clamp, { readonly have: number; readonly counted: readonly Counted[] }>();
  const met = new Map<Clamp, { readonly at: string; readonly under: number; readonly counted: readonly Counted[] }>();
  let completedAt: string | null = null;
  let completedUnder: number | null = null;
  happenings.forEach(({ at, happen }, index) => {
    happen();
    if (happenings[index + 1]?.at === at) return; // what happened at one moment is looked at together
    const { version: under = 0, credit = null } = versionAt(versions, at) ?? {};
    if (credit === null) return;
    const want = wants(credit);
    const found = haves(sum, credit);
    for (const clamp of clamps) {
      const have = found[clamp];
      const counted = (): readonly Counted[] => grounds(sum, credit, clamp);
      if (have > (best.get(clamp)?.have ?? 0)) best.set(clamp, { have, counted: counted() });
      if (want[clamp] > 0 && have >= want[clamp] && !met.has(clamp)) met.set(clamp, { at, under, counted: counted() });
    }
    const asked = clamps.filter((clamp) => want[clamp] > 0);
    if (completedAt !== null || asked.length === 0 || !asked.every((clamp) => met.has(clamp))) return;
    completedAt = at;
    completedUnder = under;
  });
  const asking = versions.map(({ credit }) => credit).filter((credit) => credit !== null);
  const ever = new Set(asking.flatMap((credit) => clamps.filter((clamp) => wants(credit)[clamp] > 0)));
  return {
    clamps: clamps
      .filter((clamp) => ever.has(clamp))
      .map((clamp) => ({
        ...{ clamp, have: best.get(clamp)?.have ?? 0, want: prompt.credit === null ? 0 : wants(prompt.credit)[clamp] },
        ...{ metAt: met.get(clamp)?.at ?? null, metUnder: met.get(clamp)?.under ?? null },
        counted: [...(met.get(clamp) ?? best.get(clamp) ?? { counted: [] }).counted].sort(byTime),
      })),
    completedAt,
    completedUnder,
  };
}

/** How far a person is with a prompt by the rule that stands, as they are told; null where it has none. As `replay()`. */
export function progressOf(
  prompt: ArrangedPrompt,
  record: Pick<StoredDiscussion, 'prompts' | 'moved'>,
  person: string,
  posts: Iterable<StoredPost>,
  marks: readonly Mark[],
): Progress | null {
  if (prompt.credit === null) return null;
  const replayed = replay(prompt, record, person, posts, marks);
  return {
    version: prompt.version,
    clamps: replayed.clamps
      .filter(({ want }) => want > 0)
      .map(({ clamp, have, want, metAt }) => ({ clamp, have, want, metAt })),
    completedAt: replayed.completedAt,
  };
}
