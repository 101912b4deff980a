// What every position of the mixer sets, as it is documented, and at which stage a prompt is.
import { expect } from 'chai';
import { mixerCredit, mixerOptions, type MixerPositions } from '../../src/model/mixer.ts';
import { isOpenAt, stageAt, type Gate, type Prompt } from '../../src/model/prompt.ts';

const middle: MixerPositions = { immediacy: 1, structure: 1, scale: 1, transparency: 1 };

const table: readonly (readonly [part: Partial<MixerPositions>, sets: object])[] = [
  [{ immediacy: 0 }, { stages: ['open', 'conclude'] }],
  [{ immediacy: 1 }, { stages: ['open', 'compare', 'conclude', 'apply'] }],
  [{ immediacy: 2 }, { stages: ['open', 'live', 'conclude', 'apply'] }],
  [{ structure: 0 }, { starters: 'none' }],
  [{ structure: 1 }, { starters: 'offered' }],
  [{ structure: 2 }, { starters: 'required' }],
  [{ scale: 0 }, { colleagues: 1, readPercent: 80 }],
  [{ scale: 1 }, { colleagues: 2, readPercent: 50 }],
  [{ scale: 2 }, { colleagues: 3, readPercent: 25 }],
  [{ transparency: 0 }, { gate: { type: 'manual', isOpen: false } }],
  [{ transparency: 1 }, { gate: { type: 'post-first', words: 30, kind: null } }],
  [{ transparency: 2 }, { gate: { type: 'open' } }],
];

describe('the mixer', () => {
  for (const [part, sets] of table)
    it(`sets ${JSON.stringify(sets)} for ${JSON.stringify(part)}, and nothing else than in the middle`, () => {
      expect(mixerOptions({ ...middle, ...part })).to.deep.equal({ ...mixerOptions(middle), ...sets });
    });

  it('asks in the middle for what the default rule for credit says', () => {
    expect(mixerCredit(middle)).to.deep.equal({
      ...{ answerWords: 60, colleagues: 2, replyWords: 20, readPercent: 50 },
      ...{ comesBack: true, applyWords: 30, isAttested: false },
    });
  });
});

describe('a prompt over time', () => {
  const at = (time: string): number => Date.parse(`2026-03-${time}:00.000Z`);
  const open: Gate = { type: 'open' };
  const stages = [
    { name: 'open', instruction: '', gate: open, from: null },
    { name: 'compare', instruction: '', gate: open, from: new Date(at('10T08:00')).toISOString() },
    { name: 'conclude', instruction: '', gate: open, from: null },
    { name: 'apply', instruction: '', gate: open, from: new Date(at('20T08:00')).toISOString() },
  ] as const;
  for (const [time, name] of [
    ['01T00:00', 'open'],
    ['10T07:59', 'open'],
    ['10T08:00', 'compare'],
    ['20T07:59', 'compare'],
    ['20T08:00', 'apply'],
  ] as const)
    it(`is at ${name} on ${time}: a later stage without a date has not begun`, () => {
      expect(stageAt({ stages } as unknown as Prompt, at(time))?.name).to.equal(name);
    });

  const date = new Date(at('10T08:00')).toISOString();
  const asked = { words: 1, kind: null };
  for (const [gate, before, after] of [
    [open, true, true],
    [{ type: 'post-first', ...asked }, false, false],
    [{ type: 'until-date', at: date }, false, true],
    [{ type: 'post-first-or-date', ...asked, at: date }, false, true],
    [{ type: 'manual', isOpen: false }, false, false],
    [{ type: 'manual', isOpen: true }, true, true],
  ] as const)
    it(`has a gate ${gate.type} that is ${before ? 'open' : 'closed'} before a date and ${after ? 'open' : 'closed'} from it on`, () => {
      expect([isOpenAt(gate, at('10T08:00') - 1), isOpenAt(gate, at('10T08:00'))]).to.deep.equal([before, after]);
    });
});
