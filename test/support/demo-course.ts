// The demo course with its data in a folder of its own, and a browser to open its pages with: for all tests of one file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.ts';
import { freePort, runDemo, type Program } from './program.ts';
import { temporaryFolder } from './server-bench.ts';

/** A demo course. */
export interface DemoCourse {
  readonly browser: Browser;
  /** Its process. */
  readonly server: Program;
  /** @param path of a page, from the first slash on */
  address(path: string): string;
  /** The key that it signs people on with. */
  key(): string;
  /** Begins anew on the same data, after its process has ended. */
  restart(): Promise<void>;
}

/**
 * Begins a course before the first test of a file and ends it after the last; then it must have complained of nothing.
 * @param prepare done once it has begun, before the first test
 */
export function openCourse(prepare: (course: DemoCourse) => Promise<void> = async () => {}): DemoCourse {
  const folder = temporaryFolder();
  let browser: Browser | null = null;
  let server: Program | null = null;
  let port = 0;
  const there = <What>(what: What | null): What => what ?? assert.fail('before the first test nothing is there');
  const restart = async (): Promise<void> => void (server = await runDemo(port, folder.path));
  before(async () => {
    port = await freePort();
    await restart();
    browser = await launch();
    await prepare(course);
  });
  after(async () => {
    await browser?.close();
    const { complained } = await there(server).kill('SIGTERM');
    folder.remove();
    assert.equal(complained, '');
  });
  const course: DemoCourse = {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
    address: (path) => `http://127.0.0.1:${port}${path}`,
    key: () => readFileSync(join(folder.path, 'demo-key'), 'utf8'),
    restart,
  };
  return course;
}
