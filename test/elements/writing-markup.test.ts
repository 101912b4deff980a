// What the tools make of a text. In the tables | stands for the caret, and a pair of them for what is selected.
import { expect } from 'chai';
import {
  bold,
  code,
  isAddress,
  italic,
  link,
  linkTo,
  list,
  quote,
  type Mark,
  type Marked,
} from '../../src/elements/markup.ts';

function marked(drawn: string): Marked {
  const start = drawn.indexOf('|');
  const last = drawn.lastIndexOf('|');
  return { text: drawn.replaceAll('|', ''), start, end: last === start ? start : last - 1 };
}

function drawn({ text, start, end }: Marked): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

const table: readonly (readonly [string, Mark, string, string])[] = [
  ['bold', bold, 'a |word| here', 'a **|word|** here'],
  ['bold with nothing selected', bold, 'a |', 'a **|**'],
  ['bold, taken away from outside', bold, 'a **|word|** here', 'a |word| here'],
  ['bold, taken away from inside', bold, 'a |**word**| here', 'a |word| here'],
  ['bold leaves white space outside', bold, 'a| word |here', 'a **|word|** here'],
  ['bold around italic', bold, '*|word|*', '***|word|***'],
  ['bold, line by line', bold, '|one\n\ntwo|', '|**one**\n\n**two**|'],
  ['bold, taken away line by line', bold, '|**one**\n**two**|', '|one\ntwo|'],
  ['bold with what a replacement would read', bold, "|$& $'|", "**|$& $'|**"],
  ['italic', italic, '|word|', '*|word|*'],
  ['italic within bold', italic, '**|word|**', '***|word|***'],
  ['italic taken out of both', italic, '***|word|***', '**|word|**'],
  ['link of a text', link, 'see |this|', 'see [this](|https://|)'],
  ['link of an address', link, '|https://example.org/a|', '[|](https://example.org/a)'],
  ['link of nothing', link, '|', '[|](https://)'],
  ['link of a text with brackets', link, '|a [b]|', '[a \\[b\\]](|https://|)'],
  ['quote', quote, 'one\nt|wo', 'one\n> t|wo'],
  ['quote of lines', quote, '|one\ntwo|', '|> one\n> two|'],
  ['quote, taken away', quote, '|> one\n> two|', '|one\ntwo|'],
  ['quote ends before what follows', quote, '|one|\ntwo', '|> one|\n\ntwo'],
  ['quote of whole lines', quote, '|one\n|two', '|> one|\n\ntwo'],
  ['list', list, '|one\ntwo|', '|- one\n- two|'],
  ['list goes on', list, 'o|ne\n- two', '- o|ne\n- two'],
  ['list, taken away', list, '- o|ne', 'o|ne'],
  ['code', code, 'the |name| is', 'the `|name|` is'],
  ['code, taken away', code, 'the `|name|` is', 'the |name| is'],
  ['code with a backtick', code, '|a`b|', '`` |a`b| ``'],
  ['code of lines', code, 'a\n|one\ntwo|\nb', 'a\n```\n|one\ntwo|\n```\nb'],
  ['code of lines within lines', code, 'a |one\ntwo| b', 'a \n```\n|one\ntwo|\n```\n b'],
];

describe('marks', () => {
  for (const [what, mark, before, after] of table)
    it(`${what}: ${JSON.stringify(before)}`, () => expect(drawn(mark(marked(before)))).to.equal(after));

  for (const [what, mark] of [
    ['bold', bold],
    ['italic', italic],
    ['quote', quote],
    ['list', list],
    ['code', code],
  ] as const)
    it(`${what} twice is as it was`, () => {
      for (const text of ['|word|', 'some |words here|', 'x\n|line|'])
        expect(mark(mark(marked(text))).text, text).to.equal(marked(text).text);
    });
});

describe('a pasted address', () => {
  const url = 'https://example.org/a_(b)';
  const pasted: readonly (readonly [string, string | null])[] = [
    ['see |this|', 'see [this](https://example.org/a_%28b%29)|'],
    ['see |this | then', 'see [this](https://example.org/a_%28b%29)|  then'],
    ['see |', null],
    ['|   |', null],
    ['|https://other.example|', null],
    ['|two\n\nparagraphs|', null],
  ];
  for (const [before, after] of pasted)
    it(JSON.stringify(before), () => {
      const made = linkTo(marked(before), url);
      expect(made === null ? null : drawn(made)).to.equal(after);
    });

  it('is one web address and nothing else', () => {
    for (const text of ['https://example.org', 'http://a.example/b?c#d']) expect(isAddress(text), text).to.equal(true);
    for (const text of ['example.org', 'javascript:alert(1)', 'https://a b', 'https://', 'see https://a.example'])
      expect(isAddress(text), text).to.equal(false);
  });
});
