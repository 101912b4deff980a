// Writes planned discussions through a Storage. Every post is one commit with an op of its own, so that a second run,
// or one after an interruption, writes only what is missing.
import { nextHead } from '../../room/history.ts';
import type { About, Decision, Outcome, Standing, Storage } from '../../room/storage.ts';
import type { PlannedPost, PlannedRoom } from './plan.ts';
import type { Report } from './report.ts';

/** Commits under way at once: a storage may make them durable together. */
const waveLength = 200;

/** The key of a discussion's room: unique over all sites. */
export function roomKey(site: string, discussion: string): string {
  return `${site}:${discussion}`;
}

/** True for a record that says nothing yet. */
function isEmpty(about: About): boolean {
  return Object.values(about).every((value) => value === null);
}

function decideFor(planned: PlannedPost, room: PlannedRoom): (standing: Standing) => Decision {
  return (standing) => {
    const parent = planned.post.parentId === null ? undefined : standing.found.get(planned.post.parentId);
    // A parent that waits here for a facilitator since an earlier run: its reply waits with it.
    const waits = parent !== undefined && !parent.published && planned.post.state === 'shown';
    const order = Math.max(standing.order + 1, planned.post.order);
    const post = { ...planned.post, order, ...(waits && ({ state: 'held', published: false } as const)) };
    const stored = { post, about: isEmpty(standing.about) && !isEmpty(room.about) ? room.about : null };
    return { head: nextHead(standing.head, planned.op, stored), order, ...stored };
  };
}

function tell(report: Report, { post, print, sourceId }: PlannedPost, outcome: Outcome): void {
  report.wrote(outcome.kind === 'applied');
  if (outcome.kind === 'known') {
    if (print !== null && outcome.print !== print)
      report.change('changed since an earlier import, left as it is here', sourceId);
  } else if (outcome.decision.post?.state !== post.state)
    report.change('held, since what it answers is held here', sourceId);
}

/** Writes what is missing of these discussions of a site; the report hears what became of every post. */
export async function writeRooms(
  storage: Storage,
  site: string,
  rooms: readonly PlannedRoom[],
  report: Report,
): Promise<void> {
  for (const room of rooms) {
    let wave: PlannedPost[] = [];
    const finish = async (): Promise<void> => {
      const posts = wave;
      wave = [];
      const outcomes = await Promise.all(
        posts.map((planned) => {
          const { op, print, post } = planned;
          const reads = post.parentId === null ? [] : [post.parentId];
          const attempt = { room: roomKey(site, room.discussion), op, by: post.author.id, print: print ?? '', reads };
          return storage.commit(attempt, decideFor(planned, room));
        }),
      );
      outcomes.forEach((outcome, index) => {
        const planned = posts[index];
        if (planned !== undefined) tell(report, planned, outcome);
      });
    };
    for (const planned of room.posts) {
      // A reply is sent only after its parent is known to be stored.
      if (wave.length >= waveLength || wave.some(({ post }) => post.id === planned.post.parentId)) await finish();
      wave.push(planned);
    }
    await finish();
  }
}
