// Rules A95–A99: the index of a site's discussions, as each person may see it.
import { demand, demandSame } from '../../model/demand.ts';
import { indexLists, type IndexEntry, type IndexPage, type IndexQuery } from '../../model/discussion-index.ts';
import type { CreateCommand } from '../../model/post.ts';
import { demandRefusal } from './demand-refusal.ts';
import { afterTen, answer, arrange, promptOf, reachPrompt, tenWords, writeAs } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, create, fay, gil, hide, read, remove, write, type Scene } from './scene.ts';
import type { Witness } from './witness.ts';

/** Asks for an index; the adapter must have one. */
async function look({ adapter }: Pick<Witness, 'adapter'>, query: Partial<IndexQuery>): Promise<IndexPage> {
  demand(adapter.index !== undefined, 'an adapter with the capability `index` to have index()');
  return adapter.index({ list: 'all', under: '', after: null, ...query });
}

async function entryOf(witness: Witness, discussion: string): Promise<IndexEntry | undefined> {
  return (await look(witness, { under: discussion })).entries.find((entry) => entry.discussion === discussion);
}

/** What an entry counts, without what is of the moment. */
const figuresOf = (entry: IndexEntry | undefined) =>
  entry && [entry.posts, entry.fresh, entry.unanswered, entry.replies, entry.isMine];

const none = { count: 0, first: null };
const some = (count: number, first: string) => ({ count, first });

/** A first post that tells of a page. */
const beside = (url: string, title: string): CreateCommand => ({ ...create('words'), page: { url, title } });

function ownPage({ bench }: Scene, path: string): string {
  demand(bench.origin !== undefined, 'a bench whose adapter has an index to say the origin of its pages');
  return bench.origin + path;
}

/** The index of a site's discussions. */
export const indexRules = [
  adapterRule(
    'A95',
    'index() answers what this person finds in each discussion: how many posts they see and when the newest was written, how many of others they have not read, how many nobody has answered, and answers to their own; each with the post to go to first.',
    ['index', 'marks'],
    async ({ discussion, join, again }) => {
      const reader = await join(ada);
      const writer = await join(bo);
      demandSame(await entryOf(reader, discussion), undefined, 'the entry of a discussion that nobody wrote to');
      const question = await write(reader, 'a question');
      const other = await write(writer, 'another');
      const reply = await write(writer, 'an answer', question);
      const found = await entryOf(reader, discussion);
      demandSame(figuresOf(found), [3, some(2, other), some(1, other), some(1, reply), true], 'what Ada finds');
      demandSame(found?.latestAt, (await reader.post(reply)).createdAt, 'when the newest was written');
      const bos = await entryOf(writer, discussion);
      demandSame(figuresOf(bos), [3, some(1, question), some(1, other), none, true], 'what Bo finds');
      await carryOut(reader, read(reply));
      const later = await entryOf(await again(reader), discussion);
      demandSame(figuresOf(later), [3, some(1, other), some(1, other), none, true], 'what Ada finds once she has read');
      const third = await entryOf(await join(fay), discussion);
      demandSame(figuresOf(third), [3, some(3, question), some(1, other), none, false], 'what Fay finds');
      demandSame((await look(reader, { under: discussion })).me?.id, reader.me?.id, 'whose index it is');
    },
  ),
  adapterRule(
    'A96',
    'What somebody may not see is in no entry: it counts for nothing, has no time, and where it is all there is, the discussion is not listed.',
    ['index', 'moderate', 'desk', 'gates'],
    async ({ discussion, join, again }) => {
      const [reader, writer, staff, guest] = [await join(ada), await join(bo), await join(fay), await join(gil)];
      const open = await write(writer, 'open');
      await carryOut(staff, arrange(promptOf('p', afterTen)));
      const before = await entryOf(reader, discussion);
      demandSame(before?.posts, 1, 'what is there');
      await reachPrompt(writer, 'p');
      const behind = await writeAs(writer, answer('p', tenWords));
      await writeAs(staff, { ...create('privately', open), isPrivate: true });
      await write(guest, 'held', null);
      const hidden = await write(writer, 'hidden');
      await carryOut(staff, hide(hidden, 'a reason'));
      const gone = await write(writer, 'gone');
      await carryOut(writer, remove(gone));
      demandSame(await entryOf(reader, discussion), before, 'the entry, all else being hidden');
      const whole = await entryOf(staff, discussion);
      demandSame(whole?.posts, 5, 'the posts that a facilitator finds');
      demandSame((await entryOf(guest, discussion))?.posts, 2, 'the posts that the guest finds');
      await reachPrompt(reader, 'p');
      await writeAs(reader, answer('p', `${tenWords} Then we compare.`));
      const after = await entryOf(reader, discussion);
      demandSame([after?.posts, after?.fresh.count], [3, 2], 'what there is once the gate is open');
      demand(after?.fresh.first === open || after?.fresh.first === behind, 'a post that is shown to come first');
      const elsewhere = `${discussion}/held`;
      await write(await again(guest, elsewhere), 'held');
      demandSame(await entryOf(reader, elsewhere), undefined, 'the entry of a discussion where all is held');
      demandSame((await entryOf(staff, elsewhere))?.posts, 1, 'its posts for a facilitator');
    },
  ),
  adapterRule(
    'A97',
    'A discussion stands beside the page that the first member who wrote told of, or a facilitator later, if it is one of the site’s own; where its id is the address of a page, beside that one. What guests tell, and pages elsewhere, change nothing, and refuse no post.',
    ['index', 'guests', 'moderate'],
    async (scene) => {
      const { discussion, join, again } = scene;
      const [reader, writer, staff] = [await join(ada), await join(bo), await join(fay)];
      const page = ownPage(scene, '/lesson');
      const whereOf = async (where = discussion) => {
        const { title, url } = (await entryOf(reader, where)) ?? {};
        return [url, title];
      };
      await carryOut(await join(gil), beside(page, 'by a guest'));
      for (const url of ['https://elsewhere.example.org/', 'javascript:alert(1)', `${page}#part`, 'lesson'])
        await carryOut(writer, beside(url, 'elsewhere'));
      demandSame(await whereOf(), [null, null], 'where it stands, of what may not be told');
      await carryOut(writer, beside(page, 'A lesson'));
      demandSame(await whereOf(), [page, 'A lesson'], 'where it stands, as a member told');
      await carryOut(reader, beside(ownPage(scene, '/other'), 'Another'));
      demandSame(await whereOf(), [page, 'A lesson'], 'where it stands, once it is known');
      await carryOut(staff, beside(ownPage(scene, '/moved'), 'Moved'));
      demandSame(await whereOf(), [ownPage(scene, '/moved'), 'Moved'], 'where it stands, as a facilitator told');
      const byAddress = `/${discussion}`;
      const there = await again(writer, byAddress);
      await carryOut(there, beside(page, 'A lesson'));
      demandSame(await whereOf(byAddress), [null, null], 'where a discussion stands whose id is another address');
      await carryOut(there, beside(ownPage(scene, byAddress), 'Its own'));
      demandSame(await whereOf(byAddress), [ownPage(scene, byAddress), 'Its own'], 'where it stands, by its address');
    },
  ),
  adapterRule(
    'A98',
    'An index has the discussions whose ids begin as asked, the newest posts first, by lists of which each says how many it has; in parts, where every discussion comes once.',
    ['index', 'marks'],
    async ({ discussion, join, again }) => {
      const writer = await join(bo);
      const reader = await join(ada);
      const ids = Array.from({ length: 33 }, (_, place) => `${discussion}/${String(place + 10)}`);
      const first: string[] = [];
      const places = await Promise.all(ids.map((id) => again(writer, id)));
      for (const place of places) first.push(await write(place, 'words'));
      const [newest = '', second = ''] = ids.toReversed();
      await write(writer, 'not under it');
      const mine = await again(reader, newest);
      await write(mine, 'an answer', first.at(-1));
      await carryOut(await again(reader, second), read(first.at(-2) ?? ''));
      const under = `${discussion}/`;
      const { counts } = await look(reader, { under });
      demandSame(counts, { all: 33, new: 32, unanswered: 32, mine: 1 }, 'how many each list has');
      for (const list of indexLists) {
        const seen: IndexEntry[] = [];
        for (let after: string | null = null, parts = 0; parts === 0 || after !== null; parts++) {
          demand(parts < 33, 'parts that come to an end');
          const part = await look(reader, { list, under, after });
          seen.push(...part.entries);
          after = part.more;
        }
        const isIn = { all: () => true, new: (id: string) => id !== second, unanswered: (id: string) => id !== newest };
        const wanted = list === 'mine' ? [newest] : ids.filter(isIn[list]);
        demandSame(seen.map((entry) => entry.discussion).sort(), wanted, `the list ${list}`);
        const times = seen.map(({ latestAt }) => latestAt ?? '');
        demandSame(times, times.toSorted().toReversed(), `when the newest was written, in the list ${list}`);
      }
    },
  ),
  adapterRule(
    'A99',
    'index() rejects a question that is none with `invalid`, naming the field, and with `offline` where the authority is not reached.',
    ['index', 'cut'],
    async ({ bench }) => {
      const adapter = await bench.connect(ada);
      const of = { adapter };
      for (const [field, value] of [
        ['list', 'popular'],
        ['under', null],
        ['after', 'the next'],
        ['by', 'Bo'],
      ] as const)
        await demandRefusal(look(of, { [field]: value }), 'invalid', `an index with ${field}: ${value}`, field);
      await bench.cut?.(adapter);
      await demandRefusal(look(of, {}), 'offline', 'an index while cut');
    },
  ),
];
