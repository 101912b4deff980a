// Makes a mistake in a copy of the project and storms it until something breaks.
import { fork } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project/sources.ts';
import { temporaryFolder } from '../support/server-bench.ts';
import type { Mutant } from './mutants.ts';
import { stormFlags, type Tally } from './tally.ts';

/** How a mistake was noticed. */
export interface Catch {
  /** Seeds it took; null where none of them showed it. */
  readonly seeds: number | null;
  /** The invariants that broke at the last of them. */
  readonly broken: readonly string[];
}

/** Copies what storms need, with the mistake in it. */
function copyWith({ name, edits = [] }: Mutant, folder: string): void {
  for (const part of ['src', 'test/storm', 'test/support', 'test/project'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, find, instead } of edits) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`«${name}» does not find its place in ${file}: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => instead),
    );
  }
}

/** Storms a mutant from the first seed on, until it is noticed or there are no more seeds. */
export async function catchMutant(mutant: Mutant, seeds: number): Promise<Catch> {
  const folder = temporaryFolder();
  try {
    copyWith(mutant, folder.path);
    const words = ['--stop', '--seeds', String(seeds), ...(mutant.flaws === undefined ? [] : ['--flaw', mutant.name])];
    const child = fork(join(folder.path, 'test/storm/run.ts'), words, {
      cwd: folder.path,
      execArgv: stormFlags,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => (complaint += data.toString()));
    const tally = await new Promise<Tally>((resolve, reject) => {
      child.once('message', (told) => resolve(told as Tally));
      child.once('close', () => reject(new Error(`«${mutant.name}» ended the storms: ${complaint}`)));
    });
    const names = tally.broken.map((one) => /^seed \d+: (I\d+(?: \w+)?)/.exec(one)?.[1] ?? one);
    return { seeds: names.length === 0 ? null : tally.seeds, broken: [...new Set(names)] };
  } finally {
    folder.remove();
  }
}
