// The adapter rules can fail: each is broken by a small fault, and that rule alone says so.
import { expect } from 'chai';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { makeBreakableBench } from '../support/memory-bench.ts';
import { spoilAdapter, type Hooks } from '../support/spoil-adapter.ts';
import { adapterMutants } from './adapter-mutants.ts';

/** Long enough for a bench in memory. */
const patienceMs = 100;
/** The law plays the same histories before every fault: in new ones some other fault could show, or not. */
const seed = 5;

/** The ids of the rules that an adapter with these hooks breaks. */
async function brokenBy(makeHooks: () => Hooks): Promise<readonly string[]> {
  const makeBench = async () => {
    const hooks = makeHooks();
    const bench = await makeBreakableBench((adapter, who) => spoilAdapter(adapter, who, hooks), patienceMs);
    return { ...bench, seed };
  };
  const broken: string[] = [];
  for (const { id, check } of adapterRules) await check(makeBench).catch(() => broken.push(id));
  return broken;
}

describe('the adapter rules', () => {
  it('have ids of their own, counted up', () => {
    expect(adapterRules.map(({ id }) => id)).to.deep.equal(adapterRules.map((_, place) => `A${place + 1}`));
  });

  it('are each broken by some fault', () => {
    expect([...new Set(adapterMutants.map(({ breaks }) => breaks))]).to.deep.equal(adapterRules.map(({ id }) => id));
  });

  it('are all kept where there is none', async () => {
    expect(await brokenBy(() => ({}))).to.deep.equal([]);
  });

  for (const { breaks, fault, also, hooks } of adapterMutants)
    it(`${breaks} fails where an adapter has this fault: ${fault}`, async () => {
      // In the histories of A93 nearly every fault may show, by when who hears what.
      const broken = (await brokenBy(hooks)).filter((id) => id !== 'A93' || breaks === 'A93');
      expect(broken.sort().join(' ')).to.equal([breaks, ...(also?.rules ?? [])].sort().join(' '));
    });
});
