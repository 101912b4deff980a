// The outbox by itself: what it keeps, how much, in whose hands, and what it does with what it cannot read.
import { expect } from 'chai';
import { DiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { CreateCommand, EditCommand, PostCommand } from '../../src/model/post.ts';
import { forgetCommands, keptCommands, type KeyValue } from '../../src/store/kept-commands.ts';
import { createOutbox, outboxCommands, outboxLength, type Locks, type Outbox } from '../../src/store/outbox.ts';
import { createKeyValue, settle } from '../support/fake-clock.ts';
import { createFakeLocks } from '../support/fake-locks.ts';
import { replace } from '../support/replace.ts';

const askedAt = '2026-01-05T09:00:00.000Z';
const create = (body: string, parentId: string | null = null): CreateCommand => ({
  type: 'create',
  op: newOp(),
  parentId,
  body,
});
const edit = (id: string, body: string): EditCommand => ({ type: 'edit', op: newOp(), id, body, revision: 1 });

function open(keyValue: KeyValue | null, locks: Locks | null = null, person = 'amina', discussion = 'd'): Outbox {
  const kept = keptCommands(keyValue, 'scope', person, discussion);
  return createOutbox({ kept, locks, onInherit: () => {} });
}
const textsOf = ({ entries }: Outbox): string[] =>
  entries.map(({ command }) => ('body' in command ? command.body : command.type));
const states = ({ entries }: Outbox): string[] => entries.map(({ state }) => state);
const added = (outbox: Outbox, ...commands: PostCommand[]): string[] =>
  commands.map((command) => {
    outbox.add(command, askedAt);
    return command.op;
  });

/** The refusal that adding this ends with. */
function refusal(outbox: Outbox, command: PostCommand): unknown {
  try {
    outbox.add(command, askedAt);
  } catch (thrown) {
    return thrown instanceof DiscussionError ? [thrown.code, thrown.field, thrown.flaw] : thrown;
  }
  return null;
}
const full = ['invalid', 'outbox', 'too-long'];

describe('the outbox', () => {
  it('is the same after a reload, first in first out, refused ones with their reason', () => {
    const keyValue = createKeyValue();
    const before = open(keyValue);
    const [first = ''] = added(before, create('one'), create('two'), create('three'));
    before.refuse(first, new DiscussionError('forbidden', 'no'));
    before.leave();
    const after = open(keyValue);
    expect([textsOf(after), states(after)]).to.deep.equal([
      ['one', 'two', 'three'],
      ['refused', 'waiting', 'waiting'],
    ]);
    expect(after.entries[0]?.error?.code).to.equal('forbidden');
    for (const { command } of after.entries) after.remove(command.op);
    expect(keyValue.all.size).to.equal(0);
  });

  it('belongs to one person in one discussion of one scope', () => {
    const keyValue = createKeyValue();
    added(open(keyValue), create('amina’s'));
    for (const other of [open(keyValue, null, 'jonas'), open(keyValue, null, 'amina', 'd","x')])
      expect(textsOf(other)).to.deep.equal([]);
  });

  it(`takes ${outboxCommands} commands and no more, nor more than ${outboxLength} characters, and loses none of them`, () => {
    const many = open(createKeyValue());
    for (let count = 0; count < outboxCommands; count++) many.add(create(`post ${count}`), askedAt);
    expect(refusal(many, create('one more'))).to.deep.equal(full);
    expect(many.entries).to.have.length(outboxCommands);
    const small: PostCommand = { type: 'remove', op: newOp(), id: newOp() };
    expect(refusal(many, small), 'what has no text').to.equal(null);
    many.remove(small.op);
    many.remove(many.entries[0]?.command.op ?? '');
    expect(refusal(many, create('one more'))).to.equal(null);

    const long = open(createKeyValue());
    for (let count = 0; count < outboxLength / 10_000; count++) long.add(create('x'.repeat(10_000)), askedAt);
    expect(refusal(long, create('x'))).to.deep.equal(full);
  });

  it('goes on in the page where the browser has no space, or forbids it', () => {
    const refused = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    for (const keyValue of [
      { ...createKeyValue(), setItem: refused },
      { ...createKeyValue(), setItem: refused, key: refused, getItem: refused, removeItem: refused },
    ]) {
      const outbox = open(keyValue);
      const [op = ''] = added(outbox, create('words'));
      expect(textsOf(outbox)).to.deep.equal(['words']);
      outbox.remove(op);
      expect(textsOf(outbox)).to.deep.equal([]);
    }
  });

  it('leaves what it cannot read where it is, says so once, and goes on with the rest', () => {
    const keyValue = createKeyValue();
    const [op = ''] = added(open(keyValue), create('good'));
    const good = [...keyValue.all.keys()][0] ?? '';
    const text = keyValue.all.get(good) ?? '';
    const broken = ['', '{', '[]', 'null', text.replace('"version":1', '"version":2'), text.replace('"create"', '"x"')];
    for (const [place, value] of broken.entries()) keyValue.setItem(good.replace(op, `broken-${place}`), value);
    const said: unknown[] = [];
    const restore = replace(console, 'warn', (words: unknown) => void said.push(words));
    const outbox = open(keyValue);
    added(outbox, create('more'));
    restore();
    expect(textsOf(outbox)).to.deep.equal(['good', 'more']);
    expect(said).to.have.length(broken.length);
    expect(keyValue.all.size).to.equal(broken.length + 2);
  });

  it('refuses what waits for a refused post along with it: replies and edits keep their text, removals go', () => {
    const keyValue = createKeyValue();
    const outbox = open(keyValue);
    const [parent = ''] = added(outbox, create('parent'));
    const [reply = ''] = added(outbox, create('reply', parent), create('elsewhere'));
    added(outbox, create('reply to the reply', reply), edit(parent, 'changed'), {
      type: 'remove',
      op: newOp(),
      id: reply,
    });
    outbox.refuse(parent, new DiscussionError('invalid', 'no', { field: 'body' }));
    const standing = outbox.entries.map(({ state, error }, place) => [textsOf(outbox)[place], state, error?.code]);
    expect(standing).to.deep.equal([
      ['parent', 'refused', 'invalid'],
      ['reply', 'refused', 'not-found'],
      ['elsewhere', 'waiting', undefined],
      ['reply to the reply', 'refused', 'not-found'],
      ['changed', 'refused', 'not-found'],
    ]);
    expect(textsOf(open(keyValue))).to.deep.equal(textsOf(outbox));
  });

  it('forgets a person in every discussion of a scope, or everybody but one', () => {
    for (const [whose, left] of [
      [{ of: 'amina' }, ['jonas d']],
      [{ but: 'amina' }, ['amina d', 'amina e']],
    ] as const) {
      const keyValue = createKeyValue();
      keyValue.setItem('another', 'of the page');
      for (const [person, discussion] of [
        ['amina', 'd'],
        ['amina', 'e'],
        ['jonas', 'd'],
      ] as const)
        added(open(keyValue, null, person, discussion), create(`${person} ${discussion}`));
      const elsewhere = keptCommands(keyValue, 'another scope', 'amina', 'd');
      createOutbox({ kept: elsewhere, locks: null, onInherit: () => {} }).add(create('elsewhere'), askedAt);
      forgetCommands(keyValue, 'scope', whose);
      const found = (['amina d', 'amina e', 'jonas d'] as const).filter(
        (name) => open(keyValue, null, ...(name.split(' ') as [string, string])).entries.length > 0,
      );
      expect(found).to.deep.equal(left);
      expect(elsewhere.read()).to.have.length(1);
      expect(keyValue.getItem('another')).to.equal('of the page');
    }
  });
});

describe('the outbox in several tabs', () => {
  it('is in the hands of the tab it was written in, and goes to another when that is closed or crashes', async () => {
    for (const end of ['leave', 'crash'] as const) {
      const keyValue = createKeyValue();
      const browser = createFakeLocks();
      const [here, there] = [browser.tab(), browser.tab()];
      const first = open(keyValue, here.locks);
      added(first, create('one'), create('two'));
      await settle();
      const second = open(keyValue, there.locks);
      added(second, create('three'));
      await settle();
      expect([textsOf(first), textsOf(second)]).to.deep.equal([['one', 'two'], ['three']]);
      if (end === 'leave') first.leave();
      else here.crash();
      await settle();
      expect(textsOf(second).toSorted()).to.deep.equal(['one', 'three', 'two']);
      for (const { command } of second.entries) second.remove(command.op);
      expect(keyValue.all.size).to.equal(0);
    }
  });

  it('goes to one of many who wait for it', async () => {
    const keyValue = createKeyValue();
    const browser = createFakeLocks();
    const first = open(keyValue, browser.tab().locks);
    added(first, create('one'), create('two'));
    const others = [1, 2, 3].map(() => open(keyValue, browser.tab().locks));
    await settle();
    first.leave();
    await settle();
    expect(others.flatMap(textsOf)).to.deep.equal(['one', 'two']);
  });
});
