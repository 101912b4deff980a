// Rules A77–A80: what posts are and do, and replies for two.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import { kinds, moves } from '../../model/moves.ts';
import type { Command } from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import { demandRefusal } from './demand-refusal.ts';
import { classify, demandNothingOf, writeAs } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, create, fay, fence, write } from './scene.ts';

/** What posts are and do, and replies for two. */
export const moveRules = [
  adapterRule(
    'A77',
    'The kind of a first post and the move of a reply are kept and told to everybody; where none was given there is none.',
    ['moves'],
    async ({ join }) => {
      const writer = await join(ada);
      const readers = [await join(bo), await join(null)];
      const root = await write(writer, 'plain');
      const expected = new Map<string, unknown>([[root, [undefined, undefined]]]);
      for (const kind of kinds) expected.set(await writeAs(writer, { ...create('words'), kind }), [kind, undefined]);
      for (const move of moves)
        if (move !== 'thank')
          expected.set(await writeAs(writer, { ...create('words', root), move }), [undefined, move]);
      for (const reader of readers) {
        await reader.reach('all posts', ({ posts }) => [...expected.keys()].every((id) => posts.has(id)));
        for (const { posts } of [reader.holding, await reader.snapshot()])
          for (const [id, found] of expected) {
            const entry = posts.get(id);
            demand(entry !== undefined && isPost(entry), 'a post');
            demandSame([entry.kind, entry.move], found, 'the kind and the move');
          }
      }
    },
  ),
  adapterRule(
    'A78',
    'A kind or move that is unknown, a kind with a reply, a move with a first post, and a first post that is private are refused with `invalid` of that field.',
    ['moves'],
    async ({ join }) => {
      const writer = await join(ada);
      const root = await write(writer, 'words');
      const wrong: readonly (readonly [field: string, command: object])[] = [
        ['kind', { ...create('words'), kind: 'rant' }],
        ['kind', { ...create('words'), kind: 'ask' }],
        ['kind', { ...create('words'), kind: null }],
        ['kind', { ...create('words', root), kind: 'question' }],
        ['move', { ...create('words', root), move: 'mock' }],
        ['move', { ...create('words', root), move: 'question' }],
        ['move', { ...create('words'), move: 'ask' }],
        ['isPrivate', { ...create('words'), isPrivate: true }],
        ['isPrivate', { ...create('words', root), isPrivate: 'yes' }],
      ];
      for (const [field, command] of wrong)
        await demandRefusal(writer.submit(command as Command), 'invalid', inWords(command), field);
    },
  ),
  adapterRule(
    'A79',
    'Its author and facilitators say anew what a post is, with `classify`, or that it is nothing in particular; what does not fit is `invalid` of the field `as`, and others are refused with `forbidden`.',
    ['moves'],
    async ({ join }) => {
      const [writer, other, facilitator] = [await join(ada), await join(bo), await join(fay)];
      const root = await writeAs(writer, { ...create('words'), kind: 'insight' });
      const reply = await writeAs(writer, { ...create('words', root), move: 'ask' });
      const thank = await writeAs(other, { ...create('thanks', root), move: 'thank' });
      await demandRefusal(other.submit(classify(root, 'question')), 'forbidden', "a colleague's classify");
      await carryOut(writer, classify(root, 'question'));
      await carryOut(facilitator, classify(reply, 'apply'));
      const { kind } = await other.post(root);
      const { move } = await other.post(reply);
      demandSame([kind, move], ['question', 'apply'], 'the kind and the move');
      for (const command of [
        classify(root, 'ask'),
        classify(reply, 'question'),
        classify(reply, 'thank'),
        classify(thank, 'ask'),
      ])
        await demandRefusal(facilitator.submit(command), 'invalid', inWords(command), 'as');
      await carryOut(writer, classify(root, null));
      demandSame((await other.post(root)).kind, undefined, 'the kind');
    },
  ),
  adapterRule(
    'A80',
    "A thank, a facilitator's private reply, and what is answered to one are for its author, the author of the post it answers, and facilitators: nobody else learns even of their ids. Only a facilitator begins a private talk.",
    ['moves', 'desk'],
    async ({ join, again }) => {
      const [writer, thanker, facilitator] = [await join(ada), await join(bo), await join(fay)];
      const others = [await join({ ...bo, name: 'Cy' }), await join(null)];
      const colleague = await join(fay);
      const root = await write(writer, 'words');
      await thanker.reach('the post', ({ posts }) => posts.has(root));
      const thank = await writeAs(thanker, { ...create('a private thank', root), move: 'thank' });
      const word = await writeAs(facilitator, { ...create('a private word', root), isPrivate: true });
      await writer.reach('the private word', ({ posts }) => posts.has(word));
      const back = await write(writer, 'a private answer', word);
      const aloud = { ...create('a private talk', root), isPrivate: true };
      await demandRefusal(thanker.submit(aloud), 'forbidden', 'a private talk begun by a member');
      await fence(writer, thanker, facilitator, colleague, ...others);
      for (const [witness, ids] of [
        [writer, [thank, word, back]],
        [facilitator, [thank, word, back]],
        [colleague, [thank, word, back]],
        [thanker, [thank]],
      ] as const)
        for (const holding of [witness.holding, await witness.snapshot()])
          for (const id of [thank, word, back])
            demandSame(
              holding.posts.has(id),
              ids.some((one) => one === id),
              `whether ${witness.me?.name} has it`,
            );
      demandNothingOf(thanker, [word, back, 'a private word', 'a private answer']);
      for (const other of [...others, ...(await Promise.all(others.map((one) => again(one)))), await join(null)]) {
        await other.snapshot();
        demandNothingOf(other, [thank, word, back, 'a private']);
      }
      await demandRefusal(others[0]?.submit(create('words', word)) ?? Promise.resolve(), 'not-found', 'a reply to it');
    },
  ),
];
