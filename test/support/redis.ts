// A Redis of the machine's own binary, thrown away afterwards: nothing kept, on a free port of this machine alone. Where
// there is no Redis the tests over it are left out, and it is said so.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { endWithUs } from './end-with-us.ts';
import { freePort } from './program.ts';

/** A Redis that runs. */
export interface Redis {
  readonly url: string;
  readonly port: number;
  /** Ends it at once; everything in it is gone. */
  stop(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
}

/** Starts one, or says what is left out and gives null. */
export async function startRedis(leftOut: string): Promise<Redis | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    console.log(`Left out: ${leftOut}. There is no Redis on this machine (Debian: apt-get install redis-server).`);
    return null;
  }
  const port = await freePort();
  let child: ChildProcess | null = null;
  let leave = (): void => {};

  async function start(): Promise<void> {
    const words = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      tmpdir(),
    ];
    const running = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'ignore'] });
    child = running;
    leave = endWithUs(() => running.kill('SIGKILL'));
    await new Promise<void>((resolve, reject) => {
      let said = '';
      running.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Ready to accept connections')) resolve();
      });
      running.once('exit', () => reject(new Error(`Redis ended: ${said}`)));
    });
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    async stop() {
      const running = child;
      child = null;
      leave();
      if (running === null) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    },
  };
}
