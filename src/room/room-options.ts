// What a room is made of: whoever opens one brings its storage, and what only they know.
import type { Command, GuestPosts, KeptIn, Person } from '../model/post.ts';
import type { Storage } from './storage.ts';

/** What a room needs to be one. */
export interface RoomOptions {
  /** Key of the room in its storage: unique over all sites. */
  readonly key: string;
  /** The id by which its viewers know the discussion. */
  readonly discussion: string;
  readonly guestPosts: GuestPosts;
  /** Where the storage keeps it, for viewers who reach it without a server. */
  readonly keptIn?: KeptIn;
  readonly storage: Storage;
  /** Origins of the pages that it may stand beside; nobody tells of one where this is left out. */
  readonly origins?: readonly string[];
  /** Milliseconds since 1970; the time of every post comes from here. */
  readonly now?: () => number;
  /** Lets others have their turn in the middle of long work; nobody unless given. */
  readonly pause?: () => Promise<void>;
  /** Called before a command is carried out; throws `rate-limited` where there were too many. */
  readonly throttle?: (person: Person, command: Command) => void;
}
