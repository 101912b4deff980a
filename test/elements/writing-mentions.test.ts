// Whom an @ may mean: where one is being written, who wrote here, and who fits.
import { expect } from 'chai';
import { authorsOf } from '../../src/elements/authors.ts';
import { mentionAt, suggest } from '../../src/elements/mentions.ts';
import type { Person, Post } from '../../src/model/post.ts';

const person = (name: string): Person => ({ id: name, name, role: 'member' });
const people = ['Mira Lind', 'Tom Okafor', 'Zoë Ángel', '田中 太郎'].map(person);

function post(author: string, order: number): Post {
  return {
    ...{ id: `${author} ${order}`, parentId: null, author: person(author), body: '', createdAt: '', editedAt: null },
    ...{ revision: 1, order, state: 'shown' },
  };
}

describe('mentions', () => {
  const begun: readonly (readonly [string, string | null])[] = [
    ['@', ''],
    ['Hello @mi', 'mi'],
    ['(@Mira Li', 'Mira Li'],
    ['one\n@to', 'to'],
    ['@Mira ', null],
    ['name@example.org', null],
    ['no', null],
    ['@one\ntwo', null],
    [`@${'x'.repeat(60)}`, null],
  ];
  for (const [text, query] of begun)
    it(`${JSON.stringify(text.slice(0, 20))}: ${String(query)}`, () => {
      expect(mentionAt(text, text.length)?.query ?? null).to.equal(query);
      if (query !== null) expect(mentionAt(text, text.length)?.start).to.equal(text.indexOf('@'));
    });

  const sought: readonly (readonly [string, string[]])[] = [
    ['', people.map(({ name }) => name)],
    ['mi', ['Mira Lind']],
    ['LI', ['Mira Lind']],
    ['mira l', ['Mira Lind']],
    ['zoe', ['Zoë Ángel']],
    ['angel', ['Zoë Ángel']],
    ['田', ['田中 太郎']],
    ['ind', []],
  ];
  for (const [query, names] of sought)
    it(`“${query}” may be ${names.join(', ') || 'nobody'}`, () =>
      expect(suggest(people, query).map(({ name }) => name)).to.deep.equal(names));

  it('whoever wrote last comes first, however much others wrote; oneself is not offered', () => {
    const posts = [post('Ana', 1), post('Ana', 2), post('Ana', 3), post('Tom', 4), post('Me', 5)];
    const removed = { id: 'x', parentId: null, removed: true } as const;
    expect(authorsOf([...posts, removed], person('Me')).map(({ name }) => name)).to.deep.equal(['Tom', 'Ana']);
  });
});
