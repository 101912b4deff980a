// Drafts and removals as they are kept, by a clock that a test turns: what stays, what goes, and whose they are.
import { expect } from 'chai';
import { createDrafts, draftLifeMs, draftLimit, type Drafts, type DraftStorage } from '../../src/elements/drafts.ts';
import { createRemovals, undoMs } from '../../src/elements/removals.ts';
import { createFakeClock } from '../support/fake-clock.ts';

function shelf(): DraftStorage & { readonly size: number } {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    get size() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const refusing: DraftStorage = {
  get length(): number {
    throw new DOMException('no', 'SecurityError');
  },
  key: () => null,
  getItem: () => {
    throw new DOMException('no', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: () => {
    throw new DOMException('no', 'SecurityError');
  },
};

function setting(storage: DraftStorage | null = shelf()): {
  clock: ReturnType<typeof createFakeClock>;
  open(discussion?: string, scope?: string): Drafts;
} {
  const clock = createFakeClock();
  return { clock, open: (discussion = 'd', scope = 's') => createDrafts({ storage, clock, scope, discussion }) };
}

describe('drafts', () => {
  it('are kept a moment after the last key, and found by the next page', async () => {
    const { clock, open } = setting();
    const drafts = open();
    drafts.write('new', 'Half');
    drafts.write('new', 'Half a thought');
    expect(drafts.read('new')).to.equal('Half a thought');
    expect(open().read('new')).to.equal('');
    await clock.pass(1_000);
    expect(open().read('new')).to.equal('Half a thought');
  });

  it('are forgotten at a sign-out in every discussion of the server and site, and not what others wrote elsewhere', () => {
    const { open } = setting();
    for (const [discussion, scope, writer] of [
      ['d', 's', 'ana'],
      ['other', 's', 'ana'],
      ['d', 'elsewhere', 'ben'],
    ] as const) {
      const drafts = open(discussion, scope);
      drafts.setWriter(writer);
      drafts.write('new', 'begun');
      drafts.flush();
    }
    const drafts = open();
    drafts.setWriter('ana');
    drafts.write('reply', 'not kept yet');
    drafts.forget();
    drafts.flush();
    const left = [open(), open('other'), open('d', 'elsewhere')].map((one, place) => {
      one.setWriter(place === 2 ? 'ben' : 'ana');
      return one.read('new') + one.read('reply');
    });
    expect(left).to.deep.equal(['', '', 'begun']);
  });

  it('are kept at once by a flush, and forgotten at once when they are empty', async () => {
    const { clock, open } = setting();
    const drafts = open();
    drafts.write('new', 'Half');
    drafts.flush();
    expect(open().read('new')).to.equal('Half');
    drafts.write('new', 'More');
    drafts.write('new', '');
    await clock.pass(1_000);
    expect([drafts.read('new'), open().read('new')]).to.deep.equal(['', '']);
  });

  it('know their place, discussion and backend', () => {
    const { open } = setting();
    const drafts = open();
    drafts.write('new', 'One');
    drafts.write('reply 1', 'Two');
    drafts.flush();
    expect([open().read('new'), open().read('reply 1'), open().read('reply 2')]).to.deep.equal(['One', 'Two', '']);
    expect([open('e').read('new'), open('d', 't').read('new')]).to.deep.equal(['', '']);
  });

  it('stay when a guest signs in, and go when another member does', () => {
    const { open } = setting();
    const drafts = open();
    expect(drafts.setWriter(null)).to.equal(false);
    drafts.write('new', 'As a guest');
    drafts.flush();
    expect(drafts.setWriter('ana')).to.equal(false);
    expect(drafts.read('new')).to.equal('As a guest');
    expect(drafts.setWriter('tom')).to.equal(true);
    expect(drafts.read('new')).to.equal('');
    const later = open();
    later.setWriter('ana');
    expect(later.read('new')).to.equal('');
  });

  it('of a member are not read by a guest, and are there again for the member', () => {
    const { open } = setting();
    const drafts = open();
    drafts.setWriter('ana');
    drafts.write('new', 'By Ana');
    drafts.flush();
    expect(open().read('new')).to.equal('');
    const again = open();
    again.setWriter('ana');
    expect(again.read('new')).to.equal('By Ana');
  });

  it('of a member are wiped in every discussion of that backend by another one, also what waits to be kept', async () => {
    const storage = shelf();
    const { clock, open } = setting(storage);
    const [here, there] = [open('here'), open('there')];
    for (const drafts of [here, there]) {
      drafts.setWriter('ana');
      drafts.write('new', 'By Ana');
    }
    there.flush();
    here.setWriter('tom');
    await clock.pass(1_000);
    expect(storage.size).to.equal(0);
  });

  it('are at most fifty, the oldest dropped, and none is older than thirty days', async () => {
    const storage = shelf();
    const { clock, open } = setting(storage);
    const drafts = open();
    for (let place = 0; place < draftLimit + 5; place++) {
      drafts.write(`reply ${place}`, 'x');
      await clock.pass(1_000);
    }
    expect(storage.size).to.equal(draftLimit);
    expect([drafts.read('reply 4'), drafts.read('reply 5')]).to.deep.equal(['', 'x']);
    await clock.pass(draftLifeMs);
    expect(drafts.read('reply 54')).to.equal('');
    drafts.write('new', 'x');
    drafts.flush();
    expect(storage.size).to.equal(1);
  });

  it('leave alone what others keep', async () => {
    const storage = shelf();
    storage.setItem('theirs', 'x');
    storage.setItem('peer-discussion:draft:broken', '{');
    const { open } = setting(storage);
    const drafts = open();
    drafts.setWriter('ana');
    drafts.setWriter('tom');
    drafts.write('new', 'x');
    drafts.flush();
    expect(storage.getItem('theirs')).to.equal('x');
    expect(open().read('new')).to.equal('');
  });

  for (const [what, storage] of [
    ['without a storage', null],
    ['where the storage refuses', refusing],
  ] as const)
    it(`${what} they live as long as the page`, async () => {
      const { clock, open } = setting(storage);
      const drafts = open();
      drafts.setWriter('ana');
      drafts.write('new', 'Half a thought');
      await clock.pass(1_000);
      expect(drafts.read('new')).to.equal('Half a thought');
      drafts.write('new', '');
      expect(drafts.read('new')).to.equal('');
    });
});

describe('removals', () => {
  it('are asked for once, when the time is over', async () => {
    const clock = createFakeClock();
    const asked: string[] = [];
    const removals = createRemovals(clock, (id) => asked.push(id));
    removals.begin('a');
    await clock.pass(undoMs - 1);
    expect([removals.has('a'), asked.length]).to.deep.equal([true, 0]);
    await clock.pass(1);
    expect([removals.has('a'), asked]).to.deep.equal([false, ['a']]);
    removals.flush();
    await clock.pass(undoMs);
    expect(asked).to.deep.equal(['a']);
  });

  it('are never asked for once they were undone', async () => {
    const clock = createFakeClock();
    const asked: string[] = [];
    const removals = createRemovals(clock, (id) => asked.push(id));
    removals.begin('a');
    removals.undo('a');
    removals.flush();
    await clock.pass(undoMs * 2);
    expect([removals.has('a'), asked, clock.waiting]).to.deep.equal([false, [], 0]);
  });

  it('wait while somebody is at the button, and then as long again', async () => {
    const clock = createFakeClock();
    const asked: string[] = [];
    const removals = createRemovals(clock, (id) => asked.push(id));
    removals.begin('a');
    await clock.pass(undoMs - 1);
    removals.hold('a', true);
    await clock.pass(undoMs * 10);
    removals.hold('a', false);
    await clock.pass(undoMs - 1);
    expect(asked).to.deep.equal([]);
    await clock.pass(1);
    expect(asked).to.deep.equal(['a']);
    removals.hold('a', false);
    expect(clock.waiting).to.equal(0);
  });

  it('are asked for at once when the page is left, held or not', () => {
    const asked: string[] = [];
    const removals = createRemovals(createFakeClock(), (id) => asked.push(id));
    removals.begin('a');
    removals.begin('b');
    removals.hold('b', true);
    removals.flush();
    expect(asked).to.deep.equal(['a', 'b']);
  });
});
