// What the commands of the command line share: what they are given, which site they mean, and how they end.
import type { Storage } from '../room/storage.ts';
import { ImportError } from './import/import-error.ts';

/** What a command needs of the program that runs it. */
export interface CommandIo {
  readonly storage: Storage;
  /** Ids of the sites that there are; left out, any id will do. */
  readonly sites?: readonly string[];
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error. */
  err(text: string): void;
}

/** Ends a command with one sentence for whoever ran it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const fileFlaws: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'it may not be read or written',
};

/** The same work, with a failure of the file system said in a sentence that names the file. */
export async function withFile<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const flaw = fileFlaws[(thrown as NodeJS.ErrnoException).code ?? ''];
    if (flaw === undefined) throw thrown;
    throw new ImportError(file, null, flaw);
  }
}

/** Runs a command; its exit code is 1 where it failed, with one sentence said. */
export async function ended(io: CommandIo, command: () => Promise<void>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (thrown) {
    const sentence = thrown instanceof Error ? thrown.message : String(thrown);
    io.err(`${sentence.replace(/[.\n]*$/, '')}.\n`);
    return 1;
  }
}

/**
 * The site that a command names, or the only one there is.
 * @throws CommandError where there is none, or several
 */
export function siteOf(given: string | undefined, { sites }: CommandIo): string {
  const [first, other] = sites ?? [];
  if (given === undefined && first !== undefined && other === undefined) return first;
  if (given === undefined || given === '') throw new CommandError('Name the site: --site ID');
  if (sites !== undefined && !sites.includes(given))
    throw new CommandError(`There is no site "${given}"; there is: ${sites.join(', ')}`);
  return given;
}
