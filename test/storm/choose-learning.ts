// What somebody in a storm asks for of all that is about learning: what posts are, who stands behind them, what
// facilitators arrange around them. One time in ten it is what they may not.
import { mayBeHelped, mayClassify, mayEndorse, mayModerate, maySettle } from '../../src/model/allow.ts';
import { kinds, moves } from '../../src/model/moves.ts';
import type { Discussion, Person, Post } from '../../src/model/post.ts';
import type { Prompt, Stage } from '../../src/model/prompt.ts';
import { isPost } from '../../src/model/view.ts';
import type { State } from '../../src/store/state.ts';
import type { Request } from '../../src/store/store.ts';
import { pick } from '../support/seeded.ts';
import type { Choice } from './choose.ts';

/** Those whom a facilitator may think of. */
const colleagues = ['amina', 'jonas', 'guest:noor'];

/** The first post of a post's thread, as far as it is held. */
function rootOf(post: Post, posts: State['posts']): Post | undefined {
  let root = post;
  while (root.parentId !== null) {
    const parent = posts.get(root.parentId);
    if (parent === undefined || !isPost(parent)) return undefined;
    root = parent;
  }
  return root;
}

/** The prompt as a facilitator might have it next. */
function rearranged(prompt: Prompt, { random, count, at }: Choice): Prompt {
  const dice = random();
  const { state, stages } = prompt;
  if (dice < 0.2) return { ...prompt, title: `Why, in words ${count}?` };
  if (dice < 0.35) return { ...prompt, state: state === 'draft' ? 'open' : 'draft' };
  if (dice < 0.65)
    return state === 'open'
      ? { ...prompt, state: 'closed', summary: `What came of it, ${count}` }
      : { ...prompt, state: 'open' };
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined) return prompt;
  const shut: Stage = {
    ...{ name: 'compare', instruction: '', from: new Date(at).toISOString() },
    gate: random() < 0.5 ? { type: 'manual', isOpen: false } : { type: 'post-first', words: 1, kind: null },
  };
  if (stages.length === 1) return { ...prompt, stages: [first, shut] };
  const gate = { type: 'manual', isOpen: random() < 0.7 } as const;
  return { ...prompt, stages: [first, { ...last, gate }] };
}

/** What may be arranged, of those prompts that are there; null where there is none. */
function arrangement(
  { prompts = [] }: Discussion,
  all: readonly Post[],
  choice: Choice,
  me: Person,
): (() => Request | null)[] {
  const { random, count } = choice;
  const gated = prompts[0];
  const open = prompts.find(({ stages }) => stages.every(({ gate }) => gate.type === 'open'));
  const thread = pick(
    random,
    all.filter(({ parentId, prompt }) => parentId === null && prompt !== undefined),
  );
  if (gated === undefined) return [];
  const rearrange = (): Request => ({ type: 'arrange', prompt: rearranged(gated, choice) });
  return [
    rearrange,
    rearrange,
    () => ({
      ...{ type: 'attest', promptId: gated.id, personId: pick(random, colleagues) ?? me.id },
      ...{ isAttested: random() < 0.7, note: `seen, ${count}` },
    }),
    // Only to where everybody sees it: behind a gate those who answered would hold their answers without it.
    () => (thread === undefined || open === undefined ? null : { type: 'transfer', id: thread.id, promptId: open.id }),
  ];
}

/** Something about learning that this person might ask for now; null where nothing offers itself. */
export function chooseLearning(
  { posts, discussion, me }: Pick<State, 'posts' | 'discussion' | 'me'>,
  all: readonly Post[],
  choice: Choice,
): Request | null {
  if (me === null || discussion === null) return null;
  const { random, count } = choice;
  const isBold = random() < 0.1;
  const some = (fits: (post: Post) => boolean): Post | undefined =>
    pick(
      random,
      all.filter((post) => isBold || fits(post)),
    );
  const note = random() < 0.5 ? '' : `because, ${count}`;
  const isGiven = random() < 0.6;
  const about = (fits: (post: Post) => boolean, make: (post: Post) => Request) => (): Request | null => {
    const post = some(fits);
    return post === undefined ? null : make(post);
  };
  const isRoot = ({ parentId }: Post): boolean => parentId === null;
  const learners = [
    about(
      (post) => mayClassify(me, post),
      (post) => {
        const as = random() < 0.2 ? null : (pick<string>(random, isRoot(post) ? kinds : moves) ?? null);
        return { type: 'classify', id: post.id, as } as Request;
      },
    ),
    about(
      (post) => {
        const root = rootOf(post, posts);
        return root !== undefined && mayBeHelped(me, post, root);
      },
      ({ id }) => ({ type: 'help', id, hasHelped: isGiven }),
    ),
    about(
      (post) => maySettle(me, post),
      ({ id }) => ({ type: 'settle', id, isSettled: isGiven }),
    ),
  ];
  const endorse = about(
    (post) => mayEndorse(me, post),
    ({ id }) => ({ type: 'endorse', id, isEndorsed: isGiven, reason: note === '' ? 'tested' : null, note }),
  );
  const staffs = [
    about(isRoot, ({ id }) => ({ type: 'pin', id, isPinned: isGiven, note })),
    about(
      () => true,
      ({ id }) => ({ type: 'void', id, isVoid: isGiven, reason: 'copied' }),
    ),
    about(
      // A room where somebody was invited is looked at anew for ever after: most rooms are not.
      () => discussion.prompts !== undefined || random() < 0.1,
      ({ id }) => ({ type: 'invite', id, personId: pick(random, colleagues) ?? me.id, isInvited: isGiven }),
    ),
  ];
  const isStaff = isBold || mayModerate(me);
  const mayEndorseAny = isStaff || me.role === 'expert';
  const arrange = isStaff ? arrangement(discussion, all, choice, me) : [];
  const others = [...learners, ...(mayEndorseAny ? [endorse, endorse] : []), ...(isStaff ? staffs : [])];
  return pick(random, arrange.length > 0 && random() < 0.6 ? arrange : others)?.() ?? null;
}
