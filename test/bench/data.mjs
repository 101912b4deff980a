// Discussions to measure with: seeded, so that the same size gives the same posts on any machine.
import { Marked } from 'marked';

const words = (
  'members ask what a colleague would try before the next session and why it worked when the room was quiet or full of ' +
  'people who had never met each other so we moved the chairs wrote one question on the wall and waited until somebody ' +
  'answered from practice rather than from the book which took longer than planned but changed how the whole group ' +
  'prepared its next meeting with less slides more time for cases and a short note at the end about who will do what'
).split(' ');
const names = [
  'Amina Diallo',
  'Jonas Weber',
  'Rosa Iglesias',
  'Noor Haddad',
  'Li Wei',
  'Tomás Silva',
  'Ada Novak',
  'Kofi Berg',
];

/** Numbers from 0 to 1 out of a seed (the generator "mulberry32"). */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function bodyOf(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const say = (count) => Array.from({ length: count }, () => pick(words)).join(' ');
  const blocks = [];
  let left = Math.round(20 * 18 ** (random() ** 1.7));
  while (left > 0) {
    const count = Math.max(6, Math.min(left, 12 + Math.floor(random() * 50)));
    const kind = random();
    if (kind < 0.62) blocks.push(`${say(count)}, **${say(2)}**, see [this](https://example.org/${pick(words)}).`);
    else if (kind < 0.78) blocks.push(Array.from({ length: 3 }, () => `- ${say(6)}`).join('\n'));
    else if (kind < 0.9)
      blocks.push(`\`\`\`js\nconst ${pick(words)} = ${pick(words)}(${Math.floor(random() * 99)});\n\`\`\``);
    else blocks.push(`> ${say(12)}`);
    left -= count;
  }
  return blocks.join('\n\n');
}

/** So many posts as the server would send them: three in ten begin a thread, depth up to six. */
export function posts(size) {
  const random = createRandom(size);
  const depths = [];
  return Array.from({ length: size }, (_, index) => {
    const parent = random() < 0.3 || index === 0 ? null : Math.floor(random() * index);
    const isReply = parent !== null && depths[parent] < 6;
    depths.push(isReply ? depths[parent] + 1 : 1);
    const name = names[Math.floor(random() * names.length)];
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      parentId: isReply ? `00000000-0000-4000-8000-${String(parent).padStart(12, '0')}` : null,
      author: { id: name, name, role: 'member' },
      body: bodyOf(random),
      createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
      editedAt: null,
      revision: 1,
      order: index + 1,
      state: 'shown',
    };
  });
}

/** The first look of a server: so many threads, the newest first, with what names the rest. */
export function window(all, threads) {
  const roots = all.filter(({ parentId }) => parentId === null);
  const chosen = new Set(roots.slice(-threads).map(({ id }) => id));
  const shown = all.filter(({ id, parentId }) => {
    if (parentId !== null && chosen.has(parentId)) chosen.add(id);
    return chosen.has(id);
  });
  return { posts: shown, more: roots.length > threads ? 'more' : null };
}

const markdown = new Marked({ gfm: true, breaks: true, renderer: { html: () => '' } });

/** One post as ready HTML: what a server that renders everything itself would send. */
export function htmlOf({ author, body, createdAt }) {
  return `<article><header><b>${author.name}</b> <time datetime="${createdAt}">${createdAt.slice(0, 16)}</time></header><div class="body">${markdown.parse(body)}</div><footer><button>Reply</button></footer></article>`;
}
