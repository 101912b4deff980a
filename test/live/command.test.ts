// The programs as an operator meets them: what is wrong is said in one sentence, and nothing is half done.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort, run, runDemo, type Ending } from '../support/program.ts';
import { site, temporaryFolder } from '../support/server-bench.ts';

const main = 'dist/server/main.js';

async function fails(
  script: string,
  args: readonly string[],
  sentence: RegExp,
  env?: NodeJS.ProcessEnv,
): Promise<void> {
  const { code, complained }: Ending = await run(script, args, env).ended;
  assert.equal(code, 1);
  assert.match(complained, sentence);
  assert.equal(complained.trim().split('\n').length, 1, complained);
}

function withConfig(content: unknown): { readonly file: string; readonly data: string; remove(): void } {
  const folder = temporaryFolder();
  const file = join(folder.path, 'peer-discussion.config.json');
  writeFileSync(file, JSON.stringify(content));
  return { file, data: join(folder.path, 'data'), remove: folder.remove };
}

test('a port in use is said in one sentence, by the server and by the demo', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const { file, data, remove } = withConfig({ sites: [site] });
  const metricsSentence = new RegExp(`^Port ${port} .* is in use: choose another with --metrics-port\\.\\n$`);
  const sentence = new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use: choose another with --port or PORT\\.\\n$`);
  await fails(main, ['--config', file, '--data', data, '--port', port], sentence);
  await fails(main, ['--config', file, '--data', data, '--port', '0', '--metrics-port', port], metricsSentence);
  await fails('demo/server.mjs', ['--data', data], sentence, { PORT: port });
  taken.close();
  remove();
});

test('a wrong configuration stops the start and names the field', async () => {
  const { file, data, remove } = withConfig({ sites: [{ ...site, key: 'short' }] });
  await fails(main, ['--config', file, '--data', data], /sites\[0\]\.key must have at least 32 characters\.\n$/);
  await fails(main, ['--config', `${file}.none`], /there is no such file/);
  await fails(main, ['--port', '70000'], /^70000 is not a port\.\n$/);
  await fails(main, ['--colour', 'red'], /--colour/);
  remove();
});

test('an export is imported, once, and comes out again byte for byte', async () => {
  const { file, data, remove } = withConfig({ sites: [site] });
  const common = ['--config', file, '--data', data];
  const archive = 'demo/imported/course-comments.wxr.xml';
  const first = await run(main, ['import', 'wordpress', archive, ...common]).ended;
  assert.equal(first.code, 0, first.complained);
  const exported = await run(main, ['export', '--discussion', '/lessons/imported', ...common]).ended;
  assert.equal(exported.code, 0, exported.complained);
  assert.equal((await run(main, ['import', 'wordpress', archive, ...common]).ended).code, 0);
  const again = await run(main, ['export', '--discussion', '/lessons/imported', ...common]).ended;
  assert.equal(again.printed, exported.printed);
  await fails(main, ['import', 'wordpress', 'README.md', ...common], /README\.md/);
  await fails(main, ['import', 'word', archive, ...common], /wordpress, disqus or json/);
  remove();
});

test('the demo takes its port and host from the environment, and stops when it is told to', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const demo = run('demo/server.mjs', ['--data', folder.path], { PORT: String(port), HOST: '127.0.0.1' });
  await demo.printed(`The demo course is at http://127.0.0.1:${port}/`);
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
  const hidden = [
    'server.mjs',
    'imported/course-comments.wxr.xml',
    'demo-key',
    '..%2fserver.mjs',
    'course/../server.mjs',
  ];
  for (const path of hidden) assert.equal((await fetch(`http://127.0.0.1:${port}/${path}`)).status, 404, path);
  assert.equal((await demo.kill('SIGTERM')).code, 0);
  const again = await runDemo(port, folder.path);
  assert.equal((await again.kill('SIGTERM')).code, 0);
  folder.remove();
});
