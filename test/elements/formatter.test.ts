// A text without marks is made without the Markdown module: exactly as that would have made it.
import { expect } from 'chai';
import { formatPlain } from '../../src/elements/formatter.ts';
import { renderMarkdown } from '../../src/elements/markdown.ts';
import { hostileBodies } from '../support/hostile-bodies.ts';
import { createRandom, pick } from '../support/seeded.ts';

function html(fragment: DocumentFragment): string {
  const host = document.createElement('div');
  host.append(fragment);
  return host.innerHTML;
}

const pieces: readonly string[] = [
  ...['word', 'two words', 'Étude', '語', '😀', 'a.b', 'c:d', "it's", '"so"', '(x)', '3 %', '50', '\u00a0', '\ufeff'],
  ...['.', ',', '!', '?', ';', ':', ')', '-', '+', '=', '$', '{', '}', '/', '^', '…'],
  ...[' ', ' ', '  ', '\t', '\n', '\n', '\n\n', '\r\n', '\n\n\n', '\u2028', '\v', '\0'],
  ...[
    '- ',
    '+ ',
    '===',
    '1. ',
    '2) ',
    '    ',
    'www.a.test',
    'WWW.',
    'https://a.test',
    'a@b.test',
    '*',
    '#',
    '&amp;',
    '<',
  ],
];

describe('a text without marks', () => {
  it('is made as Markdown makes it, whatever it is made of', () => {
    const random = createRandom(20_26);
    let made = 0;
    const bodies = Array.from({ length: 20_000 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, pieces)).join(''),
    );
    for (const body of [...bodies, ...hostileBodies]) {
      const fragment = formatPlain(body);
      if (fragment === null) continue;
      made += 1;
      expect(html(fragment), JSON.stringify(body)).to.equal(html(renderMarkdown(body)));
    }
    expect(made).to.be.above(2_000);
  }).timeout(20_000);

  it('is what most people write', () => {
    for (const body of ['I see it the other way round: first the case, then the rule.', 'Yes!\nAnd thank you.\n\nMia'])
      expect(formatPlain(body), body).not.to.equal(null);
    for (const body of ['*so*', 'see https://a.test', '1. first', '- one', 'a\n---', '> he said', '    code'])
      expect(formatPlain(body), body).to.equal(null);
  });
});
