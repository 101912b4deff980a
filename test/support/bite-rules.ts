// Breaks adapter rules by small faults: in parts, so that each is done in a fraction of what a busy browser is given for
// one file. The faults are in test/adapters/*-mutants.ts.
import { expect } from 'chai';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { adapterMutants } from '../adapters/adapter-mutants.ts';
import { makeBreakableBench } from './memory-bench.ts';
import { spoilAdapter, type Hooks } from './spoil-adapter.ts';

/** Long enough for a bench in memory. */
const patienceMs = 100;
/** Milliseconds for a test that checks every rule; elsewhere each of them has 20,000 of its own. */
const allRulesMs = 60_000;
/** One of the law's fixed histories: in a new one some other fault could show, or not. */
const seed = 1;
/** The number of the first rule of each part; the last part has no end. */
const parts = [1, 21, 41, 61, 81];

/** The ids of the rules that an adapter with these hooks breaks. */
export async function brokenBy(makeHooks: () => Hooks): Promise<readonly string[]> {
  const makeBench = async () => {
    const hooks = makeHooks();
    const bench = await makeBreakableBench((adapter, who) => spoilAdapter(adapter, who, hooks), patienceMs);
    return { ...bench, seed };
  };
  const broken: string[] = [];
  for (const { id, check } of adapterRules) await check(makeBench).catch(() => broken.push(id));
  return broken;
}

/** Tests that each rule of a part (1 to 5) fails where there is a fault of its own, and no other that is not named. */
export function biteRules(part: number): void {
  const numberOf = (id: string): number => Number(id.slice(1));
  const [from = 1, to = Infinity] = parts.slice(part - 1);
  const mutants = adapterMutants.filter(({ breaks }) => numberOf(breaks) >= from && numberOf(breaks) < to);
  for (const { breaks, fault, also, hooks } of mutants)
    it(`${breaks} fails where an adapter has this fault: ${fault}`, async () => {
      // In the histories of A93 nearly every fault may show, by when who hears what.
      const broken = (await brokenBy(hooks)).filter((id) => id !== 'A93' || breaks === 'A93');
      expect(broken.sort().join(' ')).to.equal([breaks, ...(also?.rules ?? [])].sort().join(' '));
    }).timeout(allRulesMs);
}
