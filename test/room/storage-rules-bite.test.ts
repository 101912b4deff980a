// The storage rules can fail: each is broken by a small fault, and that rule alone says so.
import { expect } from 'chai';
import { storageRules } from '../../src/room/storage-rules.ts';
import { makeStorageBench } from '../support/memory-bench.ts';
import { storageMutants, type StorageMutant } from './storage-mutants.ts';

/** The ids of the rules that a storage spoilt like this breaks. */
async function brokenBy(spoil: StorageMutant['spoil']): Promise<readonly string[]> {
  const makeBench = () => makeStorageBench((inner, isReopened) => ({ ...inner, ...spoil(inner, isReopened) }));
  const broken: string[] = [];
  for (const { id, check } of storageRules) await check(makeBench).catch(() => broken.push(id));
  return broken;
}

describe('the storage rules', () => {
  it('have ids of their own, counted up', () => {
    expect(storageRules.map(({ id }) => id)).to.deep.equal(storageRules.map((_, place) => `S${place + 1}`));
  });

  it('are each broken by some fault', () => {
    expect(storageMutants.map(({ breaks }) => breaks)).to.deep.equal(storageRules.map(({ id }) => id));
  });

  it('are all kept where there is none', async () => {
    expect(await brokenBy(() => ({}))).to.deep.equal([]);
  });

  for (const { breaks, fault, spoil } of storageMutants)
    it(`${breaks} fails where a storage has this fault: ${fault}`, async () => {
      expect(await brokenBy(spoil)).to.deep.equal([breaks]);
    });
});
