// Every language says all there is to say of kinds, moves and endorsements, and nothing of it in English.
import { expect } from 'chai';
import { formatsOf } from '../../src/elements/formats.ts';
import { moveLanguages } from '../../src/elements/learning/moves/move-words.ts';
import { english } from '../../src/elements/locales/en.ts';

type Say = (...given: string[]) => string;

/** Everything a catalogue says, by its path; what a text is told of stands in it. */
function everything(words: object, path = ''): Map<string, string> {
  const said = new Map<string, string>();
  for (const [name, text] of Object.entries(words) as [string, string | Say | object][]) {
    const key = `${path}${name}`;
    if (typeof text === 'string') said.set(key, text);
    else if (typeof text === 'object') for (const entry of everything(text, `${key}.`)) said.set(...entry);
    else {
      const given = ['⟪1⟫', '⟪2⟫', '⟪3⟫'].slice(0, text.length);
      said.set(key, (text as Say)(...given));
      for (const one of given) expect(said.get(key), key).to.include(one);
    }
  }
  return said;
}

/** Words that are the same in English. */
const sameWord: Readonly<Record<string, readonly string[]>> = {
  fr: ['kinds.question.name', 'kindFilters.question'],
};

describe('the words of kinds, moves and endorsements', () => {
  it('are there in eight languages, and none has the key of a word of the panel', async () => {
    expect(Object.keys(moveLanguages).sort()).to.deep.equal(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'zh-Hans']);
    const own = Object.keys((await moveLanguages.en())(formatsOf('en')));
    const panels = english(formatsOf('en'));
    expect(own.filter((key) => Object.hasOwn(panels, key))).to.deep.equal([]);
  });

  for (const [language, load] of Object.entries(moveLanguages))
    it(language, async () => {
      const plain = everything((await moveLanguages.en())(formatsOf('en')));
      const said = everything((await load())(formatsOf(language)));
      expect([...said.keys()]).to.deep.equal([...plain.keys()]);
      for (const [key, text] of said) {
        expect(text === '', key).to.equal(plain.get(key) === '');
        expect(text, key).not.to.match(/undefined|\[object|NaN|null|#|\{|\}| {2}|^\s/);
        if (!key.endsWith('.starter')) expect(text, key).to.equal(text.trim());
      }
      if (language === 'en') return;
      const same = [...said].filter(([key, text]) => text !== '' && text === plain.get(key)).map(([key]) => key);
      expect(same).to.deep.equal(sameWord[language] ?? []);
      // What a filter or a group shows is told apart.
      const names = [...said].filter(([key]) => /^(kinds|moves)\..*\.name$|^no(Kind|Move)$/.test(key));
      const kinds = names.filter(([key]) => /kind/i.test(key)).map(([, text]) => text);
      const moves = names.filter(([key]) => /move/i.test(key)).map(([, text]) => text);
      for (const one of [kinds, moves]) expect(new Set(one).size).to.equal(one.length);
    });
});
