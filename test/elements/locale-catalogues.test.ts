// Every language is complete: each text is there, says something for every amount, and is not left in English.
import { expect } from 'chai';
import { ago, exactly } from '../../src/elements/ago.ts';
import { formatsOf } from '../../src/elements/formats.ts';
import { catalogues } from '../../src/elements/locale.ts';
import { english } from '../../src/elements/locales/en.ts';
import type { Strings } from '../../src/elements/strings.ts';

type Key = keyof Strings;
type TextKey = { [K in Key]: Strings[K] extends (...texts: string[]) => string ? K : never }[Key];

/** What the functions of names and texts are given; all others take an amount. */
const ofTexts: Readonly<Record<TextKey, readonly [string] | readonly [string, string]>> = {
  postBy: ['Ana'],
  replyBy: ['Ana', 'Tom'],
  replyTo: ['Tom'],
  hidden: ['99 %'],
  labelReply: ['Tom'],
  actionOn: ['++', 'Ana'],
  postsOf: ['Ana'],
  filterPerson: ['Ana'],
};
const amounts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000, 1_000_000];

/** Words that are the same in English: by language, with all that hold for every one. */
const sameWord: Readonly<Record<string, readonly Key[]>> = {
  ar: ['controlKey', 'shiftKey'],
  de: ['guestName', 'toolLink', 'toolCode'],
  es: ['controlKey'],
  fr: ['title', 'pixels', 'controlKey', 'toolCode'],
  ja: ['controlKey', 'shiftKey'],
  pt: ['pixels', 'controlKey', 'shiftKey', 'guestEmail', 'toolLink'],
  'zh-Hans': ['controlKey', 'shiftKey'],
};
/** What stands in Latin letters in languages that are written in others. */
const latin = /<?peer-discussion>?|server|adapter|Markdown|name@example\.org|Ctrl|Shift|Enter|Ana|Tom/g;

/** Everything a language says, by the key of the text and what it was given. */
function everything(strings: Strings): Map<string, string> {
  const said = new Map<string, string>();
  for (const [key, text] of Object.entries(strings) as [Key, Strings[Key]][]) {
    if (key === 'locale') continue;
    if (typeof text === 'string') said.set(key, text);
    else if (key in ofTexts) {
      const [first, second = ''] = ofTexts[key as TextKey];
      said.set(key, (text as Strings['replyBy'])(first, second));
    } else for (const amount of amounts) said.set(`${key} ${amount}`, (text as Strings['newPosts'])(amount));
  }
  return said;
}

const plain = everything(english(formatsOf('en')));

describe('catalogues', () => {
  it('are those of eight languages', () => {
    expect(['en', ...Object.keys(catalogues)].sort()).to.deep.equal(
      ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'zh-Hans'].sort(),
    );
  });

  for (const [language, load] of Object.entries({ en: async () => english, ...catalogues }))
    describe(language, () => {
      let said = new Map<string, string>();
      before(async () => {
        said = everything((await load())(formatsOf(language)));
      });

      it('has every text, and nothing else', () => {
        expect([...said.keys()].sort()).to.deep.equal([...plain.keys()].sort());
      });

      it('says something everywhere, and nothing that is no word', () => {
        for (const [key, text] of said) {
          expect(text, key).to.match(/\S/);
          expect(text, key).to.equal(text.trim());
          expect(text, key).not.to.match(/undefined|\[object|NaN|null|#|\{|\}| {2}/);
        }
      });

      it('names those it is told of, and the amount where the language does not put it into a word', () => {
        for (const [key, given] of Object.entries(ofTexts))
          for (const name of given) expect(said.get(key), key).to.include(name);
        for (const [key, text] of said) {
          const amount = Number(key.split(' ')[1] ?? 0);
          if (amount > 2) expect(text, key).to.include(new Intl.NumberFormat(language).format(amount));
        }
      });

      it('keeps what is typed as it stands', () => {
        expect(said.get('unconfiguredHint'))
          .to.include('<peer-discussion>')
          .and.match(/server.*adapter/);
        expect(said.get('formatHint')).to.match(/Markdown.*\*\*\S+\*\*.*\*\S+\*.*> .*- /);
        expect(said.get('bodyTooNested')).to.match(/>.*\*.*_/);
        expect(said.get('emailMalformed')).to.match(/\w+@example\.org/);
      });

      it('writes times by the same language', () => {
        const at = '2024-03-05T10:00:00.000Z';
        const time = Date.parse(at);
        const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
        expect(ago(at, time + 5 * 60_000, language)).to.equal(relative.format(-5, 'minute'));
        expect(ago(at, time + 30 * 3_600_000, language)).to.equal(relative.format(-1, 'day'));
        expect(exactly(at, language)).to.equal(
          new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(time),
        );
      });

      if (language === 'en') return;
      it('leaves nothing in English', () => {
        const same = [...said].filter(([key, text]) => text === plain.get(key)).map(([key]) => key.split(' ')[0] ?? '');
        expect([...new Set(same)].sort()).to.deep.equal([...(sameWord[language] ?? [])].sort());
        if (['ar', 'ja', 'zh-Hans'].includes(language))
          for (const [key, text] of said) expect(text.replace(latin, ''), key).not.to.match(/[a-z]/i);
      });
    });

  it('follow the plural rules of Arabic', async () => {
    const { newPosts } = (await catalogues.ar?.())?.(formatsOf('ar')) ?? english(formatsOf('en'));
    expect([0, 1, 2, 3, 11, 100].map(newPosts)).to.deep.equal([
      'لا مشاركات جديدة',
      'مشاركة جديدة واحدة',
      'مشاركتان جديدتان',
      '3 مشاركات جديدة',
      '11 مشاركة جديدة',
      '100 مشاركة جديدة',
    ]);
  });

  it('write numbers as the region does', async () => {
    const arabic = await catalogues.ar?.();
    expect(arabic?.(formatsOf('ar-EG')).newPosts(11)).to.equal('١١ مشاركة جديدة');
    expect(english(formatsOf('en-IN')).charactersOver(123_456)).to.include('1,23,456');
  });

  it('stand a tag that is none', () => {
    expect(formatsOf('not a tag').locale).to.equal('en');
  });
});
