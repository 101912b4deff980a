// Carries what happens in rooms to the sockets of this process. What was committed in one turn of the event loop goes
// out as one message, filtered and serialised once for each audience, and once more for those who see more than theirs.
import { joinChanges } from '../model/join-changes.ts';
import type { Changes, StoredDiscussion } from '../model/post.ts';
import { audienceOf, changesFor, concerned, onlooker, renewLens, type Commit, type Lens } from '../model/view.ts';
import { changesLenses } from '../room/room.ts';
import type { Seat } from './reception.ts';
import type { RoomsListener } from './rooms.ts';
import type { PeerServer, PeerSocket } from './sessions.ts';

/** The sockets that follow a room. */
export const roomAudience = (key: string): string => `room ${key}`;
/** The sockets of one person in a room. */
export const personAudience = (key: string, personId: string): string => `person ${key} ${personId}`;
/** The sockets that follow a room and see the same of it. */
const lensAudience = (key: string, lens: Lens): string => `${audienceOf(lens)} ${key}`;

/** Tells the sockets of this process what happens in rooms. */
export interface FanOut extends RoomsListener {
  /** From now on this socket is told what its lens shows, and nothing that another showed. */
  follow(socket: PeerSocket): Promise<void>;
  /** Where a room stands that nothing was told of yet; what anybody sees must be looked up after this. */
  begin(key: string, head: () => Promise<string>): Promise<void>;
  /**
   * Whether a room went on to this head without a word here: by another program, or unheard. It counts as told then; all
   * look anew, and are told nothing before they have.
   */
  missed(key: string, head: string): boolean;
  /** Tells whoever follows a room that it stands here, unless they were told so since they came in or caught up. */
  confirm(key: string, head: string): void;
  /** Keeps nothing more of a room that nobody is in. */
  forget(key: string): void;
}

/** What is looked up for sockets, one by one. */
export interface Lookout {
  /** Looks anew at what these sockets may see, and lets them follow; called after commits that may have changed it. */
  relook(sockets: readonly PeerSocket[]): void;
  /** The same after a new record, which may have changed where everybody stands, too. */
  relookAll(sockets: readonly PeerSocket[]): void;
  /** Tells these sockets what is private to their person. */
  sayMine(sockets: readonly PeerSocket[]): void;
}

/** Begins to tell. */
export function tellSockets(io: PeerServer, lookout: Lookout): FanOut {
  /** What was committed in this turn, by room. */
  let turn = new Map<string, Commit[]>();
  /** The lens of each audience that was ever followed, by room and name. */
  const audiences = new Map<string, Map<string, Lens>>();
  /** The records that changed here, by room: lenses that were taken before are renewed by them. */
  const records = new Map<string, StoredDiscussion>();
  /** The head that was told last, or from which on it is told, by room. */
  const heads = new Map<string, string>();
  /** The head of the last beacon, by room … */
  const confirmed = new Map<string, string>();
  /** … and who came in or caught up since. */
  const newcomers = new Map<string, Set<PeerSocket>>();
  const { sockets } = io.of('/');
  /** Who is in which audience; asked each time, since joining other servers changes the adapter. */
  const members = (): Map<string, Set<string>> => io.of('/').adapter.rooms;

  const socketsIn = (audience: string): readonly PeerSocket[] =>
    [...(members().get(audience) ?? [])].map((id) => sockets.get(id)).filter((socket) => socket !== undefined);

  /** The audiences of a room that somebody is in. */
  function followed(key: string): ReadonlyMap<string, Lens> {
    const lenses = audiences.get(key) ?? new Map<string, Lens>();
    for (const name of lenses.keys()) if (!members().has(name)) lenses.delete(name);
    if (lenses.size === 0) audiences.delete(key);
    return lenses;
  }

  /** The lens as it is now, where it was taken before the room's record changed. */
  function renewed(key: string, lens: Lens): Lens {
    const record = records.get(key);
    return record === undefined ? lens : renewLens(lens, record, Date.now());
  }

  /** Something was not heard, a record maybe: no lens is known to be of now, and clients are told where to sync to. */
  function lose(key: string, head: string): void {
    heads.set(key, head);
    records.delete(key);
    for (const name of followed(key).keys()) for (const socket of socketsIn(name)) void socket.leave(name);
    io.local.to(roomAudience(key)).emit('beacon', head);
    lookout.relook([...sockets.values()].filter(({ data }) => data.key === key));
  }

  /** True for commits that follow on what was told and on each other, or end there. */
  function followOn(commits: readonly Commit[], told: string): boolean {
    let head = told;
    for (const { from, to } of commits) {
      if (from !== head && to !== head) return false;
      head = to;
    }
    return true;
  }

  function tell(key: string, commits: readonly Commit[]): void {
    const told = heads.get(key);
    if (told === undefined) return; // nobody has begun here
    const head = commits.at(-1)?.to ?? told;
    if (!followOn(commits, told)) return lose(key, head);
    heads.set(key, head);
    const record = commits.findLast(({ room }) => room !== null)?.room;
    if (record) records.set(key, record);
    const asSeenBy = (lens: Lens): Changes[] => {
      const now = renewed(key, lens);
      return joinChanges(commits.map((commit) => changesFor(commit, now)));
    };
    const lenses = followed(key);
    const common = new Map<string, Changes[]>();
    for (const [name, lens] of lenses) common.set(name, asSeenBy(lens));
    const apart = new Map<PeerSocket, Changes[]>();
    const people = new Set(commits.flatMap(({ post }) => (post === null ? [] : concerned(post))));
    for (const person of people)
      for (const socket of socketsIn(personAudience(key, person))) {
        const { lens } = socket.data;
        if (lens === null || !socket.rooms.has(lensAudience(key, lens))) continue;
        const own = asSeenBy(lens);
        const theirs = common.get(lensAudience(key, lens));
        if (JSON.stringify(own) !== JSON.stringify(theirs)) apart.set(socket, own);
      }
    const except = [...apart.keys()].map(({ id }) => id);
    for (const [name, changes] of common)
      for (const one of changes) io.local.to(name).except(except).emit('changes', one);
    for (const [socket, changes] of apart) for (const one of changes) socket.emit('changes', one);
    relookAfter(key, commits.filter(changesLenses));
  }

  function relookAfter(key: string, commits: readonly Commit[]): void {
    const isForAll = commits.some(({ room }) => room !== null);
    if (isForAll) return lookout.relookAll(socketsIn(roomAudience(key)));
    const names = commits.flatMap(({ post }) => (post === null ? [] : [personAudience(key, post.author.id)]));
    lookout.relook([...new Set(names.flatMap(socketsIn))]);
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
    async begin(key, head) {
      if (heads.has(key)) return;
      const from = await head();
      if (!heads.has(key)) heads.set(key, from);
    },
    forget(key) {
      for (const kept of [audiences, records, heads, confirmed, newcomers]) kept.delete(key);
    },
    missed(key, head) {
      if (heads.get(key) === head) return false;
      lose(key, head);
      return true;
    },
    confirm(key, head) {
      if (confirmed.get(key) !== head) io.local.to(roomAudience(key)).emit('beacon', head);
      else for (const socket of newcomers.get(key) ?? []) socket.emit('beacon', head);
      confirmed.set(key, head);
      newcomers.delete(key);
    },
    mine: (key, personId) => lookout.sayMine(socketsIn(personAudience(key, personId))),
    async follow(socket) {
      const { key, lens }: Seat = socket.data;
      if (lens === null || !socket.connected) return;
      const name = lensAudience(key, lens);
      newcomers.set(key, (newcomers.get(key) ?? new Set()).add(socket));
      const lenses = audiences.get(key) ?? new Map<string, Lens>();
      const others = [...lenses.keys()].filter((other) => other !== name);
      // All begun in one go: between them nothing is told, and an audience without members is forgotten when it is.
      const moves = [...others.map((other) => socket.leave(other)), socket.join([roomAudience(key), name])];
      audiences.set(key, lenses.set(name, onlooker(lens)));
      await Promise.all(moves);
    },
  };
}
