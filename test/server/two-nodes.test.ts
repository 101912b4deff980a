// The example of two servers as it stands in its files, read by a YAML library: no container runs here. That its words
// start two servers is test/live/two-nodes.test.ts.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readConfig } from '../../src/server/config.ts';
import { root } from '../project/sources.ts';
import { site, temporaryFolder } from '../support/server-bench.ts';

interface Service {
  readonly image: string;
  readonly command?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly restart?: string;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = parse(read('demo/two-nodes/compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
/** Those that run the product. */
const ours = services.filter(([, { command = '' }]) => command.startsWith('node '));

test('whoever waits for a service waits for one that is there and can be what is waited for', () => {
  let waits = 0;
  for (const [name, { depends_on = {}, volumes = [] }] of services) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      const { healthcheck, restart } = compose.services[other] ?? {};
      const isMet = {
        service_healthy: healthcheck?.test !== undefined,
        service_completed_successfully: restart === 'no',
      };
      assert.equal(isMet[condition as keyof typeof isMet], true, `${name} waits for ${other} to be ${condition}`);
      waits++;
    }
    for (const volume of volumes)
      if (!volume.startsWith('.') && !volume.startsWith('/'))
        assert.ok(Object.hasOwn(compose.volumes, volume.split(':')[0] ?? ''), `${name} keeps ${volume}`);
  }
  assert.ok(waits >= 6);
});

test('every word of the environment is read, and names services and a database that are there', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'config.json');
  writeFileSync(file, JSON.stringify({ sites: [site] }));
  const { environment: database = {} } = compose.services['postgres'] ?? {};
  assert.equal(ours.length, 3);
  for (const [name, { environment = {} }] of ours) {
    const env = Object.fromEntries(
      Object.entries(environment).map(([variable, value]) => [variable, value.replace(/\$\{[^}]*\}/, 'secret')]),
    );
    const { storage, redis } = readConfig(file, env);
    assert.deepEqual(Object.values(env), [storage?.postgres, redis], name);
    for (const address of Object.values(env)) {
      const { hostname } = new URL(address);
      assert.ok(Object.hasOwn(compose.services, hostname), `${name} goes to ${hostname}`);
    }
    const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: db } = database;
    assert.equal(environment['PEER_DISCUSSION_POSTGRES'], `postgres://${user}:${password}@postgres:5432/${db}`);
  }
  folder.remove();
});

test('every command is one of the program that is mounted, with options that it knows', () => {
  const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
  const source = read('src/server/main.ts');
  for (const [name, { command = '', volumes = [] }] of ours) {
    const [, program, ...words] = command.split(' ');
    assert.equal(program, bin['peer-discussion-server'], name);
    assert.ok(volumes.includes('../../dist:/app/dist:ro'), name);
    for (const [place, word] of words.entries()) {
      if (word.startsWith('--')) assert.match(source, new RegExp(`\\b${word.slice(2)}'?: \\{ type: 'string'`), word);
      else if (place === 0) assert.ok(source.includes(`first === '${word}'`), word);
      else if (word.startsWith('/app/'))
        assert.ok(
          volumes.some((volume) => volume.split(':')[1] === word),
          word,
        );
    }
  }
});

test('the proxy goes to the servers, at their port, and asks for their health where they tell it', () => {
  const text = read('demo/two-nodes/Caddyfile');
  const upstreams = /reverse_proxy (.*) \{/.exec(text)?.[1]?.split(' ') ?? [];
  assert.equal(upstreams.length, 2);
  for (const upstream of upstreams) {
    const [name = '', port = ''] = upstream.split(':');
    assert.ok(compose.services[name]?.command?.endsWith(` --port ${port}`), upstream);
    assert.ok(compose.services[name]?.healthcheck?.test?.join(' ').includes(`:${port}/readyz`), upstream);
  }
  assert.match(text, /health_uri \/readyz\n/);
  assert.ok(read('src/server/server.ts').includes("app.get('/readyz'"));
});
