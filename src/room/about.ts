// What a storage keeps of a discussion's record: the rest comes with the room.
import type { Command, StoredDiscussion } from '../model/post.ts';
import type { About } from './storage.ts';

/** What is known of a room that nobody has written to. */
export const unknown: About = { title: null, url: null };

/** The part of a record that a storage keeps. */
export function aboutOf({ title, url, prompts, moved, epoch, hasInvited, acts }: StoredDiscussion): About {
  return {
    ...{ title, url },
    ...(prompts !== undefined && { prompts }),
    ...(moved !== undefined && { moved }),
    ...(epoch !== undefined && { epoch }),
    ...(hasInvited !== undefined && { hasInvited }),
    ...(acts !== undefined && { acts }),
  };
}

/**
 * What is to be stored of a record after a command about a post: that it stands beside this page, and that somebody was
 * invited; null where both was there before.
 */
export function aboutAfter(
  command: Command,
  record: StoredDiscussion,
  page: Pick<About, 'title' | 'url'>,
): About | null {
  const isThere = page.url === record.url && page.title === record.title;
  const isInvited = record.hasInvited === true || (command.type === 'invite' && command.isInvited);
  if (isThere && isInvited === (record.hasInvited === true)) return null;
  return aboutOf({ ...record, ...page, ...(isInvited && { hasInvited: true }) });
}

/** True where more is to be known of a room than a post and its record: it has prompts, or somebody is waited for. */
export function hasMoreToKnow({ prompts, hasInvited }: StoredDiscussion): boolean {
  return prompts !== undefined || hasInvited === true;
}
