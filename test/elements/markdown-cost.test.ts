// What bodies cost at worst: of every kind of body that marked is slow with, the most that the guard lets pass is
// rendered in 50 ms. What the guard refuses is in test/model/render-guard.test.ts.
import { expect } from 'chai';
import { renderMarkdown } from '../../src/elements/markdown.ts';
import { renderFlaw } from '../../src/model/render-guard.ts';
import { createRandom, pick } from '../support/seeded.ts';

const size = 10_000;
const limitMs = 50;

const units: readonly string[] = [
  ...[
    '*a_',
    'a&*',
    '~1>',
    '~a@*"',
    '_a ',
    '`a ',
    '[',
    '[a](b',
    '[a][b] ',
    '<!--',
    '!',
    'a.a@',
    'a@b.cd ',
    'www.a ',
    '&a;',
  ],
  ...['  b\n', '\u00a0\n', 'a\n', '*a*\n', '- ', '- a\n', '> ', '> a\nb\n', '> - a\nb\n', '100. a\n    - b\n', '# a\n'],
  ...['> a\n\n', '- a\n\n', '```\na\n', '|', '|a', 'a\n-|-\n', 'a|b\n-|-|-\n', '[a]: b\n', '[a]: b "\n'],
];
const fillers: readonly string[] = ['a ', 'a.', ' ', '😀&(', 'a_b ', 'b\n'];
const starts: readonly string[] = ['- ', '- - - - - ', '> > > > ', '- ```\n', '|a|b|\n|-|-|\n'];

const fill = (unit: string, length: number): string =>
  unit.repeat(Math.max(0, Math.ceil(length / unit.length))).slice(0, Math.max(0, length));

/** The most of a kind that passes: as many repetitions as the guard allows, in a body of 10,000 characters. */
function mostOf(make: (count: number) => string): string {
  let passes = 0;
  let fails = size;
  while (fails - passes > 20) {
    const middle = Math.floor((passes + fails) / 2);
    if (renderFlaw(make(middle).slice(0, size)) === null) passes = middle;
    else fails = middle;
  }
  return make(passes).slice(0, size);
}

function* worstBodies(): Generator<string> {
  for (const unit of units) {
    yield mostOf((count) => fill(unit, count));
    for (const filler of fillers) {
      const rest = (count: number): string => fill(filler, size - count * unit.length);
      yield mostOf((count) =>
        fillers.indexOf(filler) % 2 ? rest(count) + unit.repeat(count) : unit.repeat(count) + rest(count),
      );
    }
    for (const start of starts) yield mostOf((count) => start + unit.repeat(count));
  }
  for (const columns of [2, 10, 50, 200]) {
    const head = `${'|'.repeat(columns + 1)}\n${'|-'.repeat(columns)}|\n`;
    yield mostOf((count) => head + '|\n'.repeat(count));
  }
  const random = createRandom(7);
  for (let n = 0; n < 60; n++) {
    const unit = Array.from({ length: 4 }, () => pick(random, n % 2 ? units : [...units, ...fillers])).join('');
    yield mostOf((count) => unit.repeat(count));
    yield mostOf((count) => unit.repeat(count) + fill(pick(random, fillers) ?? 'a', size - count * unit.length));
  }
}

/** The least of a few times, which is what the body takes when nothing else is going on. */
function cost(body: string): number {
  let least = Infinity;
  for (let n = 0; n < 10 && least > limitMs / 2; n++) {
    const before = performance.now();
    renderMarkdown(body);
    least = Math.min(least, performance.now() - before);
  }
  return least;
}

describe('the cost of Markdown', () => {
  it('is at most 50 ms for any body that passes the guard', () => {
    let worst = { ms: 0, body: '' };
    let count = 0;
    for (const body of worstBodies()) {
      const ms = cost(body);
      count += 1;
      if (ms > worst.ms) worst = { ms, body };
    }
    expect(count).to.be.above(400);
    expect(worst.ms, `${worst.body.slice(0, 60)} … ${worst.body.slice(-60)}`).to.be.at.most(limitMs);
  }).timeout(60_000);

  it('is next to nothing for a body that does not', () => {
    for (const unit of ['*a_', '>', '- a ', '`a', 'a\n-|-\n', '~a@*"'])
      expect(cost(`${fill(unit, size - 1)}x`), unit).to.be.at.most(limitMs);
  });
});
