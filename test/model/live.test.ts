// The questions of an event: which, in which order, what counts as answered. What stands on a wall is compared with what
// seen() gives a learner who has written nothing, for every post that there can be.
import { expect } from 'chai';
import { isLive, liveQuestions, takesQuestions, wallQuestions, type LiveQuestions } from '../../src/model/live.ts';
import type { Marker, Person, Post, StoredPost } from '../../src/model/post.ts';
import type { ArrangedPrompt, Gate, Prompt, Stage, StageName } from '../../src/model/prompt.ts';
import { isPost, lensOf, seen, viewOf } from '../../src/model/view.ts';

const ana: Person = { id: 'ana', name: 'Ana', role: 'member' };
const rosa: Person = { id: 'rosa', name: 'Rosa', role: 'facilitator' };
const noon = '2026-03-02T12:00:00.000Z';
const at = (minute: number): string => new Date(Date.parse(noon) + minute * 60_000).toISOString();

function stage(name: StageName, from: string | null = null, gate: Gate = { type: 'open' }): Stage {
  return { name, instruction: '', gate, from };
}

const event: Prompt = {
  ...{ id: 'event', version: 1, title: 'An hour with Rosa', text: '', state: 'open', kinds: [], timeZone: 'UTC' },
  ...{ mixer: null, credit: null, summary: null, stages: [stage('open'), stage('live', noon)] },
};

/** A question to the event, asked in that minute of it. */
function question(minute: number, more: Partial<Post> = {}): Post {
  const id = String(minute);
  const rest = { body: id, editedAt: null, revision: 1, state: 'shown', kind: 'question' } as const;
  const prompt = { id: 'event', version: 1, stage: minute < 0 ? 'open' : 'live' } as const;
  return { id, parentId: null, author: ana, createdAt: at(minute), order: minute, prompt, ...rest, ...more };
}

const top = (minute: number): Partial<Post> => ({ pinned: { by: rosa, at: at(minute), note: '' } });
const done = (minute: number): Partial<Post> => ({ settledAt: at(minute) });
const gone: Marker = { id: '9', parentId: null, removed: true };

/** `current | open, the first asked first | answered`, by the minute of each. */
const say = ({ current, open, answered }: LiveQuestions): string =>
  [current?.id ?? '-', open.map(({ id }) => id).join(' '), answered.map(({ id }) => id).join(' ')].join(' | ');

const cases: readonly (readonly [why: string, posts: readonly (Post | Marker)[], said: string])[] = [
  ['nothing where nobody asked', [], '- |  | '],
  ['the first asked first', [question(3), question(1), question(2)], '- | 1 2 3 | '],
  ['what was brought before the event too', [question(1), question(-5)], '- | -5 1 | '],
  ['no other kind', [question(1, { kind: 'answer' }), question(2)], '- | 2 | '],
  ['nothing without a kind', [{ ...question(1), kind: undefined } as unknown as Post], '- |  | '],
  ['no reply, whatever it says', [question(1, { parentId: '7' })], '- |  | '],
  ['no question to another prompt', [question(1, { prompt: { id: 'x', version: 1, stage: 'live' } })], '- |  | '],
  [
    'none that is held, and none that was hidden',
    [question(1, { state: 'held' }), question(2, { state: 'hidden' })],
    '- |  | ',
  ],
  ['none that is gone', [gone], '- |  | '],
  [
    'what found its answer apart, the last answered first',
    [question(1, done(5)), question(2, done(7)), question(3)],
    '- | 3 | 2 1',
  ],
  ['what is open again among the open ones, where it stood', [question(2), question(1)], '- | 1 2 | '],
  ['what a facilitator put on top as the current one', [question(1), question(2, top(3))], '2 | 1 | '],
  ['of several on top the last', [question(1, top(9)), question(2, top(8)), question(3)], '1 | 2 3 | '],
  ['nothing current that found its answer', [question(1, { ...top(3), ...done(4) }), question(2)], '- | 2 | 1'],
  ['nothing current that was put on top before the event', [question(-9, top(-5)), question(1)], '- | -9 1 | '],
  ['a question from before the event, put on top in it', [question(-9, top(0)), question(1)], '-9 | 1 | '],
];

describe('the questions of an event', () => {
  for (const [why, posts, said] of cases) it(why, () => expect(say(liveQuestions(posts, event))).to.equal(said));

  it('are the same, however the posts come', () => {
    const posts = [question(4, top(5)), question(2, done(6)), question(3, done(6)), question(1)];
    for (let turn = 0; turn < posts.length; turn++) {
      posts.push(...posts.splice(0, 1));
      expect(say(liveQuestions(posts, event))).to.equal('4 | 1 | 3 2');
    }
  });

  it('are there while the stage is live, and not in a draft, nor when it is closed', () => {
    const live = (prompt: Prompt, minute: number): boolean => isLive(prompt, Date.parse(at(minute)));
    expect([live(event, -1), live(event, 0), live(event, 90)]).to.deep.equal([false, true, true]);
    expect(live({ ...event, stages: [...event.stages, stage('conclude', at(60))] }, 60)).to.equal(false);
    expect(live({ ...event, stages: [stage('live')] }, -90)).to.equal(true);
    expect(live({ ...event, state: 'draft' }, 0) || live({ ...event, state: 'closed' }, 0)).to.equal(false);
  });

  it('can be asked where a prompt takes every kind, or this one', () => {
    expect(takesQuestions(event)).to.equal(true);
    expect(takesQuestions({ ...event, kinds: ['question', 'answer'] })).to.equal(true);
    expect(takesQuestions({ ...event, kinds: ['answer'] })).to.equal(false);
    expect(takesQuestions({ ...event, state: 'closed' })).to.equal(false);
  });
});

/** Everything that a question to the event can be. */
function* everyQuestion(): Generator<StoredPost> {
  const open = { type: 'open' } as const;
  let minute = 0;
  for (const state of ['shown', 'held', 'hidden', 'removed'] as const)
    for (const role of ['guest', 'member', 'expert', 'facilitator'] as const)
      for (const isPrivate of [true, false])
        for (const name of ['open', 'live', 'conclude'] as const)
          for (const more of [{}, top(3), done(4)]) {
            const { state: _, ...post } = question(++minute, more);
            yield {
              ...post,
              ...{ state, published: state !== 'held', author: { id: `id-${minute}`, name: 'N', role } },
              ...(isPrivate && { isPrivate }),
              prompt: { id: 'event', version: 1, stage: name },
              body: `${open.type} ${minute}`,
            };
          }
}

const gates: readonly Gate[] = [
  { type: 'open' },
  { type: 'post-first', words: 3, kind: null },
  { type: 'post-first-or-date', words: 3, kind: null, at: at(30) },
  { type: 'until-date', at: at(30) },
  { type: 'manual', isOpen: false },
  { type: 'manual', isOpen: true },
];

/** What stands there and not in front of a learner who has written nothing, for every gate, before and after its date. */
function leaks(show: typeof wallQuestions): { readonly shown: number; readonly leaked: readonly string[] } {
  const stored = [...everyQuestion()];
  const leaked: string[] = [];
  let shown = 0;
  for (const state of ['open', 'closed', 'draft'] as const)
    for (const gate of gates)
      for (const minute of [10, 40]) {
        const now = Date.parse(at(minute));
        const stages = [stage('open', null, gate), stage('live', noon, gate), stage('conclude', at(60), gate)];
        const prompt: ArrangedPrompt = { ...event, state, stages, since: noon, rules: [], attestations: [] };
        const record = { id: 'r', title: null, url: null, guestPosts: 'held', prompts: [prompt] } as const;
        const learner = lensOf({ id: 'new', name: 'New', role: 'member' }, record, new Set(), now);
        const staff = viewOf(stored, lensOf(rosa, record, new Set(), now));
        const { current, open, answered } = show(staff, prompt, now);
        for (const post of [...(current === null ? [] : [current]), ...open, ...answered]) {
          const original = stored.find(({ id }) => id === post.id);
          const entry = original === undefined ? null : seen(original, learner);
          shown++;
          if (state === 'draft' || entry === null || !isPost(entry) || entry.body !== post.body)
            leaked.push(`${state} ${gate.type} ${minute}: ${post.state} ${post.author.role} ${post.prompt?.stage}`);
        }
      }
  return { shown, leaked };
}

describe('what stands on a wall', () => {
  it('is what a learner sees who has written nothing, though a facilitator shows it', () => {
    const { shown, leaked } = leaks(wallQuestions);
    expect(leaked).to.deep.equal([]);
    expect(shown).to.be.above(100);
  });

  it('is looked at by a test that can fail: what a facilitator sees is more, and so is a gate taken for open', () => {
    expect(leaks((entries, prompt) => liveQuestions(entries, prompt)).leaked).not.to.deep.equal([]);
    const opened = ({ stages, ...prompt }: Prompt): Prompt => ({
      ...prompt,
      stages: stages.map((one) => ({ ...one, gate: { type: 'open' } })),
    });
    expect(leaks((entries, prompt, now) => wallQuestions(entries, opened(prompt), now)).leaked).not.to.deep.equal([]);
    expect(leaks((entries, prompt) => wallQuestions(entries, prompt, Infinity)).leaked).not.to.deep.equal([]);
  });

  it('is everything that everybody sees, where nothing is kept back', () => {
    const posts = [question(1, top(3)), question(2), question(3, done(4))];
    expect(say(wallQuestions(posts, event, Date.parse(noon)))).to.equal('1 | 2 | 3');
  });
});
