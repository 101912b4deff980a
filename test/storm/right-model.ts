// Who may do what written a second time, in the fewest lines, for the checker: whether a step of the history was anybody's
// to take. Who changed roles in a storm may have had any of them when it was taken.
import type { Asked, Client } from './evidence.ts';
import type { Step } from './history-model.ts';

/** The roles that people had in a storm, by id. */
export type Roles = ReadonlyMap<string, ReadonlySet<string>>;

/** The roles that these clients' people had. */
export function rolesIn(clients: readonly Client[], asked: readonly Asked[]): Roles {
  const roles = new Map<string, Set<string>>();
  const people = [...clients.flatMap(({ shown }) => shown.map(({ me }) => me)), ...asked.map(({ by }) => by)];
  for (const person of people) {
    if (person === null) continue;
    const all = roles.get(person.id) ?? new Set();
    roles.set(person.id, all.add(person.role));
  }
  return roles;
}

/** True where the step was this person's to take. */
export function mayTake({ ask: { command, by }, about, root, prompt }: Step, roles: Roles): boolean {
  const isStaff = roles.get(by.id)?.has('facilitator') === true;
  const isExpert = isStaff || roles.get(by.id)?.has('expert') === true;
  const isOwn = about?.authorId === by.id;
  const isShown = about?.state === 'shown';
  switch (command.type) {
    case 'create':
      if (about !== undefined && !isShown) return false;
      return prompt === null || prompt === 'open' || (prompt === 'closed' && isStaff);
    case 'edit':
    case 'remove':
      return isOwn;
    case 'classify':
      return isOwn || isStaff;
    case 'endorse':
      return isExpert && !isOwn && isShown && about?.isPrivate === false;
    case 'help':
      return root?.authorId === by.id && !isOwn && isShown && about?.parentId !== null;
    case 'settle':
      return (isOwn || isStaff) && isShown && about?.is === 'question';
    default:
      return isStaff;
  }
}
