// The words `evidence` of the command line: evidence records for the sponsor, and whether a file of them says what the
// data says.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { checkDiscussionId } from '../model/allow.ts';
import { canonicalJson, evidenceFile } from '../model/evidence-file.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';
import { isIntact } from '../room/evidence.ts';
import { createRoom } from '../room/room.ts';
import { CommandError, ended, siteOf, withFile, type CommandIo } from './command-io.ts';
import { roomKey } from './import/import.ts';

/** How the command is written. */
export const usage = `  peer-discussion-server evidence --site ID --discussion ID [--person ID] [--format json|csv] [--out FILE] [--check FILE]
`;

const recordsForm = v.array(
  v.looseObject({
    ...{ hash: v.string(), head: v.string(), discussion: v.string() },
    person: v.string(),
    prompt: v.string(),
  }),
);
type Checked = v.InferOutput<typeof recordsForm>[number];

/** What the data says, for a file to be held against. */
interface Said {
  readonly discussion: string;
  readonly head: string;
  recordsOf(person: string): Promise<readonly EvidenceRecord[]>;
  /** Whether the discussion's history has this head. */
  isPast(head: string): Promise<boolean>;
}

async function readRecords(file: string): Promise<readonly Checked[]> {
  const text = await withFile(file, readFile(file, 'utf8'));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: this is not JSON`);
  }
  if (!v.is(recordsForm, data)) throw new CommandError(`${file}: these are no evidence records`);
  return data;
}

/** Compares a file with what the data says of the same people; a sentence where all is well. */
async function check(file: string, { discussion, head, recordsOf, isPast }: Said): Promise<string> {
  const data = await readRecords(file);
  const refuse = (flaw: string, records: readonly Checked[]): void => {
    if (records.length > 0)
      throw new CommandError(`${file}: ${flaw}: ${records.map(({ person }) => person).join(', ')}`);
  };
  refuse(
    'changed since they were written',
    data.filter((record) => !isIntact(record as unknown as EvidenceRecord)),
  );
  refuse(
    'of another discussion',
    data.filter((record) => record.discussion !== discussion),
  );
  const keyOf = ({ person, prompt }: Pick<Checked, 'person' | 'prompt'>): string => JSON.stringify([person, prompt]);
  const now = new Map<string, EvidenceRecord>();
  for (const person of new Set(data.map((record) => record.person)))
    for (const record of await recordsOf(person)) now.set(keyOf(record), record);
  const older = data.filter((record) => record.head !== (now.get(keyOf(record))?.head ?? head));
  const past = new Map<string, boolean>();
  for (const one of new Set(older.map((record) => record.head))) past.set(one, await isPast(one));
  refuse(
    'of a history that the data does not have',
    older.filter((record) => past.get(record.head) !== true),
  );
  refuse(
    'the data says otherwise of',
    data.filter((record) => !older.includes(record) && canonicalJson(now.get(keyOf(record))) !== canonicalJson(record)),
  );
  const rest = older.length === 0 ? '' : `; ${older.length} of another point of the history, whose hashes fit`;
  return `${file}: ${data.length - older.length} records say what the data says${rest}\n`;
}

/**
 * `evidence --site ID --discussion ID [--person ID] [--format json|csv] [--out FILE] [--check FILE]`: writes the evidence
 * records of a discussion, or compares a file of them with the data.
 * @param args the words after `evidence`
 * @returns the exit code
 */
export function evidenceCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return ended(io, async () => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ site: { type: 'string' }, discussion: { type: 'string' }, person: { type: 'string' } },
        ...{ format: { type: 'string', default: 'json' }, out: { type: 'string' }, check: { type: 'string' } },
      },
    });
    const { discussion, person, format, out } = values;
    if (discussion === undefined) throw new CommandError('Name the discussion: --discussion ID');
    if (format !== 'json' && format !== 'csv') throw new CommandError('The format is json or csv');
    checkDiscussionId(discussion);
    const site = siteOf(values.site, io);
    const { storage } = io;
    const key = roomKey(site, discussion);
    if (!(await storage.rooms()).includes(key))
      throw new CommandError(`The site "${site}" has no discussion "${discussion}"`);
    const operator = { id: '', name: '', role: 'facilitator' } as const;
    const room = createRoom({ key, discussion, guestPosts: 'none', storage });
    const recordsOf = (of: string | null): Promise<readonly EvidenceRecord[]> => room.evidence(operator, of);
    if (values.check !== undefined) {
      const isPast = async (head: string): Promise<boolean> => (await storage.since(key, head)) !== null;
      return io.out(await check(values.check, { discussion, head: await storage.head(key), recordsOf, isPast }));
    }
    const text = evidenceFile(await recordsOf(person ?? null), format);
    if (out === undefined) return io.out(text);
    await withFile(out, writeFile(out, text));
    io.err(`${out}: written\n`);
  });
}
