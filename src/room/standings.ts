// Where one person stands in a room with prompts: what is closed to them, how far they are, and which posts wait for them.
// Pure; the rules themselves are in model/.
import { mayReply } from '../model/allow.ts';
import { progressOf, type Mark, type Progress } from '../model/credit.ts';
import type { ArrangedPrompt } from '../model/prompt.ts';
import type { Coarse, Standing, StoredDiscussion, StoredPost } from '../model/post.ts';
import { gateKey } from '../model/prompt.ts';
import { nextWaitingPost, waits } from '../model/unanswered.ts';
import { isPost, seen, type Lens } from '../model/view.ts';

/** How many, as far as that may be said. */
function coarse(count: number): Coarse {
  if (count === 0) return 'nobody';
  if (count < 5) return 'few';
  return count <= 18 ? 'dozen' : 'many';
}

/** Where the person behind this lens stands with each prompt that is not a draft. */
export function standings(
  lens: Lens,
  record: StoredDiscussion,
  posts: ReadonlyMap<string, StoredPost>,
  marks: readonly Mark[],
): readonly Standing[] {
  const { person, closed } = lens;
  const all = [...posts.values()];
  return (record.prompts ?? [])
    .filter(({ state }) => state !== 'draft')
    .map((prompt) => {
      const others = all.filter(
        ({ prompt: place, parentId, author, state }) =>
          place?.id === prompt.id &&
          parentId === null &&
          state === 'shown' &&
          author.id !== person?.id &&
          author.role !== 'facilitator',
      );
      const credit = progressSeen(lens, prompt, all, marks);
      return {
        promptId: prompt.id,
        closed: prompt.stages.map(({ name }) => name).filter((name) => closed.includes(gateKey(prompt.id, name))),
        answered: coarse(new Set(others.map(({ author }) => author.id)).size),
        ...(credit !== null && { credit }),
      };
    });
}

/**
 * How far somebody is, as far as they may know: by the posts they see. Of colleagues' posts that a gate keeps from them
 * nothing follows, not even how many there are: what was met by reading is told once they see all that there was to read.
 */
function progressSeen(
  lens: Lens,
  prompt: ArrangedPrompt,
  posts: readonly StoredPost[],
  marks: readonly Mark[],
): Progress | null {
  if (lens.person === null) return null;
  const there = posts.filter((post) => post.prompt?.id === prompt.id);
  const visible = there.filter((post) => seen(post, lens) !== null);
  const progress = progressOf(prompt, lens.person.id, visible, marks);
  if (progress === null || visible.length === there.length) return progress;
  const kept = there.filter((post) => post.published && post.isPrivate !== true && !visible.includes(post));
  const [since] = kept.map((post) => post.publishedAt ?? post.createdAt).sort();
  const isSure = (at: string | null): boolean => at === null || since === undefined || at < since;
  const asksReading = [prompt, ...prompt.rules].some(({ credit }) => (credit?.readPercent ?? 0) > 0);
  return {
    ...progress,
    clamps: progress.clamps.map((one) => (one.clamp === 'read' && !isSure(one.metAt) ? { ...one, metAt: null } : one)),
    completedAt: asksReading && !isSure(progress.completedAt) ? null : progress.completedAt,
  };
}

/** Posts that were shown to the person behind this lens, or that a facilitator asked them to look at, and still wait. */
export function waitingFor(lens: Lens, posts: ReadonlyMap<string, StoredPost>, at: number): readonly StoredPost[] {
  const me = lens.person?.id;
  const answered = answeredIn(posts);
  return [...posts.values()].filter(
    (post) =>
      post.nudges?.some(({ personId }) => personId === me) === true &&
      waits(post, answered.get(post.id) ?? [], at) &&
      isSeen(post, lens),
  );
}

/** The id of the next waiting post to show to the person behind this lens; null where there is none for them now. */
export function nextWaiting(
  lens: Lens,
  record: StoredDiscussion,
  posts: ReadonlyMap<string, StoredPost>,
  at: number,
): string | null {
  const { person } = lens;
  if (person === null) return null;
  const mayTake = (post: StoredPost): boolean => isSeen(post, lens) && mayReply(person, post, record);
  return nextWaitingPost(person, [...posts.values()], at, mayTake)?.id ?? null;
}

function isSeen(post: StoredPost, lens: Lens): boolean {
  const entry = seen(post, lens);
  return entry !== null && isPost(entry);
}

/** Who answered each post. */
function answeredIn(posts: ReadonlyMap<string, StoredPost>): ReadonlyMap<string, readonly string[]> {
  const answered = new Map<string, string[]>();
  for (const { parentId, author } of posts.values())
    if (parentId !== null) answered.set(parentId, [...(answered.get(parentId) ?? []), author.id]);
  return answered;
}
