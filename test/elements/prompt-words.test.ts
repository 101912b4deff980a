// Every language says all there is to say around prompts, events, evidence, the desk and the index, for every amount, and nothing of it in English.
import { expect } from 'chai';
import { formatsOf } from '../../src/elements/formats.ts';
import { deskLanguages } from '../../src/elements/learning/desk/desk-words.ts';
import { evidenceLanguages } from '../../src/elements/learning/evidence/evidence-words.ts';
import { liveLanguages } from '../../src/elements/learning/live/live-words.ts';
import { editorLanguages } from '../../src/elements/learning/prompts/editor/editor-words.ts';
import { promptLanguages } from '../../src/elements/learning/prompts/prompt-words.ts';
import { indexLanguages } from '../../src/elements/listing/index-words.ts';

const amounts = [0, 1, 2, 3, 11, 60, 100];
/** Texts that take words and not an amount, by their path; the last one of a path counts. */
const ofTexts: Readonly<Record<string, readonly string[]>> = {
  stageFrom: ['⟪5⟫'],
  gateKind: ['⟪K⟫'],
  gateDate: ['⟪5⟫'],
  clampHave: ['12', '60'],
  clampRead: ['33%'],
  progressDone: ['⟪5⟫'],
  voided: ['⟪R⟫'],
  unmarked: ['⟪A⟫'],
  pageRefused: ['⟪id⟫'],
  promptNext: ['⟪S⟫'],
  waitingAnswer: ['⟪Ana⟫'],
  liveKeys: ['⟪A⟫', '⟪N⟫'],
  evidenceSave: ['⟪CSV⟫'],
  evidenceSaved: ['⟪F⟫'],
  doneBy: ['⟪Ana⟫'],
  indexLatest: ['⟪5⟫'],
};

/** Words that are the same in English: by language, with those that are so in every one. */
const asInEnglish: Readonly<Record<string, RegExp>> = {
  fr: /^(clampHave|indexTitle|indexFound \d+|lists\.tensions\.name)$/,
};
const asEverywhere = /^clampHave$/;
/** Keys are named by what stands on them. */
const keyNames = /\b([A-Z]|Enter)\b/g;

type Say = (...given: (string | number)[]) => string;

/** Everything a catalogue says, by its path and what it was given. */
function everything(words: object, path: readonly string[] = []): Map<string, string> {
  const said = new Map<string, string>();
  for (const [name, text] of Object.entries(words) as [string, string | Say | object][]) {
    const key = [...path, name].join('.');
    if (typeof text === 'string') said.set(key, text);
    else if (typeof text === 'object') for (const entry of everything(text, [...path, name])) said.set(...entry);
    else {
      const texts = ofTexts[name];
      if (texts !== undefined) said.set(key, (text as Say)(...texts));
      else for (const amount of amounts) said.set(`${key} ${amount}`, (text as Say)(amount));
    }
  }
  return said;
}

const parts = {
  'around prompts': promptLanguages,
  'of the editor': editorLanguages,
  'around an event': liveLanguages,
  'of evidence': evidenceLanguages,
  'at the desk': deskLanguages,
  'of the index': indexLanguages,
};

for (const [part, languages] of Object.entries(parts))
  describe(`the words ${part}`, () => {
    it('are there in eight languages', () => {
      expect(Object.keys(languages).sort()).to.deep.equal(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'zh-Hans']);
    });

    for (const [language, load] of Object.entries(languages))
      it(language, async () => {
        const plain = everything((await languages.en())(formatsOf('en')));
        const said = everything((await load())(formatsOf(language)));
        expect([...said.keys()]).to.deep.equal([...plain.keys()]);
        for (const [key, text] of said) {
          if (plain.get(key) === '') expect(text, key).to.equal('');
          else expect(text, key).to.match(/\S/);
          expect(text, key).to.equal(text.trim());
          expect(text, key).not.to.match(/undefined|\[object|NaN|null|#|\{|\}| {2}/);
          for (const given of ofTexts[key.split('.').at(-1) ?? ''] ?? []) expect(text, key).to.include(given);
          const amount = Number(key.split(' ')[1] ?? 0);
          if (amount > 2 && !/back|attested/.test(key))
            expect(text, key).to.include(new Intl.NumberFormat(language).format(amount));
        }
        if (language === 'en') return;
        const same = [...said].filter(([key, text]) => text !== '' && text === plain.get(key));
        const known = asInEnglish[language] ?? asEverywhere;
        expect(same.map(([key]) => key).filter((key) => !known.test(key))).to.deep.equal([]);
        if (!['ar', 'ja', 'zh-Hans'].includes(language)) return;
        for (const [key, text] of said) {
          const own = key === 'deskKeys' ? text.replace(keyNames, '') : text;
          expect(own.replace(/⟪[^⟫]*⟫/g, ''), key).not.to.match(/[a-z]/i);
        }
      });

    it('speak of nobody’s credit as granted', async () => {
      const english = [...everything((await languages.en())(formatsOf('en'))).values()].join(' ');
      expect(english).not.to.match(/credit (was|is|has been) (granted|earned|given)|you (have )?earned/i);
    });
  });
