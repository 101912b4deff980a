// The words of a body as evidence counts them, in several scripts, and what they cost.
import { expect } from 'chai';
import { sketchOf, wordingOf, worthOf } from '../../src/model/evidence.ts';
import { isTopic, ownWords } from '../../src/model/words.ts';
import { createRandom, pick } from '../support/seeded.ts';

const counted: readonly (readonly [what: string, body: string, words: number])[] = [
  ['English', "We don't count twice, do we?", 6],
  ['German', 'Übergabe am Bett, für alle – so geht’s.', 7],
  ['French', 'L’infirmière l’a vérifié.', 3],
  ['Arabic', 'نتعلم معا من التجربة', 4],
  ['Russian', 'Мы учимся вместе', 3],
  ['Hindi', 'हम साथ सीखते हैं', 4],
  ['Korean', '우리는 함께 배웁니다', 3],
  ['Japanese', '患者さん', 2],
  ['Chinese', '我们学习', 2],
  ['two scripts', '我们 use 学习', 3],
  ['figures', 'Give 5 mg in 24 h.', 6],
  ['marks and pictures', '!!! — 🎉 …', 0],
  ['a quotation', '> four words of others\n\nmine', 1],
  ['a quotation in a quotation', '> > theirs\n> theirs\nmine', 1],
  ['a fence', 'mine\n```js\nlet theirs = 1;\n```\nmine', 2],
  ['an indented fence', 'mine\n   ~~~\ntheirs\n   ~~~\nmine', 2],
  ['a fence without an end', 'mine\n```\ntheirs\ntheirs', 1],
  ['code', 'mine `theirs theirs` mine ``theirs ` theirs`` mine', 3],
  ['an address', 'see https://example.org/a-long/path?x=y now', 2],
  ['a link', '[my words](https://example.org/other/words) here', 3],
  ['emphasis', '**my** *own* words', 3],
];

describe('the words of a body', () => {
  for (const [what, body, words] of counted)
    it(`are ${words} in ${what}`, () => expect(ownWords(body)).to.have.length(words));

  it('say what a text is about where they are long enough for their script', () => {
    for (const word of ['handover', '患者', '우리', 'تمريض', 'учимся']) expect(isTopic(word), word).to.equal(true);
    for (const word of ['it’s', 'with', 'من', 'не', 'の', '5']) expect(isTopic(word), word).to.equal(false);
  });

  const longest = [
    'the nurse said it ',
    '我们在学习中讨论病人的护理问题',
    '患者さんのケアについて',
    'نتعلم معا ',
    '> ',
    '`',
    '```\n',
    '](',
    'ก',
    'a’',
    '´',
  ];
  for (const piece of longest)
    it(`take less than 50 ms in 10,000 characters of ${JSON.stringify(piece)}, and as long with what surrounds them`, () => {
      const body = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
      ownWords(body);
      let start = performance.now();
      ownWords(body);
      expect(performance.now() - start, 'words').to.be.below(50);
      const others = Array.from({ length: 100 }, (_, at) => wordingOf(`${at} ${body.slice(0, 2_000)}`));
      start = performance.now();
      worthOf(body, { answered: others[0] ?? wordingOf(''), isPrompt: false, others, gone: [], sample: others });
      expect(performance.now() - start, 'worth').to.be.below(50);
    });
});

describe('what a body is worth', () => {
  const prompt = wordingOf(
    'Handing over at night. How does your ward hand over patients at night, what gets lost, and what would you change?',
  );
  const parent = wordingOf('On our ward the pharmacist checks every infusion pump together with the night nurse.');
  const nothing = { others: [], gone: [], sample: [] };
  const toPrompt = (body: string, others: readonly string[] = []) =>
    worthOf(body, { ...nothing, answered: prompt, isPrompt: true, others: others.map(wordingOf) }).isOwn;
  const toParent = (body: string, others: readonly string[] = []) =>
    worthOf(body, { ...nothing, answered: parent, isPrompt: false, others: others.map(wordingOf) }).isOwn;
  const answer =
    'At night we hand over beside the bed, and what gets lost is who promised to call the patients’ families.';

  const table: readonly (readonly [what: string, found: () => boolean, expected: boolean])[] = [
    ['an answer in its own words', () => toPrompt(answer), true],
    [
      'the prompt itself',
      () => toPrompt('How does your ward hand over patients at night, what gets lost, and what would you change?'),
      false,
    ],
    [
      'an answer that takes up nothing',
      () => toPrompt('I really enjoyed thinking about all of this, thank you so much.'),
      false,
    ],
    ['an answer that was given already', () => toPrompt(answer, [answer]), false],
    [
      'an answer put together from two',
      () =>
        toPrompt(`${answer} Nobody writes down which relatives were told on the phone.`, [
          answer,
          'Nobody writes down which relatives were told on the phone.',
        ]),
      false,
    ],
    ['an answer beside a short post that it happens to contain', () => toPrompt(answer, ['what gets lost']), true],
    ['the same word again and again', () => toPrompt('patients night '.repeat(30)), false],
    [
      'a reply that takes up two topics',
      () => toParent('Does the pharmacist stay until the infusion is running?'),
      true,
    ],
    [
      'a reply that would fit anywhere',
      () => toParent('Great point, I could not agree more with what you say here.'),
      false,
    ],
    [
      'what it answers',
      () => toParent('the pharmacist checks every infusion pump together with the night nurse'),
      false,
    ],
  ];
  for (const [what, found, expected] of table)
    it(`${expected ? 'counts' : 'does not count'} ${what}`, () => expect(found()).to.equal(expected));
});

describe('the sketch of what was removed', () => {
  const random = createRandom(5);
  const vocabulary = Array.from({ length: 2_000 }, (_, at) => `w${at.toString(36)}`);
  const text = (length: number): string => Array.from({ length }, () => pick(random, vocabulary) ?? '').join(' ');
  const isNew = (body: string, gone: readonly string[]): boolean =>
    worthOf(body, { answered: wordingOf(''), isPrompt: true, others: [], gone, sample: [] }).isOwn;

  it('knows a text again that is pasted whole, mostly, or after other words', () => {
    let known = 0;
    for (let times = 0; times < 200; times++) {
      const body = text(60);
      const words = body.split(' ');
      const pasted = [body, words.slice(10).join(' '), `${text(8)} ${body}`, words.slice(0, 45).join(' ')];
      known += pasted.filter((one) => !isNew(one, [sketchOf([body])])).length;
    }
    expect(known).to.be.at.least(796);
  });

  it('takes next to no text of one’s own for one that was removed', () => {
    const gone = Array.from({ length: 5 }, () => sketchOf([text(60)]));
    const taken = Array.from({ length: 1_000 }, () => text(20)).filter((body) => !isNew(body, gone)).length;
    expect(taken).to.be.at.most(10);
  });

  it('holds a quarter of the runs of words, as numbers that thousands of runs share', () => {
    const body = text(400);
    const sketch = sketchOf([body]);
    expect(sketch).to.match(/^(?:[0-9a-f]{3})+$/);
    expect(sketch.length / 3).to.be.within(70, 130);
    // Of a million other runs so many have one of the numbers that the text cannot be told from them.
    const other = Array.from({ length: 10_000 }, () => text(3)).filter((run) => !isNew(run, [sketch])).length;
    expect(other, 'of 10,000 others').to.be.above(30);
  });
});
