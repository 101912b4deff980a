// Rules A90–A93: what facilitators do, how far one is, and the law over all of it.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import { newOp } from '../../model/op.ts';
import { kinds, moves } from '../../model/moves.ts';
import type { Command, Marker, Post } from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import { demandRefusal } from './demand-refusal.ts';
import { playAll, type Invent } from './law.ts';
import {
  afterTen,
  answer,
  arrange,
  classify,
  endorse,
  eve,
  help,
  invite,
  promptOf,
  reachPrompt,
  smallRule,
  standingOf,
  tenWords,
  transfer,
  writeAs,
} from './learning-scene.ts';
import {
  ada,
  adapterRule,
  bo,
  carryOut,
  create,
  edit,
  fay,
  fence,
  gil,
  hide,
  read,
  remove,
  show,
  write,
} from './scene.ts';
import type { Witness } from './witness.ts';

/** A facilitator pins a thread, or takes that back. */
export const pin = (id: string, isPinned: boolean): Command => ({
  type: 'pin',
  op: newOp(),
  id,
  isPinned,
  note: 'look',
});
const voids = (id: string, isVoid: boolean): Command => ({
  type: 'void',
  op: newOp(),
  id,
  isVoid,
  reason: 'a private why',
});
const attest = (personId: string, isAttested: boolean, note = 'seen'): Command => ({
  ...{ type: 'attest', op: newOp(), promptId: 'p', personId, isAttested, note },
});

/** Waits until this person has heard that they are so far with a part of the rule of the prompt `p`, or not. */
function hearProgress(witness: Witness, clamp: string, have: number): Promise<void> {
  return witness.until(`${witness.me?.name} to hear ${have} of ${clamp}`, () => {
    const { credit } = standingOf(witness, 'p') ?? {};
    return credit?.clamps.some((one) => one.clamp === clamp && one.have === have) === true;
  });
}

/** The words of one of a few prompts' stages, as a history arranges them: some gates are open, some are not. */
const arranged = (id: string, open: boolean, dice: (limit: number) => number): Command =>
  arrange(
    promptOf(id, open ? { type: 'open' } : afterTen, {
      credit: dice(2) === 0 ? smallRule : null,
      summary: dice(2) === 0 ? `summary ${dice(1_000)}` : null,
      state: dice(5) === 0 ? 'closed' : 'open',
      stages: [
        { name: 'open', instruction: '', gate: open ? { type: 'open' } : afterTen, from: null },
        { name: 'conclude', instruction: '', gate: { type: 'manual', isOpen: dice(4) === 0 }, from: null },
      ],
    }),
  );

const revisionOf = (entry: Post | Marker | undefined): number =>
  entry !== undefined && isPost(entry) ? entry.revision : 1;

/** The first prompt that there is not yet. */
const nextPrompt = ({ holding: { room } }: Witness): string =>
  room?.prompts?.some(({ id }) => id === 'p') ? 'q' : 'p';

/** Commands about learning, by whoever; most of them are refused to most people. */
const inventLearning: Invent<string> = (kind, writer, ids, dice, made) => {
  const { posts } = writer.holding;
  const own = ids.filter((one) => made.get(one)?.by === writer);
  const others = ids.filter((one) => !own.includes(one));
  const isOwn = kind === 'edit' || kind === 'remove' || (kind === 'classify' && dice(2) === 0);
  const among = dice(4) === 0 ? ids : isOwn ? own : others;
  const id = among[dice(among.length)];
  const isFirst = made.get(id ?? '')?.command.parentId === null;
  const promptId = (writer.holding.room?.prompts?.length ?? 0) < 2 ? nextPrompt(writer) : (['p', 'q'][dice(2)] ?? 'p');
  if (kind === 'arrange') return arranged(promptId, promptId === 'q', dice);
  if (kind === 'answer' || id === undefined)
    return {
      ...answer(promptId, dice(2) === 0 ? `${tenWords} ${dice(1_000)}` : `few ${dice(1_000)}`),
      kind: 'insight',
    };
  switch (kind) {
    case 'reply':
      return {
        ...create(`words ${dice(1_000)}`, id),
        ...(dice(3) === 0 && { move: moves[dice(moves.length)] ?? 'ask' }),
      };
    case 'private':
      return { ...create(`words ${dice(1_000)}`, id), isPrivate: true };
    case 'classify':
      return classify(id, isFirst ? (kinds[dice(kinds.length)] ?? null) : 'ask');
    case 'endorse':
      return endorse(id, dice(2) === 0);
    case 'help':
      return help(id, dice(2) === 0);
    case 'pin':
      return pin(id, dice(2) === 0);
    case 'void':
      return voids(id, dice(2) === 0);
    case 'transfer':
      return transfer(id, promptId);
    case 'invite':
      return invite(id, writer.me?.id ?? 'nobody');
    case 'edit':
      return edit(id, dice(2) === 0 ? `${tenWords} ${dice(1_000)}` : `few ${dice(1_000)}`, revisionOf(posts.get(id)));
    case 'hide':
      return hide(id, 'a reason');
    case 'show':
      return show(id);
    default:
      return remove(id);
  }
};

/** What facilitators do, how far one is, and the law over all of it. */
export const deskRules = [
  adapterRule(
    'A90',
    'Facilitators alone pin first posts, void posts, move threads, invite colleagues and attest: everybody sees the pin and the place, the author what was voided, and nobody else who was invited or why. All of it can be taken back.',
    ['desk', 'gates'],
    async ({ join }) => {
      const [facilitator, writer, other] = [await join(fay), await join(ada), await join(bo)];
      for (const id of ['p', 'q']) await carryOut(facilitator, arrange(promptOf(id, { type: 'open' })));
      for (const person of [writer, other]) await reachPrompt(person, 'q');
      const id = await writeAs(writer, answer('p', tenWords));
      const reply = await write(other, 'a reply', id);
      const acts = [
        pin(id, true),
        voids(id, true),
        transfer(id, 'q'),
        invite(id, 'somebody'),
        attest('somebody', true),
      ];
      for (const command of acts)
        await demandRefusal(writer.submit(command), 'forbidden', `${command.type} by a member`);
      for (const [command, code, field] of [
        [pin(reply, true), 'invalid', 'id'],
        [transfer(reply, 'q'), 'invalid', 'id'],
        [transfer(id, 'nowhere'), 'not-found', 'promptId'],
        [invite(id, ''), 'invalid', 'personId'],
        [attest('', true), 'invalid', 'personId'],
        [attest('somebody', false, ''), 'invalid', 'note'],
      ] as const)
        await demandRefusal(facilitator.submit(command), code, inWords(command), field);
      for (const command of acts) await carryOut(facilitator, command);
      const seen = async (person: Witness) => {
        const { pinned, voided, prompt, nudges, acts: done } = await person.post(id);
        return [pinned?.note, voided?.reason, prompt?.id, nudges?.[0]?.personId, done?.map(({ type }) => type)];
      };
      demandSame(await seen(other), ['look', undefined, 'q', undefined, undefined], 'what a colleague sees');
      demandSame(await seen(writer), ['look', 'a private why', 'q', undefined, undefined], 'what its author sees');
      demandSame(
        await seen(facilitator),
        ['look', 'a private why', 'q', 'somebody', ['pin', 'void', 'invite']],
        'what a facilitator sees',
      );
      demandSame((await other.post(reply)).prompt?.id, 'q', 'where a reply of the thread stands');
      for (const command of [pin(id, false), voids(id, false), transfer(id, 'p')]) await carryOut(facilitator, command);
      demandSame((await seen(writer)).slice(0, 3), [undefined, undefined, 'p'], 'what is left');
      for (const person of [writer, other]) {
        await fence(facilitator, person);
        demand(!person.record().includes('somebody'), 'nothing of whom a facilitator asked or attested');
      }
      demand(!other.record().includes('a private why'), 'nothing of why it was voided');
    },
  ),
  adapterRule(
    'A91',
    'Whoever a facilitator invited hears which post waits for them, and no more of it once somebody has answered.',
    ['desk', 'gates', 'credit'],
    async ({ join }) => {
      const [facilitator, asker, invited] = [await join(fay), await join(ada), await join(bo)];
      const other = await join({ ...bo, name: 'Cy' });
      await carryOut(facilitator, arrange(promptOf('p', { type: 'open' })));
      for (const person of [asker, invited]) await reachPrompt(person, 'p');
      const id = await writeAs(asker, answer('p', tenWords));
      await carryOut(facilitator, invite(id, invited.me?.id ?? ''));
      const waiting = (): readonly string[] => invited.mines.at(-1)?.waiting ?? [];
      await invited.until('to hear what waits', () => waiting().includes(id));
      await write(other, 'an answer', id);
      await invited.until('to hear that nothing waits', () => waiting().length === 0);
      for (const { mines } of [asker, other])
        demand(
          mines.every((mine) => mine.waiting === undefined),
          'nobody else to be asked',
        );
    },
  ),
  adapterRule(
    'A92',
    'How far one is with the rule of a prompt is told to oneself alone, in words of one’s own and never less than before; how many others answered is said coarsely. A facilitator’s attestation is part of it.',
    ['credit', 'gates', 'desk'],
    async ({ join, again }) => {
      const [facilitator, learner, colleague] = [await join(fay), await join(ada), await join(bo)];
      await carryOut(facilitator, arrange(promptOf('p', { type: 'open' }, { credit: smallRule })));
      for (const person of [learner, colleague]) await reachPrompt(person, 'p');
      const there = await writeAs(colleague, answer('p', 'Pharmacists here label syringes with coloured stickers.'));
      const id = await writeAs(learner, answer('p', tenWords));
      await hearProgress(learner, 'answer', 11);
      const reply = await write(learner, 'Which syringes do your pharmacists label with coloured stickers?', there);
      await hearProgress(learner, 'replies', 1);
      await carryOut(facilitator, attest(learner.me?.id ?? '', true));
      await hearProgress(learner, 'attested', 1);
      demand(typeof standingOf(learner, 'p')?.credit?.completedAt === 'string', 'the rule to be met');
      const before = inWords(standingOf(learner, 'p')?.credit);
      if (learner.can.edit === true) {
        await carryOut(learner, remove(reply));
        await carryOut(learner, edit(id, 'few words'));
        await carryOut(colleague, remove(there));
      }
      const later = await again(learner);
      await hearProgress(later, 'answer', 11);
      demandSame(inWords(standingOf(later, 'p')?.credit), before, 'the progress once posts are gone');
      demandSame(standingOf(learner, 'p')?.answered, 'few', 'how many others answered, as a word');
      const most = new Map<string, number>();
      for (const { prompts } of learner.mines)
        for (const { clamp, have } of prompts?.[0]?.credit?.clamps ?? []) {
          demand(have >= (most.get(clamp) ?? 0), `never less of ${clamp}`);
          most.set(clamp, have);
        }
      demand(standingOf(colleague, 'p')?.credit?.completedAt === null, 'nobody else to have completed');
      if (learner.can.marks === true) await carryOut(learner, read(there));
    },
  ),
  adapterRule(
    'A93',
    'The law holds, too, where prompts have gates, threads move between them, replies are private, and posts are classified, endorsed and voided: for members before and after they answer, experts, guests, facilitators, and nobody.',
    ['moves', 'gates', 'endorse', 'desk', 'edit', 'moderate'],
    (scene) =>
      playAll(scene, {
        people: [fay, ada, bo, eve, gil, null],
        kinds: [
          ...['arrange', 'answer', 'answer', 'answer', 'reply', 'reply', 'reply', 'private', 'classify', 'endorse'],
          ...['pin', 'void', 'transfer', 'transfer', 'invite', 'edit', 'edit', 'edit', 'hide', 'show', 'remove'],
        ],
        invent: inventLearning,
        seeds: [1, 2, 3, 4],
        everyFew: 4,
        opening: ['arrange', 'arrange', 'answer', 'answer', 'answer', 'answer'],
        mostlyFirst: ['arrange', 'private', 'classify', 'endorse', 'pin', 'void', 'transfer', 'invite', 'hide', 'show'],
      }),
  ),
];
