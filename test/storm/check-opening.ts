// Looks for what stays out of sight though its reader has opened it by an answer, at clients whose line was whole meanwhile.
import type { Person } from '../../src/model/post.ts';
import { isLate } from './check-hiding.ts';
import { sightsOf } from './check-order.ts';
import type { Case, Report } from './checker.ts';
import { openedBy } from './history-model.ts';
import { erasOf } from './record-model.ts';

/** Posts that somebody's own act brought into their view for good, and the op that did. */
function openedFor({ history, rows }: Case, viewer: Person): readonly { readonly id: string; readonly op: string }[] {
  const opened = openedBy(history, viewer);
  const eras = erasOf(history.records, viewer, opened);
  return [...new Set(opened.values())].flatMap((point) => {
    const op = rows.commits[point - 1]?.op;
    const place = eras.findIndex(({ from }) => from === point);
    if (op === undefined || place < 1) return [];
    const views = eras.slice(place - 1).map((era, more, since) => ({
      ...{ absent: sightsOf(history, viewer, era).absent, from: Math.max(era.from, more === 0 ? point - 1 : point) },
      to: (since[more + 1]?.from ?? history.length + 1) - 1,
    }));
    const isAway = (id: string, { absent, from, to }: (typeof views)[number]): boolean =>
      absent.get(id)?.some(([first, last]) => first <= to && last >= from) === true;
    const [before, ...since] = views;
    const ids = [...history.posts.keys()].filter((id) => before !== undefined && isAway(id, before));
    return ids.filter((id) => !since.some((view) => isAway(id, view))).map((id) => ({ id, op }));
  });
}

/** I11: what an answer opened to its author comes without being waited for. */
export function inspectOpening(found: Case, report: Report): void {
  const { clients, ended, history, lostHistories } = found;
  if (history.records.length === 1) return;
  const endOf = new Map(ended.flatMap(({ op, at, refusal }) => (refusal === null ? [[op, at] as const] : [])));
  /** Before that there was another history. */
  const begunAt = Math.max(0, ...lostHistories.map(({ at }) => at));
  for (const client of clients) {
    const me = client.shown.at(-1)?.me ?? null;
    if (me === null || !client.isWhole) continue;
    for (const { id, op } of openedFor(found, me)) {
      const at = Math.max(begunAt, endOf.get(op) ?? Infinity);
      for (const [place, screen] of client.shown.entries()) {
        const until = client.shown[place + 1]?.at ?? Infinity;
        if (screen.me?.id === me.id && !screen.posts.has(id) && isLate(client, screen, at, until))
          report('I11', `${client.name} does not see ${id} until ${until}, which ${op} opened at ${at}`);
      }
    }
  }
}
