// Ids for pairs of label and field. Unique in the page, which is more than the one root they stand in asks for.

let last = 0;

/** A new id, in this page never given before. */
export function nextId(): string {
  return `peer-${++last}`;
}
