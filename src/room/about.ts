// What a storage keeps of a discussion's record: the rest comes with the room.
import type { StoredDiscussion } from '../model/post.ts';
import type { About } from './storage.ts';

/** What is known of a room that nobody has written to. */
export const unknown: About = { title: null, url: null };

/** The part of a record that a storage keeps. */
export function aboutOf({ title, url, prompts, moved, epoch, acts }: StoredDiscussion): About {
  return {
    ...{ title, url },
    ...(prompts !== undefined && { prompts }),
    ...(moved !== undefined && { moved }),
    ...(epoch !== undefined && { epoch }),
    ...(acts !== undefined && { acts }),
  };
}

/** What is to be stored of a record that stands beside this page; null where it did before. */
export function aboutBeside(record: StoredDiscussion, page: Pick<About, 'title' | 'url'>): About | null {
  const isThere = page.url === record.url && page.title === record.title;
  return isThere ? null : aboutOf({ ...record, ...page });
}
