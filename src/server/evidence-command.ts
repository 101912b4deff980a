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
  v.looseObject({ hash: v.string(), head: v.string(), person: v.string(), prompt: v.string() }),
);

/** Compares a file with what the data says; a sentence where all is well. */
async function check(file: string, now: readonly EvidenceRecord[]): Promise<string> {
  const text = await withFile(file, readFile(file, 'utf8'));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: this is not JSON`);
  }
  if (!v.is(recordsForm, data)) throw new CommandError(`${file}: these are no evidence records`);
  const keyOf = ({ person, prompt }: { person: string; prompt: string }): string => JSON.stringify([person, prompt]);
  const byKey = new Map(now.map((record) => [keyOf(record), record]));
  const changed = data.filter((record) => !isIntact(record as unknown as EvidenceRecord));
  const named = (records: typeof data): string => records.map(({ person }) => person).join(', ');
  if (changed.length > 0) throw new CommandError(`${file}: changed since they were written: ${named(changed)}`);
  const older = data.filter((record) => byKey.get(keyOf(record))?.head !== record.head);
  const other = data.filter(
    (one) => !older.includes(one) && canonicalJson(byKey.get(keyOf(one))) !== canonicalJson(one),
  );
  if (other.length > 0) throw new CommandError(`${file}: the data says otherwise of: ${named(other)}`);
  const same = data.length - older.length;
  const rest = older.length === 0 ? '' : `; ${older.length} of another point of the history, whose hashes fit`;
  return `${file}: ${same} records say what the data says${rest}\n`;
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
    const records = await room.evidence(operator, person ?? null);
    if (values.check !== undefined) return io.out(await check(values.check, records));
    const text = evidenceFile(records, format);
    if (out === undefined) return io.out(text);
    await withFile(out, writeFile(out, text));
    io.err(`${out}: written\n`);
  });
}
