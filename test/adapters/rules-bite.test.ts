// The adapter rules can fail: each is broken by a small fault, and that rule alone says so.
import { expect } from 'chai';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { biteRules, brokenBy } from '../support/bite-rules.ts';
import { adapterMutants } from './adapter-mutants.ts';

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

  biteRules(1);
});
