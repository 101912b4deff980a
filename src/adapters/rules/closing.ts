// Rules A100 and A101: what stood behind a gate, once nobody can answer any more, and what comes too late.
import { demandSame } from '../../model/demand.ts';
import { demandRefusal } from './demand-refusal.ts';
import { afterTen, answer, arrange, promptOf, reachPrompt, tenWords, writeAs } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, create, fay, fence } from './scene.ts';

/** What becomes of gates where a prompt is closed. */
export const closingRules = [
  adapterRule(
    'A100',
    'Where a prompt is closed, a gate that asked for an answer stands open: everybody is then given what colleagues wrote and what was summed up. Where it is opened again it stays open; a gate with a date, or by hand, stays as it is.',
    ['gates'],
    async ({ join, again }) => {
      const [facilitator, learner, colleague] = [await join(fay), await join(ada), await join(bo)];
      const stranger = await join(null);
      const shut = promptOf('shut', { type: 'manual', isOpen: false });
      const asking = promptOf('p', afterTen);
      for (const prompt of [shut, asking]) await carryOut(facilitator, arrange(prompt));
      for (const person of [learner, colleague, stranger]) await reachPrompt(person, 'p');
      const hidden = await writeAs(colleague, answer('shut', 'behind a gate by hand'));
      const there = await writeAs(colleague, answer('p', tenWords));
      await fence(colleague, learner, stranger);
      const seen = async (who: typeof learner): Promise<readonly boolean[]> => {
        const { posts } = await who.snapshot();
        return [there, hidden].map((id) => posts.has(id));
      };
      for (const who of [learner, stranger]) demandSame(await seen(who), [false, false], 'what is seen before');
      await carryOut(facilitator, arrange({ ...shut, state: 'closed' }));
      await carryOut(facilitator, arrange({ ...asking, state: 'closed', summary: 'what came of it' }));
      for (const who of [learner, stranger]) {
        await who.reach('what stood behind the gate', ({ posts }) => posts.has(there));
        demandSame(await seen(who), [true, false], 'what is seen once it is closed');
        const summary = who.holding.room?.prompts?.find(({ id }) => id === 'p')?.summary;
        demandSame(summary, 'what came of it', 'the summary');
      }
      await carryOut(facilitator, arrange({ ...asking, state: 'open' }));
      for (const who of [learner, stranger]) {
        await reachPrompt(who, 'p', 3);
        demandSame(await seen(await again(who)), [true, false], 'what is seen once it is open again');
        const gate = who.holding.room?.prompts?.find(({ id }) => id === 'p')?.stages[0]?.gate;
        demandSame(gate, { type: 'open' }, 'the gate from then on');
      }
    },
  ),
  adapterRule(
    'A101',
    'Where a prompt is closed, first posts to it and replies below it are refused to all but facilitators with `forbidden`, and `promptId` as the field: whoever wrote it was too late, and is told so.',
    ['gates'],
    async ({ join }) => {
      const [facilitator, learner] = [await join(fay), await join(ada)];
      const prompt = promptOf('p', { type: 'open' });
      await carryOut(facilitator, arrange(prompt));
      const there = await writeAs(learner, answer('p', tenWords));
      await carryOut(facilitator, arrange({ ...prompt, state: 'closed' }));
      const late = { 'a first post': answer('p', 'too late'), 'a reply': create('too late', there) };
      for (const [what, command] of Object.entries(late))
        await demandRefusal(learner.submit(command), 'forbidden', `${what} to a closed prompt`, 'promptId');
      await carryOut(facilitator, create('a last word', there));
      demandSame((await learner.snapshot()).posts.size, 2, 'posts that are there');
    },
  ),
];
