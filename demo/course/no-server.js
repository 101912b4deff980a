// Two people in one discussion, and no server: both panels hold an adapter over the same room in this page. Below them a
// discussion that this browser keeps, with a button that exports it.
import { localAdapter } from '/panel/local.js';
import { createMemoryBackend, memoryAdapter } from '/panel/memory.js';
import '/panel/peer-discussion.js';

const people = {
  amina: { id: 'amina', name: 'Amina Diallo', role: 'member' },
  jonas: { id: 'jonas', name: 'Jonas Weber', role: 'member' },
  rosa: { id: 'rosa', name: 'Rosa Iglesias', role: 'facilitator' },
};

const backend = createMemoryBackend();

// What was said before you came. A post is named by its op, so a reply can name the post it answers.
const before = [
  {
    by: people.rosa,
    op: '6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7a01',
    parentId: null,
    body: 'Describe one member you welcomed this year who then went quiet, and **the last thing you know they did**. Then take a colleague’s case and ask about the step just before the silence.',
  },
  {
    by: people.amina,
    op: '6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7a02',
    parentId: '6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7a01',
    body: 'A young surveyor. Came to both introduction calls, asked good questions, and was never seen again. The last thing she did was download the mentoring form.',
  },
  {
    by: people.jonas,
    op: '6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7a03',
    parentId: '6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7a02',
    body: 'Did anybody write to her between the second call and the form? Ours has four pages, and the first one asks for a CV.',
  },
];

const discussion = '/no-server';
const room = backend.room(discussion);
for (const { by, ...post } of before) await room.submit(await room.lens(by), { type: 'create', ...post });

for (const panel of document.querySelectorAll(`peer-discussion[discussion="${discussion}"]`)) {
  panel.adapter = memoryAdapter({ me: people[panel.dataset.me], backend });
}

const kept = document.querySelector('peer-discussion[data-kept]');
const local = localAdapter({ me: people.jonas });
kept.adapter = local;
kept.querySelector('button').addEventListener('click', async () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([await local.exportDiscussion(kept.discussion)], { type: 'application/json' }),
  );
  link.download = 'discussion.json';
  link.click();
  URL.revokeObjectURL(link.href);
});
