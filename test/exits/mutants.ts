// Leaks that people make, each made in a copy of the product: the measure of the examination.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project/sources.ts';
import { temporaryFolder } from '../support/server-bench.ts';

/** A leak: what stands in a file exactly once, and what to write instead. */
export interface Leak {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly instead: string;
}

/** The leaks. */
export const mutants: readonly Leak[] = [
  {
    name: 'live changes ignore the gate',
    file: 'src/server/fan-out.ts',
    find: 'changesFor(commit, now)',
    instead: 'changesFor(commit, { ...now, closed: [] })',
  },
  {
    name: 'what was never seen leaves a marker',
    file: 'src/model/view.ts',
    find: 'if (!isFull && isBehindGate(stored, lens)) return null;',
    instead: 'if (!isFull && isBehindGate(stored, lens)) return { id, parentId, removed: true };',
  },
  {
    name: 'an error says whose post it is',
    file: 'src/model/allow.ts',
    find: "throw new DiscussionError('not-found', 'there is no such post', {",
    instead: "throw new DiscussionError('not-found', `no post of ${subject?.author.name ?? 'anybody'}`, {",
  },
  {
    name: 'a private reply goes to everybody',
    file: 'src/model/view.ts',
    find: 'stored.isPrivate === true && (person === null || stored.answers !== person.id)',
    instead: 'false',
  },
  {
    name: 'everybody is shown earlier versions',
    file: 'src/model/view.ts',
    find: '...(isFull && earlier !== undefined',
    instead: '...(earlier !== undefined',
  },
  {
    name: 'everybody is shown who was asked to answer',
    file: 'src/model/view.ts',
    find: '...(isStaff && nudges !== undefined',
    instead: '...(nudges !== undefined',
  },
  {
    name: 'drafts of prompts are shown',
    file: 'src/model/view.ts',
    find: '.filter(({ state }) => isStaff || state !== ',
    instead: '.filter(({ state }) => isStaff || state as string !== "" || state !== ',
  },
  {
    name: 'a summary is shown before what it sums up',
    file: 'src/model/view.ts',
    find: 'const summary = isClosed ? null : prompt.summary;',
    instead: 'const summary = isClosed && prompt.summary === "" ? null : prompt.summary;',
  },
  {
    name: 'a record that changed is told through lenses from before',
    file: 'src/server/fan-out.ts',
    find: 'const now = renewed(key, lens);',
    instead: 'const now = lens;',
  },
  {
    name: 'a page tells the time of a post that is gone',
    file: 'src/room/windows.ts',
    find: 'if (isShown(last)) return last.order;',
    instead: 'if (last.order > 0) return last.order;',
  },
  {
    name: 'an index counts what stands behind a gate',
    file: 'src/model/discussion-index.ts',
    find: 'viewOf(posts, lens)',
    instead: 'viewOf(posts, { ...lens, closed: [] })',
  },
  {
    name: 'whoever knows an id can ask whether it is one',
    file: 'src/room/room.ts',
    find: 'command.ids.filter(isSeen)',
    instead: 'command.ids.filter((id) => isSeen(id) || id !== "")',
  },
  {
    name: 'whoever names somebody is given their evidence',
    file: 'src/room/evidence.ts',
    find: 'of !== null && of !== viewer.id',
    instead: "of === ''",
  },
];

/** Examines the product with this leak in it; true where it is noticed. */
export async function catchLeak({ name, file, find, instead }: Leak): Promise<boolean> {
  const folder = temporaryFolder();
  try {
    for (const part of ['src', 'test/exits', 'test/support', 'test/project'])
      cpSync(join(root, part), join(folder.path, part), { recursive: true });
    for (const one of ['package.json', 'tsconfig.json']) cpSync(join(root, one), join(folder.path, one));
    symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
    const path = join(folder.path, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`«${name}» does not find its place in ${file}: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => instead),
    );
    const words = ['--import', 'tsx', join(folder.path, 'test/exits/run.ts')];
    const child = spawn(process.execPath, words, { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (code !== 0 && !/^LEAK /m.test(said)) throw new Error(`«${name}» ended the examination: ${said.slice(-2_000)}`);
    return code !== 0;
  } finally {
    folder.remove();
  }
}
