// What an import tells whoever ran it: what was taken, what not and why. Counts everything, decides nothing.

/** Something worth saying about some comments, in words. */
interface Note {
  readonly reason: string;
  readonly ids: string[];
}

/** How many of a discussion's comments became what. */
export interface Tally {
  shown: number;
  held: number;
  /** Comments that are gone but whose replies need their place. */
  places: number;
  /** Further posts that hold the end of a long comment. */
  continuations: number;
  left: number;
}

/** What is known of one discussion. */
export interface RoomReport {
  /** What the discussion is called: its id, or the name of a page without one. */
  readonly discussion: string;
  readonly title: string | null;
  readonly tally: Tally;
}

/** The report of one import, as it grows. */
export interface Report {
  room(discussion: string, title: string | null): RoomReport;
  /** A comment that was left out. */
  leave(reason: string, id: string): void;
  /** A comment that was taken, but not as it was. */
  change(reason: string, id: string): void;
  /** Something about the file as a whole. */
  remark(sentence: string): void;
  /** What became of a post when it was written. */
  wrote(isNew: boolean): void;
  /** The report for a terminal. */
  toString(): string;
}

const width = 100;

function wrapped(ids: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const id of ids) {
    if (line !== '' && line.length + id.length + 2 > width) {
      lines.push(line);
      line = '';
    }
    line += (line === '' ? '      ' : ', ') + id;
  }
  return [...lines, line].join('\n');
}

function section(title: string, notes: ReadonlyMap<string, Note>): string[] {
  if (notes.size === 0) return [];
  const parts = [...notes.values()].flatMap(({ reason, ids }) => [`  ${reason}: ${ids.length}`, wrapped(ids)]);
  return ['', title, ...parts];
}

function add(notes: Map<string, Note>, reason: string, id: string): void {
  const note = notes.get(reason) ?? { reason, ids: [] };
  notes.set(reason, note);
  if (note.ids.at(-1) !== id) note.ids.push(id);
}

function taken({ shown, held, places, continuations }: Tally): string {
  const parts = [`${shown} shown`, `${held} held`];
  if (places > 0) parts.push(`${places} only as a place for replies`);
  if (continuations > 0) parts.push(`${continuations} continuations of long ones`);
  return parts.join(', ');
}

/** A report with nothing in it yet. */
export function createReport(heading: string): Report {
  const rooms: RoomReport[] = [];
  const left = new Map<string, Note>();
  const changed = new Map<string, Note>();
  const remarks: string[] = [];
  const total: Tally = { shown: 0, held: 0, places: 0, continuations: 0, left: 0 };
  let fresh = 0;
  let known = 0;

  return {
    room(discussion, title) {
      const room = { discussion, title, tally: { ...total } };
      rooms.push(room);
      return room;
    },
    leave: (reason, id) => add(left, reason, id),
    change: (reason, id) => add(changed, reason, id),
    remark: (sentence) => remarks.push(sentence),
    wrote(isNew) {
      if (isNew) fresh += 1;
      else known += 1;
    },
    toString() {
      const sum = { ...total };
      const lines = rooms.flatMap(({ discussion, title, tally }) => {
        for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
        const name = title === null ? discussion : `${discussion}  "${title}"`;
        return [`  ${name}`, `    taken: ${taken(tally)}; left out: ${tally.left}`];
      });
      const all = `  ${sum.shown + sum.held + sum.places} comments taken: ${taken(sum)}; left out: ${sum.left}`;
      return [
        heading,
        ...(lines.length > 0 ? ['', 'Discussions', ...lines] : []),
        ...['', 'Together', all, `  ${fresh} posts written, ${known} were there from an earlier run`],
        ...section('Left out', left),
        ...section('Taken with a change', changed),
        ...(remarks.length > 0 ? ['', 'About the file', ...remarks.map((sentence) => `  ${sentence}`)] : []),
        '',
      ].join('\n');
    },
  };
}
