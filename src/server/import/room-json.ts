// Reads one discussion as JSON, as src/room/room-json.ts writes it. An export that is imported and exported again is
// the same byte for byte; what no room of ours would have written is refused.
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { checkBody, checkDiscussionId } from '../../model/allow.ts';
import { DiscussionError } from '../../model/errors.ts';
import type { StoredPost } from '../../model/post.ts';
import { written } from '../../room/room-json.ts';
import { ImportError, type Place } from './import-error.ts';
import { jsonBreak } from './json-break.ts';
import type { PlannedRoom } from './plan.ts';
import { roomForm } from './room-form.ts';

function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** What is wrong with a post that has the right form; null where nothing is. */
function flawOf(post: StoredPost, before: StoredPost | undefined, earlier: ReadonlySet<string>): string | null {
  if (earlier.has(post.id)) return 'has an id that was there before';
  if (post.parentId !== null && !earlier.has(post.parentId)) return 'answers a post that is not before it';
  if (before !== undefined && post.order <= before.order) return 'is not in the order of the log';
  if (post.state === 'removed') return post.body === '' ? null : 'is removed and yet has a body';
  try {
    checkBody(post.body);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof DiscussionError)) throw thrown;
    return `is not allowed: ${thrown.message}`;
  }
}

/**
 * A discussion out of an export of ours.
 * @throws ImportError where the file is broken, or holds what no room of ours would have written
 */
export async function readRoomJson(file: string): Promise<PlannedRoom> {
  const text = await readFile(file, 'utf8');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const at = jsonBreak(text);
    const sentence = at < text.trimEnd().length ? 'this is not JSON' : 'the file ends too early to be JSON';
    throw new ImportError(file, placeOf(text, at), sentence);
  }
  const parsed = v.safeParse(roomForm, data);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new ImportError(file, null, `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { discussion, format: _, version: __, posts: read, ...about } = parsed.output;
  try {
    checkDiscussionId(discussion);
  } catch (thrown) {
    throw new ImportError(file, null, thrown instanceof Error ? thrown.message : String(thrown));
  }
  const earlier = new Set<string>();
  const posts = read.map(written);
  posts.forEach((post, index) => {
    const flaw = flawOf(post, posts[index - 1], earlier);
    if (flaw !== null) throw new ImportError(file, null, `posts.${index} ${flaw}`);
    earlier.add(post.id);
  });
  return {
    discussion,
    about,
    posts: posts.map((post) => ({ op: post.id, print: null, sourceId: post.id, post })),
  };
}
