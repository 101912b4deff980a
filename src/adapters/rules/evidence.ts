// Rule A94: who is given whose evidence, and that it says the same to everybody who is.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { EvidenceRecord } from '../../model/evidence-record.ts';
import { newOp } from '../../model/op.ts';
import { demandRefusal } from './demand-refusal.ts';
import { answer, arrange, promptOf, reachPrompt, smallRule, tenWords, writeAs } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, fay, write } from './scene.ts';
import type { Witness } from './witness.ts';

/** Evidence as this person is given it: of somebody, or of everybody. */
async function evidence({ session }: Witness, of: string | null = null): Promise<readonly EvidenceRecord[]> {
  demand(session.evidence !== undefined, 'a session that gives evidence to have evidence()');
  return session.evidence(of);
}

/** Who is given whose evidence. */
export const evidenceRules = [
  adapterRule(
    'A94',
    'A facilitator is given the evidence of everybody, anybody else their own alone, and both the same of it: what was done, when and by which posts, under which rule, and no name or word of anybody.',
    ['evidence', 'gates', 'desk'],
    async ({ join }) => {
      const [facilitator, learner, colleague] = [await join(fay), await join(ada), await join(bo)];
      const stranger = await join(null);
      const [me, other] = [learner.me?.id ?? '', colleague.me?.id ?? ''];
      demandSame(await evidence(learner), [], 'the evidence where nothing is asked for credit');
      await carryOut(facilitator, arrange(promptOf('p', { type: 'open' }, { credit: smallRule })));
      for (const person of [learner, colleague]) await reachPrompt(person, 'p');
      const there = await writeAs(colleague, answer('p', 'Pharmacists here label syringes with coloured stickers.'));
      const id = await writeAs(learner, answer('p', tenWords));
      const reply = await write(learner, 'Which syringes do your pharmacists label with coloured stickers?', there);
      await carryOut(facilitator, {
        ...{ type: 'attest', op: newOp(), promptId: 'p', personId: me, isAttested: true, note: 'a private word' },
      });
      const all = await evidence(facilitator);
      demandSame(all.map(({ person }) => person).sort(), [me, other].sort(), 'whose evidence a facilitator is given');
      const mine = all.filter(({ person }) => person === me);
      const [record] = mine;
      demandSame(
        record?.clamps.map(({ clamp, have, counted }) => [clamp, have, counted.map(({ post }) => post)]),
        [
          ['answer', 11, [id]],
          ['replies', 1, [reply]],
          ['attested', 1, []],
        ],
        'what the learner did',
      );
      demandSame(record?.attestation?.by, facilitator.me?.id, 'who attested it');
      demand(typeof record?.completedAt === 'string' && record.completedUnder === 1, 'the rule of version 1 to be met');
      for (const word of ['Ada', 'Bo', 'Fay', 'aloud', 'syringes', 'a private word'])
        demand(!inWords(all).includes(word), `nothing of ${inWords(word)}, found ${inWords(all)}`);
      demandSame(await evidence(learner), mine, 'the evidence that the learner is given');
      demandSame(await evidence(learner, me), mine, 'the evidence that the learner asks for by their own id');
      demandSame(await evidence(facilitator, me), mine, 'the evidence of the learner alone');
      await demandRefusal(evidence(learner, other), 'forbidden', 'the evidence of a colleague');
      await demandRefusal(evidence(learner, 'nobody'), 'forbidden', 'the evidence of somebody who is not there');
      await demandRefusal(evidence(stranger), 'unauthenticated', 'evidence for somebody who is not signed in');
    },
  ),
];
