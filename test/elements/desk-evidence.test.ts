// The evidence below the desk: who is offered it, that the file is what the authority gives, and what is said where it fails.
import { expect } from 'chai';
import { createMemoryBackend } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { mixerCredit } from '../../src/model/mixer.ts';
import { evidenceFile } from '../../src/model/evidence-file.ts';
import { newOp } from '../../src/model/op.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { plainLens } from '../../src/model/view.ts';
import { promptWith } from '../support/learning-room.ts';
import {
  all,
  ana,
  clear,
  flaws,
  get,
  mira,
  openPlace,
  panelFor,
  show,
  tom,
  until,
  type Place,
} from '../support/panel.ts';
import { replace } from '../support/replace.ts';
import { catchSavedFiles } from '../support/saved-files.ts';

const credit = mixerCredit({ immediacy: 1, structure: 1, scale: 1, transparency: 1 });

/** A place with a prompt that was answered. */
async function furnish(more: Partial<Prompt>): Promise<Place> {
  const place = openPlace(createMemoryBackend());
  const prompt = promptWith({ type: 'open' }, more);
  await place.backend.room(place.discussion).submit(plainLens(mira), { type: 'arrange', op: newOp(), prompt });
  await place.act(ana, { type: 'create', parentId: null, promptId: 'p', body: 'At night we hand over by the bed.' });
  return place;
}

async function openDesk(place: Place, who = mira): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, who));
  (await until(() => get(panel, 'button', /^Desk/))).click();
  await until(() => get(panel, 'region', 'Facilitator’s desk'));
  return panel;
}

describe('the evidence below the desk', () => {
  afterEach(clear);

  for (const [form, type] of [
    ['CSV', 'text/csv;charset=utf-8'],
    ['JSON', 'application/json'],
  ] as const)
    it(`is saved as ${form}, as the authority gives it`, async () => {
      const place = await furnish({ credit });
      const panel = await openDesk(place);
      const { saved, undo } = catchSavedFiles();
      const evidence = get(panel, 'region', 'Evidence for credit');
      get(evidence, 'button', `Save as ${form}`).click();
      await until(() => saved.length === 1);
      undo();
      const records = await place.backend.room(place.discussion).evidence(mira, null);
      expect(records.map(({ person }) => person)).to.deep.equal([ana.id]);
      expect(await saved[0]?.file.text()).to.equal(evidenceFile(records, form === 'CSV' ? 'csv' : 'json'));
      expect(saved[0]?.file.type).to.equal(type);
      expect(saved[0]?.name).to.match(new RegExp(`^evidence-[\\w-]+\\.${form.toLowerCase()}$`));
      await until(() => evidence.textContent?.includes(`Saved as`));
      expect(await flaws(panel)).to.deep.equal([]);
    });

  it('is not offered where nothing is asked for credit, nor to anybody but staff', async () => {
    const panel = await openDesk(await furnish({ credit: null }));
    expect(all(panel, 'region', 'Evidence for credit')).to.deep.equal([]);
    const place = await furnish({ credit });
    const learner = await show(panelFor(place, tom));
    await until(() => get(learner, 'heading', 'Night handover'));
    expect(all(learner, 'button', /^Save as/)).to.deep.equal([]);
  });

  it('says so where it could not be had', async () => {
    const place = await furnish({ credit });
    const panel = await openDesk(place);
    const room = place.backend.room(place.discussion);
    const undo = replace(room, 'evidence', () => Promise.reject(new TypeError('lost')));
    const evidence = get(panel, 'region', 'Evidence for credit');
    get(evidence, 'button', 'Save as CSV').click();
    await until(() => evidence.textContent?.includes('It could not be saved.'));
    undo();
  });
});
