// Which bodies the guard lets through: all that people write, and of the others none that costs a reader's browser more
// than a moment. What a body really costs is measured in test/elements/markdown-cost.test.ts.
import { expect } from 'chai';
import { renderFlaw } from '../../src/model/render-guard.ts';

const size = 10_000;
const fill = (unit: string, length = size): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const fenced = (code: string): string => `\`\`\`c\n${code}\n\`\`\``;

const code = 'for (int i_x = 0; i_x < n[*p]; ++i_x) { a[i_x] |= ~b[i_x] & !c; } // **\n';
const stairs = (depth: number, marker: string): string =>
  lines(depth, (level) => `${' '.repeat(level * marker.length)}${marker}step ${level}`);

const written: readonly (readonly [what: string, body: string])[] = [
  ['nothing', ''],
  ['a paragraph of 10,000 characters', fill("The quick brown fox doesn't jump over the dog. ")],
  [
    '10,000 characters of paragraphs with emphasis',
    fill(`${fill('So *it* is in all the cases that we know of, and **that** is why. ', 500)}\n\n`),
  ],
  ['10,000 characters without a space', fill('漢字')],
  ['10,000 characters of Chinese with addresses', fill(`${fill('我们讨论这个问题,', 300)}https://example.org/a\n\n`)],
  ['many exclamations', fill('Nice! 🎉 Well done! ')],
  ['10,000 characters of code in a fence', fenced(fill(code, 9_980))],
  ['a fence of tildes', `~~~\n${fill('a*_`[]!<', 9_900)}\n~~~`],
  ['a fence that nobody closed', `\`\`\`\n${fill(code, 9_900)}`],
  ['a fence with an indented fence in it', fenced(`    \`\`\`\n${fill(code, 9_900)}`)],
  ['a fence in a quote', `> \`\`\`\n${lines(50, () => `> ${code.trim()}`)}\n> \`\`\``],
  ['fences in a list', lines(20, (n) => `${n + 1}. Do:\n   \`\`\`sh\n   npm i *_[]!<\\ --x_${n}\n   \`\`\`\n`)],
  ['indented code', `Look:\n\n${fill(`    ${code}`, 9_900)}`],
  ['names with underscores, without a fence', fill('snake_case_name = other_name(foo_bar)\n')],
  ['formulas', fill('$x_1 + x_2 * y^2 = \\frac{a_1}{b_2}$ holds for all of them. ', 3_000)],
  [
    'a list of 100 links',
    lines(100, (n) => `- see [page ${n}](https://example.org/a_b/c_${n}) **now** and \`code_${n}\``),
  ],
  ['a numbered list of 100 links', lines(100, (n) => `${n + 1}. see [page ${n}](https://example.org/a_b/c_${n})`)],
  ['a list of lists', lines(100, (n) => `${'  '.repeat(n % 6)}- item *${n}* with _more_`)],
  ['tasks', lines(100, (n) => `- [ ] do thing number ${n}`)],
  ['a table of links', `| a | b |\n|---|---|\n${lines(80, (n) => `| [one](http://a.b/c_${n}) | *${n}* |`)}`],
  ['a table without outer bars', `a | b\n--- | ---\n${lines(80, (n) => `[one](http://a.b/c_${n}) | **x**`)}`],
  ['a table of 8 by 150', `${'| a '.repeat(8)}|\n${'|---'.repeat(8)}|\n${lines(150, () => '| 1234 '.repeat(8))}`],
  ['300 addresses', lines(300, (n) => `user${n}.name@example.org`)],
  ['a token of 1,500 characters', `It says ${fill('eyJhbGciOiJIUzI1NiJ9.', 1_500)} to me@example.org`],
  ['quotes and answers', lines(60, (n) => (n % 2 ? `I agree with ${n}` : `> you *said* ${n}`))],
  ['eight quotes in one another', lines(8, (n) => `${'>'.repeat(n + 1)} said`)],
  ['a ruler of many dashes', lines(20, () => '- '.repeat(40))],
  ['a verse of 500 lines', lines(500, (n) => `line ${n} of it`)],
  ['20 list items in one another', stairs(20, '- ')],
  ['20 quotes in one another', `${'> '.repeat(20)}said`],
];

const nested: readonly (readonly [what: string, body: string])[] = [
  ['21 quotes in one another', `${'> '.repeat(21)}said`],
  ['21 list items in one another', stairs(21, '- ')],
  ['21 numbered items in one another', stairs(21, '1. ')],
  ['1,875 quotes', '>'.repeat(1_875)],
  ['5,000 list items on a line', `${fill('- ')}a`],
  ['5,000 list items on a line, by tabs', fill('+\t')],
  ['3,333 numbered items on a line', fill('1. ')],
  ['quotes and lists by turns', fill('> - ')],
  ['stairs that lazy lines interrupt', stairs(60, '- ').replaceAll('\n', '\nlazy\n')],
  ['stairs in quotes', lines(30, (level) => `> ${'  '.repeat(level)}- step`)],
  ['depth after an unclosed fence of a list', `- \`\`\`\nlazy\n${fill('- ')}a`],
];

const marked: readonly (readonly [what: string, body: string])[] = [
  ['emphasis that never closes', fill('*a_')],
  ['emphasis of one kind', fill('a&*')],
  ['tildes', fill('~1>')],
  ['brackets', fill('[')],
  ['links that never close', fill('[a](b')],
  ['backticks of every length', `a ${lines(130, (n) => 'b' + '`'.repeat(n))}`],
  ['comments that never end', `*${fill('<!--')}`],
  ['exclamation marks after an address', `www.a${fill('!')}`],
  ['dots after an address', `http://a${fill('.')}`],
  ['dots after a long address', `www.${fill('漢', 8_000)}${fill('.', 1_900)}`],
  ['a word that could be an address', `${fill('a.')}@`],
  ['an unbroken name', fill('a_')],
  ['a wide gap', `a${fill(' ')}b`],
  ['a gap of other spaces', fill('\u00a0\n')],
  ['a table of 50 by 400', `${'|'.repeat(51)}\n${'|-'.repeat(50)}|\n${fill('|\n', 800)}`],
  ['what looks like many tables', fill('so it is with all of these rows and columns\n-|-\n')],
  ['a list item of 1,000 lines', `- a\n${fill('  and so\n', 9_000)}`],
  ['20 list items and lazy lines', `${'- '.repeat(20)}\n${fill('a\n', 9_900)}`],
  ['2,500 list items', fill('- a\n')],
  ['5,000 lines', fill('a\n')],
  ['marks after a fence that ended', `\`\`\`\ncode\n\`\`\`\n${fill('*a_')}`],
  ['marks after a fence in a quote', `> \`\`\`\n> a\n> \`\`\`\n> ${fill('*a_')}`],
  ['marks after a fence closed by more backticks', `\`\`\`\ncode\n\`\`\`\`\n${fill('*a_')}`],
  ['marks after a fence that is none', `a\n    \`\`\`\n${fill('*a_')}`],
  ['marks after backticks with a backtick behind', `\`\`\` a\`\n${fill('*a_')}`],
  ['marks behind an indented line that goes on', `a\n    b\n${fill('    *a_\n')}`],
];

describe('the render guard', () => {
  describe('lets pass what people write', () => {
    for (const [what, body] of written)
      it(what, () => {
        expect(body.length).to.be.at.most(size + 20);
        expect(renderFlaw(body)).to.equal(null);
      });
  });

  describe('refuses what is nested too deeply', () => {
    for (const [what, body] of nested) it(what, () => expect(renderFlaw(body)).to.equal('is nested too deeply'));
  });

  describe('refuses what has too many marks', () => {
    for (const [what, body] of marked) it(what, () => expect(renderFlaw(body)).to.equal('has too many marks'));
  });

  it('reads all kinds of line ends', () => {
    for (const end of ['\n', '\r', '\r\n'])
      expect(renderFlaw(fenced(fill(code, 9_000)).replaceAll('\n', end)), JSON.stringify(end)).to.equal(null);
  });

  it('itself takes a time that grows no faster than the body', () => {
    const time = (body: string): number => {
      const times = Array.from({ length: 9 }, () => {
        const before = performance.now();
        renderFlaw(body);
        return performance.now() - before;
      });
      return Math.min(...times);
    };
    for (const [what, body] of [...written, ...nested, ...marked])
      expect(time(fill(`${body} `, 100_000)), what).to.be.below(100);
  });
});
