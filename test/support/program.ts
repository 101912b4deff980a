// A program of the project as a process of its own, on a free port of this machine: started, killed, started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from '../project/sources.ts';

/** A port of this machine that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** How a program ended, and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
}

/** A program that runs. */
export interface Program {
  /** Its number among the processes of this machine. */
  readonly pid: number;
  /** Resolves once the program has printed this. */
  readonly printed: (text: string) => Promise<void>;
  readonly ended: Promise<Ending>;
  kill(signal: NodeJS.Signals): Promise<Ending>;
}

/** Runs a script of the project with Node. */
export function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  const watchers = new Set<() => void>();
  child.stdout?.on('data', (data: Buffer) => {
    printed += data.toString();
    for (const watch of watchers) watch();
  });
  child.stderr?.on('data', (data: Buffer) => {
    complained += data.toString();
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code) => resolve({ code, printed, complained }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (!printed.includes(text)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
        void ended.then(() => reject(new Error(`${script} ended without printing «${text}»: ${complained}`)));
      }),
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** The demo course on a port, with its data in a folder; resolves once it can be reached. */
export async function runDemo(port: number, data: string): Promise<Program> {
  const program = run('demo/server.mjs', ['--port', String(port), '--data', data]);
  await program.printed('The demo course is at');
  return program;
}
