// Where one person stands in a room with prompts: what is closed to them, how far they are, and which posts wait for them.
// Pure; the rules themselves are in model/.
import { mayModerate, mayReply } from '../model/allow.ts';
import type { Mark, Progress } from '../model/credit.ts';
import { withMissed } from '../model/missed.ts';
import type { Coarse, Command, Person, Standing, StoredDiscussion, StoredPost } from '../model/post.ts';
import { gateKey, type ArrangedPrompt } from '../model/prompt.ts';
import { progressOf } from '../model/replay.ts';
import { answersIn, nextWaitingPost, waits } from '../model/unanswered.ts';
import { isBehindGate, isPost, placed, seen, type Lens } from '../model/view.ts';

/** How many, as far as that may be said. */
function coarse(count: number): Coarse {
  if (count === 0) return 'nobody';
  if (count < 5) return 'few';
  return count <= 18 ? 'dozen' : 'many';
}

/** How far the person behind this lens is, and what of theirs does not count. A rule is for those who learn, not for staff. */
function creditFor(
  prompt: ArrangedPrompt,
  lens: Lens,
  record: StoredDiscussion,
  posts: readonly StoredPost[],
  marks: readonly Mark[],
): Progress | null {
  const { person } = lens;
  if (person === null || mayModerate(person)) return null;
  const progress = progressOf(prompt, record, person.id, posts, marks);
  if (progress === null || prompt.credit === null) return null;
  const written = posts.filter((post) => post.prompt?.id === prompt.id);
  return withMissed(progress, prompt.credit, {
    person: person.id,
    own: written.filter(({ author }) => author.id === person.id),
    staffs: new Set(written.filter(({ author }) => author.role === 'facilitator').map(({ id }) => id)),
    isKeptOut: written.some((post) => isBehindGate(post, lens)),
  });
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
      // Of what waits for a facilitator nobody else learns anything: it is not counted either.
      const others = all.filter(
        (post) =>
          placed(post, record.moved).prompt?.id === prompt.id &&
          post.parentId === null &&
          post.state === 'shown' &&
          post.author.id !== person?.id &&
          post.author.role !== 'facilitator',
      );
      const credit = creditFor(prompt, lens, record, all, marks);
      return {
        promptId: prompt.id,
        closed: prompt.stages.map(({ name }) => name).filter((name) => closed.includes(gateKey(prompt.id, name))),
        answered: coarse(new Set(others.map(({ author }) => author.id)).size),
        ...(credit !== null && { credit }),
      };
    });
}

/** Posts that were shown to the person behind this lens, or that a facilitator asked them to look at, and still wait. */
export function waitingFor(lens: Lens, posts: ReadonlyMap<string, StoredPost>, at: number): readonly StoredPost[] {
  const me = lens.person?.id;
  const answered = answersIn(posts.values());
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
  const mayTake = (post: StoredPost): boolean =>
    isSeen(post, lens) && mayReply(person, placed(post, record.moved), record);
  return nextWaitingPost(person, [...posts.values()], at, mayTake)?.id ?? null;
}

/** Those whose own standing a command may have changed, as far as they are known by what they wrote; each once. */
export function concernedBy(
  viewer: Person,
  command: Command,
  post: StoredPost | null,
  posts: ReadonlyMap<string, StoredPost>,
): Iterable<Person> {
  const parent = posts.get(post?.parentId ?? '');
  const known = new Map([...posts.values()].map(({ author }) => [author.id, author]));
  const asked = [post, parent].flatMap((one) => one?.nudges ?? []).map(({ personId }) => personId);
  if (command.type === 'attest' || command.type === 'invite') asked.push(command.personId);
  const written = [post, parent].flatMap((one) => (one === null || one === undefined ? [] : [one.author]));
  const people = [
    viewer,
    ...written,
    ...asked.map((id) => known.get(id) ?? ({ id, name: '', role: 'member' } as const)),
  ];
  return new Map(people.map((one) => [one.id, one])).values();
}

function isSeen(post: StoredPost, lens: Lens): boolean {
  const entry = seen(post, lens);
  return entry !== null && isPost(entry);
}
