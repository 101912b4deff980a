// Rules A81–A87: prompts, and gates that let nothing through.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { Gate, Prompt } from '../../model/prompt.ts';
import { isPost } from '../../model/view.ts';
import { demandRefusal } from './demand-refusal.ts';
import {
  afterTen,
  answer,
  arrange,
  demandNothingOf,
  promptOf,
  reachPrompt,
  tenWords,
  writeAs,
} from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, create, edit, fay, fence, gil, hide, remove, write } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Witness } from './witness.ts';

/** A facilitator with a prompt behind a gate, and people who have learned of it. */
async function assemble({ join }: Scene, gate: Gate) {
  const [facilitator, learner, colleague] = [await join(fay), await join(ada), await join(bo)];
  await carryOut(facilitator, arrange(promptOf('p', gate)));
  for (const person of [learner, colleague]) await reachPrompt(person, 'p');
  return { facilitator, learner, colleague };
}

const bodiesOf = ({ holding }: Witness): readonly string[] =>
  [...holding.posts.values()].filter(isPost).map(({ body }) => body);

/** Waits until somebody holds this post. */
const reachPost = (witness: Witness, id: string): Promise<void> =>
  witness.reach(`${witness.me?.name ?? 'nobody'} to hold the post ${id}`, ({ posts }) => posts.has(id));

/** Demands that a gate still keeps a post from somebody, who heard whatever came before. */
async function demandClosed(witness: Witness, from: Witness, id: string): Promise<void> {
  await fence(from, witness);
  demand(!witness.holding.posts.has(id) && !(await witness.snapshot()).posts.has(id), 'the gate to be closed');
}

/** Prompts, and gates that let nothing through. */
export const gateRules = [
  adapterRule(
    'A81',
    'Facilitators alone arrange a prompt; it reaches everybody as it was written, numbered by the authority: 1 when new, one more with every change, and a post keeps the number it was written to.',
    ['gates'],
    async ({ join }) => {
      const [facilitator, reader, stranger] = [await join(fay), await join(ada), await join(null)];
      const command = arrange(promptOf('p', { type: 'open' }, { version: 7 }));
      await demandRefusal(reader.submit(command), 'forbidden', 'a prompt of a member');
      await demandRefusal(stranger.submit(command), 'unauthenticated', 'a prompt of nobody');
      await carryOut(facilitator, command);
      for (const person of [facilitator, reader, stranger]) {
        await reachPrompt(person, 'p');
        for (const { room } of [person.holding, await person.snapshot()])
          demandSame(room?.prompts, [{ ...command.prompt, version: 1 }], 'the prompts');
      }
      const id = await writeAs(reader, answer('p', 'words'));
      await carryOut(facilitator, arrange({ ...command.prompt, text: 'Once more?' }));
      await reachPrompt(reader, 'p', 2);
      const [prompt] = reader.holding.room?.prompts ?? [];
      demandSame([prompt?.text, (await reader.post(id)).prompt?.version], ['Once more?', 1], 'the text, the version');
    },
  ),
  adapterRule(
    'A82',
    'A prompt that cannot be is refused with `invalid`; so is a change that closes what everybody sees, or takes a stage away that people have written at.',
    ['gates'],
    async ({ join }) => {
      const facilitator = await join(fay);
      const good = promptOf('p', { type: 'open' });
      const stage = { name: 'open', instruction: '', gate: { type: 'open' }, from: null } as const;
      const bad: readonly object[] = [
        { ...good, id: 'A b' },
        { ...good, title: '' },
        { ...good, stages: [] },
        { ...good, stages: [stage, stage] },
        { ...good, stages: [{ ...stage, name: 'conclude' }, stage] },
        { ...good, stages: [{ ...stage, gate: { type: 'until-date', at: 'tomorrow' } }] },
        { ...good, stages: [{ ...stage, gate: { type: 'post-first', words: -1, kind: null } }] },
        { ...good, stages: [{ ...stage, gate: { type: 'ajar' } }] },
        { ...good, timeZone: 'Mars/Olympus' },
        { ...good, kinds: ['rant'] },
        { ...good, extra: true },
      ];
      for (const prompt of bad)
        await demandRefusal(facilitator.submit(arrange(prompt as Prompt)), 'invalid', inWords(prompt));
      await carryOut(facilitator, arrange(good));
      await writeAs(facilitator, answer('p', 'words'));
      for (const prompt of [promptOf('p', afterTen), { ...good, stages: [{ ...stage, name: 'apply' as const }] }])
        await demandRefusal(facilitator.submit(arrange(prompt)), 'invalid', 'a change that takes away');
    },
  ),
  adapterRule(
    'A83',
    'A draft is for facilitators: nothing of it reaches anybody else, not even its name, and nobody can write to it.',
    ['gates'],
    async ({ join, again }) => {
      const [facilitator, learner, stranger] = [await join(fay), await join(ada), await join(null)];
      await carryOut(facilitator, arrange(promptOf('secret', afterTen, { state: 'draft' })));
      await demandRefusal(learner.submit(answer('secret', tenWords)), 'not-found', 'an answer to a draft', 'promptId');
      await demandRefusal(facilitator.submit(answer('secret', tenWords)), 'forbidden', "a facilitator's answer to one");
      await fence(learner, facilitator, stranger);
      for (const person of [learner, stranger, await again(learner), await again(stranger)]) {
        await person.snapshot();
        demandNothingOf(person, ['secret']);
      }
      demandSame(
        facilitator.holding.room?.prompts?.map(({ id }) => id),
        ['secret'],
        'the prompts of a facilitator',
      );
    },
  ),
  adapterRule(
    'A84',
    'Before one has answered, a gate lets through one’s own posts, what facilitators begin, and what they answer oneself; of what others write behind it nothing reaches a session by any way, no text, name, id or time.',
    ['gates'],
    async (scene) => {
      const { facilitator, learner, colleague } = await assemble(scene, afterTen);
      const stranger = await scene.join(null);
      await reachPrompt(stranger, 'p');
      const id = await writeAs(colleague, answer('p', `${tenWords} Canary.`));
      const root = await writeAs(facilitator, answer('p', 'a beginning'));
      const own = await writeAs(learner, answer('p', 'too few words'));
      const mine = await write(learner, 'my question', root);
      for (const parent of [id, root]) await write(colleague, 'canary song', parent);
      const apart = await write(facilitator, 'canary food', id);
      const reply = await write(facilitator, 'an answer to you', own);
      const { createdAt } = await colleague.post(id);
      const late = [await scene.again(learner), await scene.join(null)];
      if (learner.can.history === true)
        for (const order of ['newest', 'oldest'] as const) {
          const { more } = await learner.snapshot({ threads: 1, order, with: id });
          for (let next: string | null = more; next !== null; next = (await learner.older(next)).more);
        }
      for (const command of [create('words', id), edit(id, 'words'), remove(id)])
        await demandRefusal(learner.submit(command), 'not-found', `${command.type} behind the gate`);
      await fence(learner, stranger, colleague, ...late);
      for (const person of [learner, stranger, ...late]) {
        await person.snapshot();
        await person.sync(null);
        const times = [...person.holding.posts.values()].filter(isPost).map((post) => post.createdAt);
        const when = times.includes(createdAt) ? [] : [createdAt]; // something else may have been written at that moment
        demandNothingOf(person, [id, apart, ...when, 'canary', 'Canary', colleague.me?.id ?? '']);
        demand(person.holding.posts.has(root), 'what a facilitator began');
      }
      for (const there of [own, mine, reply, root]) {
        await reachPost(learner, there);
        demand((await learner.snapshot()).posts.has(there), 'what the gate lets through');
      }
    },
  ),
  adapterRule(
    'A85',
    'Whoever answers as the gate asks hears `online` once more and is then given everything, from null; others are not. What an answer becomes, edited, taken back or hidden, closes nothing.',
    ['gates', 'edit'],
    async (scene) => {
      const { facilitator, learner, colleague } = await assemble(scene, afterTen);
      const watching = await scene.join({ ...ada, name: 'Cy' });
      const there = await writeAs(colleague, answer('p', tenWords));
      const id = await writeAs(learner, answer('p', 'too few words'));
      await demandClosed(learner, colleague, there);
      const { cursor } = learner.holding;
      await carryOut(learner, edit(id, 'These words are many enough now, and they are all of them my own.'));
      await reachPost(learner, there);
      demandSame((await learner.sync(cursor)).from, null, 'from, at the cursor of before');
      const isOpen = async (): Promise<void> => {
        await fence(colleague, learner);
        const opened = await scene.again(learner);
        demand(opened.holding.posts.has(there) && (await learner.snapshot()).posts.has(there), 'the gate to be open');
      };
      await carryOut(learner, edit(id, 'few', 2));
      await isOpen();
      if (facilitator.can.moderate === true) await carryOut(facilitator, hide(id, 'a reason'));
      await isOpen();
      await carryOut(learner, remove(id));
      await isOpen();
      await demandClosed(watching, colleague, there);
    },
  ),
  adapterRule(
    'A86',
    'An answer that waits for a facilitator opens the gate too.',
    ['gates', 'moderate'],
    async (scene) => {
      const { colleague } = await assemble(scene, afterTen);
      const there = await writeAs(colleague, answer('p', tenWords));
      const guest = await scene.join(gil);
      await demandClosed(guest, colleague, there);
      await writeAs(guest, answer('p', 'A guest says this in words that are many enough for it.'));
      await reachPost(guest, there);
    },
  ),
  adapterRule(
    'A87',
    'A gate with a date stands open from then on, one by hand once a facilitator opens it: then everybody is given everything.',
    ['gates'],
    async (scene) => {
      const { facilitator, learner, colleague } = await assemble(scene, { type: 'manual', isOpen: false });
      const hour = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
      for (const [id, gate] of [
        ['past', { type: 'until-date', at: hour(-1) }],
        ['future', { type: 'until-date', at: hour(1) }],
        ['either', { type: 'post-first-or-date', words: 10, kind: null, at: hour(-1) }],
      ] satisfies readonly (readonly [string, Gate])[])
        await carryOut(facilitator, arrange(promptOf(id, gate)));
      for (const person of [learner, colleague]) await reachPrompt(person, 'either');
      for (const id of ['p', 'past', 'future', 'either']) await writeAs(colleague, answer(id, `in ${id}`));
      await fence(colleague, learner);
      const isThere = (body: string): boolean => bodiesOf(learner).includes(body);
      demandSame(
        ['p', 'past', 'future', 'either'].map((id) => isThere(`in ${id}`)),
        [false, true, false, true],
        'seen',
      );
      await carryOut(facilitator, arrange(promptOf('p', { type: 'manual', isOpen: true })));
      await learner.reach('what stood behind the gate', () => isThere('in p'));
      demand(!isThere('in future'), 'the gate with a date to stay closed');
    },
  ),
];
