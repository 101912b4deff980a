// Rules A61–A71: a long discussion in windows and pages. The law over them is in paging-law.ts.
import { limits } from '../../model/allow.ts';
import { demand, demandSame, inWords } from '../../model/demand.ts';
import { newOp } from '../../model/op.ts';
import type { Post, ThreadOrder, Window } from '../../model/post.ts';
import type { Somebody } from './bench.ts';
import { cut } from './connection.ts';
import { demandOfflineAtOnce, demandRefusal } from './demand-refusal.ts';
import { byId, pagesFrom, pageThrough, rootsOf, shownIn, threadsOf } from './pages.ts';
import { ada, adapterRule, bo, carryOut, comeOnline, edit, fay, gil, hide, show, write } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Holding, Witness } from './witness.ts';

const orders: readonly ThreadOrder[] = ['newest', 'oldest'];

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** Somebody new who holds no more than a window shows. */
async function joinLooking({ bench, open }: Scene, who: Somebody | null, window: Window): Promise<Witness> {
  const witness = open(await bench.connect(who));
  await comeOnline(witness);
  await witness.snapshot(window);
  return witness;
}

/** Two people and five threads of theirs; what was written last stands in the oldest ones. */
async function assemble({ join }: Scene) {
  const [writer, reader] = [await join(ada), await join(bo)];
  demandSame(writer.can.history, true, 'can.history');
  const roots: string[] = [];
  for (const name of ['one', 'two', 'three', 'four', 'five']) roots.push(await write(writer, name));
  for (const root of roots.slice(0, 4).toReversed()) {
    const reply = await write(reader, 'a reply', root);
    await write(writer, 'a reply to the reply', reply);
    await write(writer, 'another reply', root);
  }
  return { writer, reader, roots, view: await reader.snapshot() };
}

/** A long discussion in windows and pages. */
export const pagingRules = [
  adapterRule(
    'A61',
    'With a window, sync(null) answers the first so many threads, whole, newest or oldest first by their first posts; the record of the discussion; and `more`, null where no thread comes after.',
    ['history'],
    async (scene) => {
      const empty = await (await scene.join(ada)).sync(null, { threads: 1, order: 'newest' });
      demandSame([empty.from, empty.posts, empty.more], [null, [], null], 'a discussion that nobody wrote to');
      const { reader, view } = await assemble(scene);
      for (const order of orders)
        for (const threads of [1, 2, 4, 5, limits.windowThreads]) {
          const { from, to, room, posts, more } = await reader.sync(null, { threads, order });
          demandSame({ from, to, room }, { from: null, to: view.cursor, room: view.room }, 'from, to and room');
          demandSame(posts, shownIn(view, { threads, order }), `the posts of the ${threads} ${order} threads`);
          const isMeant = threads < 5 ? typeof more === 'string' && more !== '' : more === null;
          demand(
            isMeant,
            `${threads < 5 ? 'a text' : 'null'} as \`more\` of ${threads} threads, found ${inWords(more)}`,
          );
        }
    },
  ),
  adapterRule(
    'A62',
    'Without a window, sync(null) answers everything and no `more`, whatever was asked before.',
    ['history'],
    async (scene) => {
      const { view } = await assemble(scene);
      const witness = await joinLooking(scene, bo, { threads: 1, order: 'newest' });
      const { posts, more } = await witness.sync(null);
      demandSame([posts.length, more ?? null], [view.posts.size, null], 'the number of posts, and `more`');
    },
  ),
  adapterRule(
    'A63',
    'A window and the pages after it are together the whole view: each thread is in one of them only, whole and in the order asked for; none holds more threads than asked for, and none is empty.',
    ['history'],
    async (scene) => {
      const { reader, view } = await assemble(scene);
      const whole = threadsOf(view.posts.values());
      for (const order of orders)
        for (const threads of [1, 2, 3]) {
          const parts = await pageThrough(reader, { threads, order });
          const roots = parts.map((posts) => rootsOf(posts, order));
          demandSame(roots.flat(), rootsOf(view.posts.values(), order), `the ${order} threads in parts of ${threads}`);
          for (const [place, posts] of parts.entries()) {
            const count = roots[place]?.length ?? 0;
            demand(count > 0 && count <= threads, `1 to ${threads} threads, found ${count}`);
            for (const [root, ids] of threadsOf(posts)) demandSame(ids, whole.get(root), 'the ids of a thread');
          }
          demandSame(byId(parts.flat()), byId(view.posts.values()), 'the posts');
        }
    },
  ),
  adapterRule(
    'A64',
    'A page names the cursor it was taken at: the one of the window where nothing happened meanwhile, and the newest one otherwise.',
    ['history'],
    async (scene) => {
      const { writer, reader } = await assemble(scene);
      const { to, more } = await reader.sync(null, { threads: 1, order: 'newest' });
      for (const page of await pagesFrom(reader, more ?? null)) demandSame(page.at, to, 'at, where nothing happened');
      await write(writer, 'six');
      const { at } = await reader.older(more ?? '');
      demandSame(
        [at, at === to],
        [(await reader.sync(null)).to, false],
        'at, after a post, and whether it is as before',
      );
    },
  ),
  adapterRule(
    'A65',
    'From a cursor it knows, a sync with a window answers the changes since, as without one; from one it does not know, the window.',
    ['history'],
    async (scene) => {
      const { writer, reader, roots, view } = await assemble(scene);
      await write(writer, 'six');
      await write(writer, 'a late reply', roots[0] ?? null);
      const window: Window = { threads: 1, order: 'newest' };
      const { from, to, posts } = await reader.sync(view.cursor, window);
      const plain = await reader.sync(view.cursor);
      const expected = { from: view.cursor, to: plain.to, posts: plain.posts };
      demandSame({ from, to, posts }, expected, 'from, to and posts');
      const anew = await reader.sync('never given', window);
      const first = await reader.sync(null, window);
      demandSame(
        [anew.from, anew.posts, anew.more],
        [null, first.posts, first.more],
        'the answer to an unknown cursor',
      );
    },
  ),
  adapterRule(
    'A66',
    'A change to a post that is on no page loaded yet is a change like others: it is heard, and a sync answers it, whole.',
    ['history'],
    async (scene) => {
      const { writer, roots } = await assemble(scene);
      const reader = await joinLooking(scene, bo, { threads: 1, order: 'newest' });
      const { cursor } = reader.holding;
      const [oldest = ''] = roots;
      const changed = [await write(writer, 'a late reply', oldest)];
      if (writer.can.edit === true) changed.unshift((await carryOut(writer, edit(oldest, 'one, changed'))).id);
      await reader.reach('what is on no page yet', ({ posts }) => changed.every((id) => posts.has(id)));
      const expected: Post[] = [];
      for (const id of changed) {
        const { earlier: _, ...post } = await writer.post(id); // earlier bodies are its author's alone
        expected.push(post);
      }
      demandSame((await reader.sync(cursor)).posts, expected, 'what a sync answers');
      for (const entry of expected) demandSame(reader.holding.posts.get(entry.id), entry, 'what is held');
    },
  ),
  adapterRule(
    'A67',
    'With `with`, the thread of that post comes along, whole, wherever it stands; the other threads and `more` stay as they are. A post that is not there, or is not seen, brings nothing.',
    ['history'],
    async (scene) => {
      const { reader, view } = await assemble(scene);
      const waiting = reader.can.moderate === true ? [await write(await scene.join(gil), 'waiting words')] : [];
      const threads = threadsOf(view.posts.values());
      for (const order of orders) {
        const window: Window = { threads: 2, order };
        const plain = await reader.sync(null, window);
        for (const ids of threads.values())
          for (const id of [ids[0] ?? '', ids.at(-1) ?? '']) {
            const answer = await reader.sync(null, { ...window, with: id });
            const held = new Set([...plain.posts.map((entry) => entry.id), ...ids]);
            const expected = [...view.posts.values()].filter((entry) => held.has(entry.id));
            demandSame(byId(answer.posts), byId(expected), 'the posts, with another thread');
            demandSame(answer.more, plain.more, '`more`');
          }
        for (const id of [...waiting, newOp(), '', '__proto__', 'x'.repeat(1_000)])
          demandSame(await reader.sync(null, { ...window, with: id }), plain, 'the answer with no post');
      }
    },
  ),
  adapterRule(
    'A68',
    `A window of other than 1 to ${limits.windowThreads} whole threads, of another order, or with what is no text is refused with \`invalid\` of the field \`threads\`, \`order\` or \`with\`; a \`more\` that this discussion never gave, though another did, with \`invalid\` of the field \`more\`.`,
    ['history'],
    async (scene) => {
      const { reader } = await assemble(scene);
      const good = { threads: 1, order: 'newest' };
      const wrong: readonly (readonly [field: string, value: unknown])[] = [
        ...[0, -1, 1.5, limits.windowThreads + 1, 2 ** 60, '1', [1], null].map((value) => ['threads', value] as const),
        ...['', 'best', 'NEWEST', '__proto__', 1, ['newest'], null].map((value) => ['order', value] as const),
        ...[1, ['x'], {}, null].map((value) => ['with', value] as const),
      ];
      for (const [field, value] of wrong) {
        const window = { ...good, [field]: value } as Window;
        await demandRefusal(reader.session.sync(null, window), 'invalid', `the window ${inWords(window)}`, field);
      }
      const { more } = await reader.sync(null, good as Window);
      for (const never of ['', 'never given', '__proto__', `${more} `, `x${more}`, `${more}x`, 'x'.repeat(1_000)])
        await demandRefusal(reader.older(never), 'invalid', `the page after ${inWords(never)}`, 'more');
      const elsewhere = await scene.join(ada, `${scene.discussion}/another`);
      for (const name of ['one', 'two']) await write(elsewhere, name);
      const { more: foreign } = await elsewhere.sync(null, good as Window);
      demand(typeof foreign === 'string', `a text as \`more\` of another discussion, found ${inWords(foreign)}`);
      await demandRefusal(reader.older(foreign), 'invalid', 'the page that another discussion named', 'more');
    },
  ),
  adapterRule(
    'A69',
    'Threads of which a viewer sees nothing leave no trace in pages: they are not in them, do not count, leave no page empty, and no `more` where nothing else comes after.',
    ['history', 'moderate'],
    async ({ join }) => {
      const [guest, facilitator, member] = [await join(gil), await join(fay), await join(ada)];
      const seen: string[] = [];
      const writers = [...times(3, guest), member, guest, member, ...times(4, guest), member, ...times(2, guest)];
      for (const writer of writers) {
        const id = await write(writer, 'words');
        if (writer === member) seen.push(id);
      }
      for (const order of orders)
        for (const threads of [1, 2]) {
          const parts = await pageThrough(member, { threads, order });
          const expected = order === 'oldest' ? seen : seen.toReversed();
          const pairs = [expected.slice(0, threads), expected.slice(threads, 2 * threads), expected.slice(2 * threads)];
          demandSame(
            parts.map((posts) => rootsOf(posts, order)),
            pairs.filter((ids) => ids.length > 0),
            `the ${order} threads in parts of ${threads}`,
          );
          for (const person of [guest, facilitator])
            demandSame(
              (await pageThrough(person, { threads, order })).flat().length,
              13,
              'the posts with those waiting',
            );
        }
    },
  ),
  adapterRule(
    'A70',
    'Everybody pages through their own view; a `more` that somebody else was given shows no more of it.',
    ['history', 'moderate'],
    async ({ join }) => {
      const [guest, facilitator, member] = [await join(gil), await join(fay), await join(ada)];
      const people = [facilitator, guest, member, await join(bo), await join(null)];
      for (const name of ['one', 'two', 'three']) {
        await write(guest, `${name}, waiting`);
        await carryOut(facilitator, show(await write(guest, `${name}, approved`)));
        const hidden = await write(member, `${name}, to hide`);
        await write(facilitator, `${name}, a reply`, hidden);
        await carryOut(facilitator, hide(hidden, `${name}, a reason`));
      }
      const views = new Map<Witness, Holding['posts']>();
      for (const person of people) views.set(person, (await person.snapshot()).posts);
      const given: (string | null | undefined)[] = [];
      for (const [person, posts] of views)
        for (const order of orders) {
          const found = byId((await pageThrough(person, { threads: 2, order })).flat());
          demandSame(found, byId(posts.values()), `what ${person.me?.name ?? 'nobody'} finds in pages`);
          given.push((await person.sync(null, { threads: 1, order })).more);
        }
      for (const [person, posts] of views)
        for (const more of given) {
          const page = await person.older(more ?? '').catch(() => null);
          for (const entry of page?.posts ?? []) demandSame(entry, posts.get(entry.id), 'what is on a page');
        }
    },
  ),
  adapterRule(
    'A71',
    'While the session is not online, and after close(), older() rejects `offline` at once.',
    ['history', 'cut'],
    async (scene) => {
      await assemble(scene);
      const lost = await joinLooking(scene, bo, { threads: 1, order: 'newest' });
      const closed = await joinLooking(scene, ada, { threads: 1, order: 'newest' });
      const { more } = lost.holding;
      await cut(scene, lost);
      await demandOfflineAtOnce(lost.older(more ?? ''), 'a page while offline');
      closed.session.close();
      await demandOfflineAtOnce(closed.older(more ?? ''), 'a page after close()');
    },
  ),
];
