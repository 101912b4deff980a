// Storms over a bad network: in the end everybody holds exactly their view, every command has ended, no text is there
// twice. A failing seed prints itself and stays here as a test of its own.
import { expect } from 'chai';
import { raiseStorm } from '../support/storm.ts';

const seeds = 300;

describe('convergence', () => {
  it(`holds in ${seeds} storms, and the storms were real`, async () => {
    const total = { questionsLost: 0, answersLost: 0, changesLost: 0, changesDoubled: 0, cuts: 0, restores: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const { broken, damage } = await raiseStorm(seed);
      expect(broken, `seed ${seed}`).to.deep.equal([]);
      for (const kind of Object.keys(total) as (keyof typeof total)[]) total[kind] += damage[kind];
    }
    for (const [kind, count] of Object.entries(total)) expect(count, kind).to.be.greaterThan(seeds / 10);
  });

  it('holds where the loss of an older try is heard after the refusal of a newer one (seed 33)', async () => {
    expect((await raiseStorm(33)).broken).to.deep.equal([]);
  });
});
