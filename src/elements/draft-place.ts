// What a text becomes when it is sent, and the name of its place among the drafts.

/** What a text becomes when it is sent. */
export type Target =
  | { readonly type: 'create'; readonly parentId: string | null }
  | { readonly type: 'edit'; readonly id: string; readonly revision: number };

/** The place of a text: a new post, a reply, or a change made from a revision. */
export function draftPlace(target: Target): string {
  if (target.type === 'edit') return `edit ${target.id} ${target.revision}`;
  return target.parentId === null ? 'new' : `reply ${target.parentId}`;
}
