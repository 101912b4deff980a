// The words `import` and `export` of the command line: read them, do the work, say in plain text how it went.
// Opening and closing the storage is left to the program.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkDiscussionId } from '../../model/allow.ts';
import { roomToJson } from '../../room/room-json.ts';
import { CommandError, ended, siteOf, withFile, type CommandIo } from '../command-io.ts';
import { readDisqus } from './disqus.ts';
import { roomKey, writeRooms } from './import.ts';
import { planImport, type PlannedRoom } from './plan.ts';
import { createReport, type Report } from './report.ts';
import { readRoomJson } from './room-json.ts';
import type { SourceExport } from './source.ts';
import { readWordpress } from './wordpress.ts';

/** How the two commands are written. */
export const usage = `  peer-discussion-server import wordpress|disqus|json FILE --site ID [--dry-run]
  peer-discussion-server export --site ID --discussion ID [--out FILE]
`;

const readers: Readonly<Record<string, (file: string) => Promise<SourceExport>>> = {
  wordpress: readWordpress,
  disqus: readDisqus,
};

/** Reads the whole file and plans all of it, before anything is written. */
async function planOf(kind: string, file: string, site: string, report: Report): Promise<readonly PlannedRoom[]> {
  if (kind === 'json') {
    const room = await withFile(file, readRoomJson(file));
    const { tally } = report.room(room.discussion, room.about.title);
    for (const { post } of room.posts)
      tally[post.state === 'removed' ? 'places' : post.state === 'shown' ? 'shown' : 'held'] += 1;
    return [room];
  }
  const read = readers[kind];
  if (read === undefined) throw new CommandError(`There is no import of "${kind}": it is wordpress, disqus or json`);
  return planImport(await withFile(file, read(file)), site, report);
}

/**
 * `import KIND FILE --site ID [--dry-run]`: brings discussions in.
 * @param args the words after `import`
 * @returns the exit code
 */
export function importCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return ended(io, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { site: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [kind, file, ...more] = positionals;
    if (kind === undefined || file === undefined || more.length > 0) throw new CommandError(`This is how:\n${usage}`);
    const site = siteOf(values.site, io);
    const report = createReport(`Import of ${file} (${kind}) into the site "${site}"`);
    const rooms = await planOf(kind, file, site, report);
    if (values['dry-run']) report.remark('Nothing was written: this was a dry run');
    else await writeRooms(io.storage, site, rooms, report);
    io.out(report.toString());
  });
}

/**
 * `export --site ID --discussion ID [--out FILE]`: writes a discussion as JSON, to the standard output or a file.
 * @param args the words after `export`
 * @returns the exit code
 */
export function exportCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return ended(io, async () => {
    const { values } = parseArgs({
      args: [...args],
      options: { site: { type: 'string' }, discussion: { type: 'string' }, out: { type: 'string' } },
    });
    const site = siteOf(values.site, io);
    const { discussion, out } = values;
    if (discussion === undefined) throw new CommandError('Name the discussion: --discussion ID');
    checkDiscussionId(discussion);
    const key = roomKey(site, discussion);
    if (!(await io.storage.rooms()).includes(key))
      throw new CommandError(`The site "${site}" has no discussion "${discussion}"`);
    const text = roomToJson(discussion, await io.storage.everything(key));
    if (out === undefined) return io.out(text);
    await withFile(out, writeFile(out, text));
    io.err(`${out}: written\n`);
  });
}
