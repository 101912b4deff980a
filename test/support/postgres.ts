// A PostgreSQL of the machine's own binaries, thrown away afterwards: its data in a temporary folder, on a free port of
// this machine alone. Where there is no PostgreSQL the tests over it are left out, and it is said so.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newOp } from '../../src/model/op.ts';
import { endWithUs } from './end-with-us.ts';
import { freePort } from './program.ts';

/** A PostgreSQL that runs. */
export interface Postgres {
  /** Makes an empty database; its address. */
  createDatabase(): Promise<string>;
  /** Ends it at once, as a loss of power does; what it acknowledged is on the disk. */
  crash(): Promise<void>;
  /** The same in the middle of something: nothing else is done before it is gone. */
  crashNow(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends it and takes its data away. */
  remove(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs; null where there is none. */
function programs(): string | null {
  const found = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  return found.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** Whom it runs as: root may not, so that Debian's own user for it does. */
function owner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts one, or says what is left out and gives null. */
export async function startPostgres(leftOut: string): Promise<Postgres | null> {
  const bin = programs();
  if (bin === null) {
    console.log(`Left out: ${leftOut}. There is no PostgreSQL on this machine (Debian: apt-get install postgresql).`);
    return null;
  }
  const who = owner();
  const folder = mkdtempSync(join(tmpdir(), 'peer-discussion-postgres-'));
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['--pgdata', data, ...flags], { ...who, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const address = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let child: ChildProcess | null = null;
  let leave = (): void => {};

  async function start(): Promise<void> {
    const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'max_connections=60'];
    const running = spawn(join(bin ?? '', 'postgres'), ['-D', data, ...settings], {
      ...who,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = running;
    leave = endWithUs(() => running.kill('SIGQUIT'));
    await new Promise<void>((resolve, reject) => {
      let said = '';
      running.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('ready to accept connections')) resolve();
      });
      running.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = null;
    leave();
    if (running === null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  await start();
  return {
    async createDatabase() {
      const name = `test_${newOp().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    crash: () => end('SIGQUIT'),
    crashNow() {
      const ended = end('SIGQUIT');
      const isReady = `${join(bin, 'pg_isready')} -q -h 127.0.0.1 -p ${port}`;
      execFileSync('sh', ['-c', `while ${isReady}; [ $? -lt 2 ]; do sleep 0.01; done`]);
      return ended;
    },
    start,
    async remove() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
