// The rules of prompts and gates written a second time, in the fewest lines, for the checker: what a history made of the
// discussion's record, and which gates were shut to whom. In a storm no stage begins and no gate opens in the future.
import type { Discussion, Person } from '../../src/model/post.ts';
import type { Prompt, Stage } from '../../src/model/prompt.ts';
import type { Asked } from './evidence.ts';

/** Where a post stands. */
export interface Place {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
}

/** The discussion's record after a commit. */
export interface RecordVersion {
  /** How many commits of the history there were then. */
  readonly after: number;
  readonly prompts: ReadonlyMap<string, Prompt>;
  /** Where threads were moved to, by their first posts. */
  readonly moved: ReadonlyMap<string, Place>;
  readonly acts: number;
  /** A prompt and a person, of those whose work was attested. */
  readonly attested: ReadonlySet<string>;
}

/** Which gates were shut to one viewer from a point on, and which to everybody who had not opened them. */
export interface Era {
  readonly from: number;
  readonly closed: ReadonlySet<string>;
  readonly shut: ReadonlySet<string>;
  /** False for those whom no gate keeps out. */
  readonly isKeptOut: boolean;
}

/** A record that nobody has written to. */
export const emptyRecord: RecordVersion = {
  ...{ after: 0, prompts: new Map(), moved: new Map() },
  ...{ acts: 0, attested: new Set() },
};

/** Names the gate of a place. */
export const gateOf = ({ id, stage }: Pick<Place, 'id' | 'stage'>): string => `${id}/${stage}`;
const asksFirst = ({ gate }: Stage): boolean => gate.type === 'post-first';

/** The stage that a prompt is at: the last that has begun. */
export function stageOf({ stages }: Prompt): string {
  return (stages.findLast(({ from }) => from !== null) ?? stages[0])?.name ?? '';
}

/** What a command makes of a record. `inUse` are gates that posts stand behind, `place` is that of the post it is about. */
export function nextRecord(
  record: RecordVersion,
  { command }: Asked,
  after: number,
  inUse: ReadonlySet<string>,
  place: Place | null,
): RecordVersion {
  const next = { ...record, after, acts: record.acts + 1 };
  if (command.type === 'attest') {
    const attested = new Set(record.attested);
    const key = `${command.promptId} ${command.personId}`;
    if (command.isAttested) attested.add(key);
    else attested.delete(key);
    return { ...next, attested };
  }
  if (command.type === 'transfer') {
    const prompt = record.prompts.get(command.promptId);
    if (prompt === undefined || place === null) return next;
    const stage = prompt.stages.some(({ name }) => name === place.stage) ? place.stage : stageOf(prompt);
    return {
      ...next,
      moved: new Map([...record.moved, [command.id, { id: prompt.id, version: prompt.version, stage }]]),
    };
  }
  if (command.type !== 'arrange') return record;
  const { prompt } = command;
  const before = record.prompts.get(prompt.id);
  const isReopened = before?.state === 'closed' && prompt.state !== 'closed';
  const wasOpened = ({ name }: Stage): boolean =>
    inUse.has(gateOf({ id: prompt.id, stage: name })) &&
    before?.stages.some((stage) => stage.name === name && asksFirst(stage)) === true;
  const stages = prompt.stages.map((stage) =>
    isReopened && asksFirst(stage) && wasOpened(stage) ? { ...stage, gate: { type: 'open' } as const } : stage,
  );
  const version = (before?.version ?? 0) + 1;
  return { ...next, prompts: new Map([...record.prompts, [prompt.id, { ...prompt, stages, version }]]) };
}

/** The gates that are shut to whoever has not opened them. */
export function shutIn({ prompts }: RecordVersion): Set<string> {
  const shut = new Set<string>();
  for (const { id, state, stages } of prompts.values())
    for (const stage of state === 'draft' ? [] : stages) {
      const { gate, name } = stage;
      const isShut = gate.type === 'manual' ? !gate.isOpen : asksFirst(stage) && state !== 'closed';
      if (isShut) shut.add(gateOf({ id, stage: name }));
    }
  return shut;
}

const same = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));

/**
 * The eras of a viewer, the oldest first; a screen may still be of one that has passed.
 * @param opened when this viewer opened which gate, in commits
 */
export function erasOf(
  records: readonly RecordVersion[],
  viewer: Person | null,
  opened: ReadonlyMap<string, number>,
): readonly Era[] {
  const isKeptOut = viewer?.role !== 'facilitator' && viewer?.role !== 'expert';
  if (!isKeptOut || records.length === 1) return [{ from: 0, closed: new Set(), shut: new Set(), isKeptOut }];
  const eras: Era[] = [];
  const points = new Set([...records.map(({ after }) => after), ...opened.values()]);
  for (const from of [...points].sort((a, b) => a - b)) {
    const shut = shutIn(recordAt(records, from));
    const closed = new Set([...shut].filter((key) => (opened.get(key) ?? Infinity) > from));
    const last = eras.at(-1);
    if (last === undefined || !same(last.closed, closed) || !same(last.shut, shut))
      eras.push({ from, closed, shut, isKeptOut });
  }
  return eras;
}

/** The record at a point. */
export function recordAt(records: readonly RecordVersion[], point: number): RecordVersion {
  return records.findLast(({ after }) => after <= point) ?? emptyRecord;
}

/** What is closed to a viewer who still looks as in that era: nobody sees behind a gate that is new since. */
export function closedIn({ closed, shut, isKeptOut }: Era, record: RecordVersion): ReadonlySet<string> {
  if (!isKeptOut) return closed;
  const since = [...shutIn(record)].filter((key) => !shut.has(key));
  return since.length === 0 ? closed : new Set([...closed, ...since]);
}

type Told = readonly [string, number, string, string, string | null, string];
const tellStages = (stages: readonly Stage[]): string =>
  stages.map(({ name, gate, from }) => [name, gate.type, 'isOpen' in gate && gate.isOpen, from].join(' ')).join();
const print = (prompts: readonly Told[], acts: number): string => `record ${JSON.stringify([prompts, acts])}`;

/** What somebody sees of the record, as a text to compare. */
export function recordSight(
  { prompts, acts }: RecordVersion,
  viewer: Person | null,
  closed: ReadonlySet<string>,
): string {
  const isStaff = viewer?.role === 'facilitator';
  const told = [...prompts.values()]
    .filter(({ state }) => isStaff || state !== 'draft')
    .map(({ id, version, title, state, summary, stages }): Told => {
      const isKept = stages.some(({ name }) => closed.has(gateOf({ id, stage: name })));
      return [id, version, title, state, isKept ? null : summary, tellStages(stages)];
    });
  return print(told, isStaff ? acts : 0);
}

/** The same text, of what a client holds. */
export function recordPrint({ prompts = [], acts = [] }: Discussion): string {
  return print(
    prompts.map(({ id, version, title, state, summary, stages }) => [
      id,
      version,
      title,
      state,
      summary,
      tellStages(stages),
    ]),
    acts.length,
  );
}
