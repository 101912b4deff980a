// The histories of the law: which are played, and that one which breaks can be played again.
import { expect } from 'chai';
import { playSeeds } from '../../src/adapters/rules/law.ts';

describe('the seeds of the law', () => {
  async function played(bench: { readonly seed?: number }): Promise<number[]> {
    const seeds: number[] = [];
    await playSeeds(bench, [1, 2], async (seed) => void seeds.push(seed));
    return seeds;
  }

  it('are the fixed ones and one that is new each time, or the one that the bench asks for', async () => {
    const [one, other] = [await played({}), await played({})];
    expect([one.slice(0, 2), one.length]).to.deep.equal([[1, 2], 3]);
    expect(one[2]).not.to.equal(other[2]);
    expect(await played({ seed: 77 })).to.deep.equal([1, 2, 77]);
    expect(await played({ seed: 2 })).to.deep.equal([1, 2]);
  });

  it('are named where a history breaks', async () => {
    const broken = playSeeds({ seed: 77 }, [1], async (seed) => {
      if (seed === 77) throw new Error('what Ada holds');
    });
    const thrown: unknown = await broken.catch((error: unknown) => error);
    expect(String(thrown)).to.equal('Error: in the history of seed 77: what Ada holds');
  });
});
