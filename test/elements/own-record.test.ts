// One's own evidence at the end of a checklist: that it is one's own and of that prompt alone, byte for byte as the
// authority gives it, by keyboard, and what is said where it fails.
import { expect } from 'chai';
import { createMemoryBackend } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { evidenceFile } from '../../src/model/evidence-file.ts';
import { mixerCredit } from '../../src/model/mixer.ts';
import type { Person } from '../../src/model/post.ts';
import { answer, arrange, promptOf } from '../support/prompts.ts';
import {
  all,
  ana,
  clear,
  flaws,
  focused,
  get,
  mira,
  openPlace,
  panelFor,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';
import { replace } from '../support/replace.ts';
import { catchSavedFiles } from '../support/saved-files.ts';

const credit = mixerCredit({ immediacy: 1, structure: 1, scale: 1, transparency: 1 });

/** Two prompts that ask for something, each answered by two people. */
async function furnish(): Promise<Place> {
  const place = openPlace(createMemoryBackend());
  await arrange(place, promptOf({ type: 'open' }, { credit }));
  await arrange(place, promptOf({ type: 'open' }, { id: 'night', title: 'Night: handover?', credit }));
  for (const promptId of ['case', 'night'])
    for (const who of [ana, tom])
      await answer(place, who, `At ${promptId} we hand over by the bed, ${who.id}.`, promptId);
  return place;
}

async function openFor(place: Place, who: Person): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, who));
  await until(() => get(panel, 'heading', 'Night: handover?'));
  return panel;
}

/** Opens the way to the record of the prompt called “Night”; its button has the focus. */
async function ways(panel: PeerDiscussion): Promise<HTMLElement> {
  const way = await until(() => get(panel, 'button', 'Save my record: Night: handover?'));
  way.focus();
  way.click();
  return until(() => get(panel, 'group', 'Save my record: Night: handover?'));
}

describe('one’s own record', () => {
  afterEach(clear);

  for (const form of ['csv', 'json'] as const)
    it(`of one prompt is saved as ${form.toUpperCase()}, as the authority gives it and nobody else’s`, async () => {
      const place = await furnish();
      const panel = await openFor(place, ana);
      const group = await ways(panel);
      const { saved, undo } = catchSavedFiles();
      get(group, 'button', `Save as ${form.toUpperCase()}`).click();
      await until(() => saved.length === 1);
      undo();
      const own = await place.backend.room(place.discussion).evidence(ana, null);
      const records = own.filter(({ prompt }) => prompt === 'night');
      expect(records.map(({ person }) => person)).to.deep.equal([ana.id]);
      expect(await saved[0]?.file.text()).to.equal(evidenceFile(records, form));
      expect(saved[0]?.name).to.equal(`evidence-Night-handover.${form}`);
      await until(() => new RegExp(`Saved as evidence-Night-handover\\.${form} ?\\.`).test(textOf(group)));
      await until(() => all(panel, 'status', /Saved as evidence-Night-handover/).length > 0);
      expect(await flaws(panel)).to.deep.equal([]);
    });

  it('has one calm button until it is wanted, and takes the focus to the forms it comes in', async () => {
    const panel = await openFor(await furnish(), ana);
    await until(() => all(panel, 'button', /^Save my record/).length === 2);
    expect(all(panel, 'button', /^Save as/)).to.deep.equal([]);
    expect(await flaws(panel)).to.deep.equal([]);
    const group = await ways(panel);
    await until(() => focused(panel) === get(group, 'button', 'Save as CSV'));
    expect(textOf(group)).to.include('by your id, without names or texts');
    expect(all(panel, 'button', /^Save my record/)).to.have.length(1);
  });

  it('is there once the prompt is closed, beside the list of what was done', async () => {
    const place = await furnish();
    await arrange(
      place,
      promptOf({ type: 'open' }, { id: 'night', title: 'Night: handover?', credit, state: 'closed' }),
    );
    const panel = await show(panelFor(place, ana));
    (await until(() => get(panel, 'summary', 'Night: handover?'))).click();
    await until(() => all(panel, 'details', /^What is asked of you/).length === 2);
    const group = await ways(panel);
    expect(group.checkVisibility()).to.equal(true);
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('is offered nobody who has none: staff, readers, and where nothing is asked', async () => {
    const place = await furnish();
    for (const who of [mira, null]) {
      const panel = await show(panelFor(place, who));
      await until(() => get(panel, 'heading', 'Night: handover?'));
      await settle(panel);
      expect(all(panel, 'button', /^Save my record/)).to.deep.equal([]);
      clear();
    }
    const plain = openPlace();
    await arrange(plain, promptOf({ type: 'open' }, { credit: null }));
    const panel = await show(panelFor(plain, ana));
    await until(() => get(panel, 'heading', 'A case'));
    await settle(panel);
    expect(all(panel, 'button', /^Save my record/)).to.deep.equal([]);
  });

  it('stays open in another language', async () => {
    const panel = await openFor(await furnish(), ana);
    await ways(panel);
    panel.lang = 'de';
    const group = await until(() => get(panel, 'group', 'Meinen Nachweis speichern: Night: handover?'));
    await until(() => get(group, 'button', 'Als CSV speichern'));
  });

  it('says so where it could not be had, and can be asked for again', async () => {
    const place = await furnish();
    const panel = await openFor(place, ana);
    const group = await ways(panel);
    const undo = replace(place.backend.room(place.discussion), 'evidence', () => Promise.reject(new TypeError('lost')));
    get(group, 'button', 'Save as CSV').click();
    await until(() => textOf(group).includes('It could not be saved.'));
    undo();
    const caught = catchSavedFiles();
    get(group, 'button', 'Save as CSV').click();
    await until(() => caught.saved.length === 1);
    caught.undo();
  });
});
