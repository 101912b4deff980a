// What a post is and what a reply does: chosen beside the field, seen in the head of a row; who stands behind a post, and
// what else may be done with it. Puts the elements of this part together.
import { html, nothing } from 'lit';
import { kinds } from '../../../model/moves.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { define } from '../../define.ts';
import type { Learning, LearningBasis } from '../learning.ts';
import { badgeTemplate, claimsRole, endorsementTemplate, pinTemplate } from './endorsements.ts';
import { moveWordsIn } from './move-words.ts';
import { textOf, type MovesKit } from './moves-kit.ts';
import { movesStyles } from './moves.styles.ts';
import { PeerDiscussionActs } from './peer-discussion-acts.ts';
import { PeerDiscussionChoices } from './peer-discussion-choices.ts';
import { PeerDiscussionVouched } from './peer-discussion-vouched.ts';

/** The part of learning that is about single posts. */
export async function makeMoves({
  strings,
  root,
  kept,
}: LearningBasis): Promise<Omit<Learning, 'above' | 'ending' | 'kept'>> {
  const words = await moveWordsIn(strings);
  const kit: MovesKit = { strings, words, ...kept.hearing };
  adoptSheet(root, movesStyles);
  define('peer-discussion-acts', PeerDiscussionActs);
  define('peer-discussion-choices', PeerDiscussionChoices);
  define('peer-discussion-vouched', PeerDiscussionVouched);
  return {
    heard() {
      kept.hearing.tell();
      // The versions of a post, where they are open, in the words of now.
      const open = root instanceof ShadowRoot ? root.querySelector('peer-discussion-history') : null;
      if (open !== null) Object.assign(open, { strings, words });
    },
    filters: kinds.map((kind) => [kind, words.kindFilters[kind]] as const),
    label: (post) => textOf(words, post)?.name ?? '',
    chip(post) {
      const text = textOf(words, post);
      return html`${claimsRole(post.author, strings) ? badgeTemplate(post.author, strings, words) : nothing}
      ${text === null ? nothing : html`<span class="kind" part="kind">${text.name}</span>`}`;
    },
    below(post, { answers }) {
      const privacy = answers === null ? words.privatePlain : words.privateTalk(post.author.name, answers);
      const { endorsements = [] } = post;
      return html`${post.isPrivate === true ? html`<p class="private" part="standing">${privacy}</p>` : nothing}
      ${post.pinned === undefined ? nothing : pinTemplate(kit, post.pinned)}
      ${post.settledAt === undefined ? nothing : html`<p class="settled" part="standing">${words.settled}</p>`}
      ${
        endorsements.length === 0
          ? nothing
          : html`<div class="endorsements" role="list">
              ${endorsements.map((one) => endorsementTemplate(kit, one))}
            </div>`
      }
      ${
        post.parentId === null
          ? html`<peer-discussion-vouched .kit=${kit} .post=${post}></peer-discussion-vouched>`
          : nothing
      }`;
    },
    acts: (post) =>
      html`<peer-discussion-acts .kit=${kit} .post=${post} .state=${kept.hearing.state()}></peer-discussion-acts>`,
    choices: (host) =>
      html`<peer-discussion-choices .kit=${kit} .host=${host} .choice=${host.choice}></peer-discussion-choices>`,
  };
}
