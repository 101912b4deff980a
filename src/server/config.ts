// The configuration of a server, read from one file: which sites may use it, from where, and signed by which key.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be scheme://host[:port] and nothing more',
  ),
);

const site = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 of a-z, 0-9 and -')),
  origins: v.pipe(v.array(origin), v.minLength(1, 'must name at least one origin')),
  key: v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters')),
  guestPosts: v.optional(v.picklist(['none', 'held', 'shown'], 'must be none, held or shown'), 'held'),
  readers: v.optional(v.picklist(['anyone', 'members'], 'must be anyone or members'), 'anyone'),
  index: v.optional(v.picklist(['members', 'anyone', 'off'], 'must be members, anyone or off'), 'members'),
  indexPage: v.optional(
    v.strictObject({
      tokenUrl: v.pipe(v.string(), v.regex(/^\/(?!\/)[\w\-./?=%]*$/, 'must be a path on the server’s own origin')),
    }),
  ),
});

/** An address of these schemes; what is wrong with one is said without repeating it, since it may hold a password. */
const address = (...schemes: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    ),
  );

const fields = v.strictObject({
  storage: v.optional(v.strictObject({ postgres: address('postgres:', 'postgresql:') })),
  redis: v.optional(address('redis:', 'rediss:')),
  proxies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  sites: v.pipe(
    v.array(site),
    v.minLength(1, 'must name at least one site'),
    v.check((sites) => new Set(sites.map(({ id }) => id)).size === sites.length, 'must not name the same id twice'),
  ),
});

const config = v.pipe(
  fields,
  v.forward(
    v.check(
      ({ redis, storage }) => redis === undefined || storage !== undefined,
      'must stand beside storage.postgres: servers that tell each other of posts keep them in one place',
    ),
    ['redis'],
  ),
);

/** A site whose pages carry discussions. */
export type Site = v.InferOutput<typeof site>;

/** Everything a server must be told. */
export type Config = v.InferOutput<typeof config>;

/** `sites[0].key` out of a path of valibot's. */
function fieldName(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return path.replace(/^\./, '') || 'the file';
}

/** What is wrong, in the end of a sentence that begins with the field. */
function complaint(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'is missing';
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a setting this program knows';
  return issue.message.startsWith('must') ? issue.message : `must be ${issue.expected ?? 'of another form'}`;
}

/**
 * A configuration out of anything.
 * @param name what to call it in a complaint: the file
 * @throws Error with one sentence that names the field
 */
export function parseConfig(data: unknown, name: string): Config {
  const result = v.safeParse(config, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${name}: ${fieldName(issue)} ${complaint(issue)}.`);
}

/** The addresses that the environment gives take the place of the file's: they hold passwords. */
function withAddresses(data: unknown, env: NodeJS.ProcessEnv): unknown {
  const { PEER_DISCUSSION_POSTGRES: postgres, PEER_DISCUSSION_REDIS: redis } = env;
  if (typeof data !== 'object' || data === null) return data;
  return { ...data, ...(postgres && { storage: { postgres } }), ...(redis && { redis }) };
}

/**
 * Reads a configuration file, and PEER_DISCUSSION_POSTGRES and PEER_DISCUSSION_REDIS of the environment.
 * @throws Error with one sentence that names the file, and the field where it is one
 */
export function readConfig(file: string, env: NodeJS.ProcessEnv = process.env): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file}: there is no such file, or it cannot be read.`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    throw new Error(`${file}: is not JSON (${(thrown as Error).message}).`, { cause: thrown });
  }
  return parseConfig(withAddresses(data, env), file);
}
