// What a storage keeps of a discussion's record: the rest comes with the room.
import type { Command, StoredDiscussion } from '../model/post.ts';
import type { About } from './storage.ts';

/** What is known of a room that nobody has written to. */
export const unknown: About = { title: null, url: null };

/** The part of a record that a storage keeps. */
export function aboutOf(record: StoredDiscussion): About {
  const { title, url, prompts, moved, epoch, hasInvited, hasPinned, acts } = record;
  return {
    ...{ title, url },
    ...(prompts !== undefined && { prompts }),
    ...(moved !== undefined && { moved }),
    ...(epoch !== undefined && { epoch }),
    ...(hasInvited !== undefined && { hasInvited }),
    ...(hasPinned !== undefined && { hasPinned }),
    ...(acts !== undefined && { acts }),
  };
}

/**
 * What is to be stored of a record after a command about a post: that it stands beside this page, that somebody was
 * invited, and that something was pinned; null where all that was there before.
 */
export function aboutAfter(
  command: Command,
  record: StoredDiscussion,
  page: Pick<About, 'title' | 'url'>,
): About | null {
  const isThere = page.url === record.url && page.title === record.title;
  const isFirstInvited = record.hasInvited !== true && command.type === 'invite' && command.isInvited;
  const isFirstPinned = record.hasPinned !== true && command.type === 'pin' && command.isPinned;
  if (isThere && !isFirstInvited && !isFirstPinned) return null;
  const after: StoredDiscussion = { ...record, ...page };
  if (isFirstInvited) return aboutOf({ ...after, hasInvited: true });
  return aboutOf(isFirstPinned ? { ...after, hasPinned: true } : after);
}

/** True where more is to be known of a room than a post and its record: prompts, who is waited for, or what is pinned. */
export function hasMoreToKnow({ prompts, hasInvited, hasPinned }: StoredDiscussion): boolean {
  return prompts !== undefined || hasInvited === true || hasPinned === true;
}
