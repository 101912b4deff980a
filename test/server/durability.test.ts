// What was acknowledged is on the disk: between a post's arrival and its answer the kernel was made to write the log out.
// Seen from outside, by strace, since no test that only kills a process can notice the difference.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../project/sources.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const posts = 20;
const program = join(root, 'test/support/post-durably.ts');

/** True where one process may look at another's calls: some containers forbid it. */
function mayTrace(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '--version']).status === 0;
}

/** What was traced of a server that was posted to with this setting: `said` between posts, `sync` for each write-out. */
function trace(synchronous: 'FULL' | 'OFF'): string[] {
  const folder = temporaryFolder();
  const log = join(folder.path, 'trace');
  const traced = spawnSync(
    'strace',
    [
      ...['-f', '-qq', '-o', log, '-s', '200', '-e', 'trace=fsync,fdatasync,write,writev,sendto,sendmsg'],
      ...[process.execPath, '--import', 'tsx', program, join(folder.path, 'data'), synchronous, String(posts)],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(traced.status, 0, traced.stderr);
  const calls = readFileSync(log, 'utf8').split('\n');
  folder.remove();
  return calls.flatMap((call) => {
    if (/\b(fsync|fdatasync)\(|resumed.*\b(fsync|fdatasync)/.test(call)) return ['sync'];
    return [...call.matchAll(/post (\d+) (asked|acknowledged)/g)].map(([said]) => said);
  });
}

/** Posts between whose asking and answer nothing was written out. */
function unsynced(seen: readonly string[]): number[] {
  return Array.from({ length: posts }, (_, place) => place).filter((place) => {
    const asked = seen.indexOf(`post ${place} asked`);
    const answered = seen.indexOf(`post ${place} acknowledged`);
    assert.ok(asked >= 0 && answered > asked, `post ${place} was traced`);
    return !seen.slice(asked, answered).includes('sync');
  });
}

test('between a post and its acknowledgement the log is written out to the disk', (context) => {
  if (!mayTrace()) {
    context.diagnostic('left out: strace is not installed, or this container forbids one process to trace another');
    return;
  }
  assert.deepEqual(unsynced(trace('FULL')), []);
  assert.equal(unsynced(trace('OFF')).length, posts, 'and without the pragma this test would notice');
});
