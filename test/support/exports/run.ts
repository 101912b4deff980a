// Runs the import and export commands over a storage in memory, and keeps what they say.
import { fileURLToPath } from 'node:url';
import type { StoredPost } from '../../../src/model/post.ts';
import { createMemoryStorage } from '../../../src/room/memory-storage.ts';
import type { Storage } from '../../../src/room/storage.ts';
import { exportCommand, importCommand } from '../../../src/server/import/command.ts';

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A storage with the two commands before it. */
export interface Desk {
  readonly storage: Storage;
  import(...args: string[]): Promise<Said>;
  export(...args: string[]): Promise<Said>;
  /** Everything that is stored, in a form that compares. */
  everything(): Promise<string>;
  posts(discussion: string): Promise<readonly StoredPost[]>;
  /** The post that came from a comment: found by its text. */
  post(discussion: string, body: string): Promise<StoredPost>;
}

type Command = typeof importCommand;

/** The path of an export beside this file. */
export function exportFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** The site that a desk imports into. */
export const site = 'demo';

/** An empty desk, or one over a storage there is. */
export function createDesk(storage: Storage = createMemoryStorage()): Desk {
  const run = async (command: Command, args: string[]): Promise<Said> => {
    let out = '';
    let err = '';
    const io = { storage, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const code = await command([...args, '--site', site], io);
    return { code, out, err };
  };
  const posts = async (discussion: string): Promise<readonly StoredPost[]> =>
    (await storage.everything(`${site}:${discussion}`)).posts;
  return {
    storage,
    import: (...args) => run(importCommand, args),
    export: (...args) => run(exportCommand, args),
    async everything() {
      const rooms = await storage.rooms();
      return JSON.stringify(await Promise.all(rooms.map(async (key) => [key, await storage.everything(key)])));
    },
    posts,
    async post(discussion, body) {
      const found = (await posts(discussion)).find((post) => post.body === body);
      if (found === undefined) throw new Error(`no post "${body}" in ${discussion}`);
      return found;
    },
  };
}
