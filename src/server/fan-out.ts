// Carries what happens in rooms to the sockets of this process. What was committed in one turn of the event loop goes
// out as one message, filtered and serialised once for each view class, and once more for an author who sees more.
import type { Changes, Person } from '../model/post.ts';
import { joinChanges } from '../model/join-changes.ts';
import { changesFor, onlooker, type Commit, type ViewClass } from '../model/view.ts';
import type { RoomsListener } from './rooms.ts';
import type { PeerServer } from './sessions.ts';

/** The sockets that follow a room under one view class. */
export const classAudience = (key: string, kind: ViewClass): string => `${kind} ${key}`;
/** The sockets of one person in a room. */
export const personAudience = (key: string, personId: string): string => `person ${key} ${personId}`;

const kinds = ['peers', 'staff'] as const;

/** True where the author sees of this commit what everybody else sees. */
function isPlain(commit: Commit, author: Person): boolean {
  const own = JSON.stringify(changesFor(commit, author));
  return kinds.every((kind) => JSON.stringify(changesFor(commit, onlooker[kind])) === own);
}

/** Tells the sockets of this process what happens in rooms. */
export function tellSockets(io: PeerServer): RoomsListener {
  /** What was committed in this turn, by room. */
  let turn = new Map<string, Commit[]>();

  function send(audience: string, except: readonly string[], changes: () => Changes[]): void {
    if (!io.of('/').adapter.rooms.has(audience)) return; // nobody listens: nothing is serialised
    for (const one of joinChanges(changes()))
      io.local
        .to(audience)
        .except([...except])
        .emit('changes', one);
  }

  function tell(key: string, commits: readonly Commit[]): void {
    const authors = new Map<string, Person>();
    for (const commit of commits)
      if (commit.post !== null && !isPlain(commit, commit.post.author))
        authors.set(personAudience(key, commit.post.author.id), commit.post.author);
    const except = [...authors.keys()];
    const asSeenBy = (viewer: Person | null) => () => commits.map((commit) => changesFor(commit, viewer));
    for (const kind of kinds) send(classAudience(key, kind), except, asSeenBy(onlooker[kind]));
    for (const [audience, author] of authors) send(audience, [], asSeenBy(author));
  }

  return {
    commit(key, commit) {
      // Commits of one turn resolve in a row, before any of their answers: the microtask comes between.
      if (turn.size === 0)
        queueMicrotask(() => {
          const told = turn;
          turn = new Map();
          for (const [room, commits] of told) tell(room, commits);
        });
      turn.set(key, [...(turn.get(key) ?? []), commit]);
    },
    mine: (key, personId, mine) => io.local.to(personAudience(key, personId)).emit('mine', mine),
  };
}
