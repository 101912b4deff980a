// Who stands behind a post, and why: shown below its text. The badge of a role is an element of its own beside the box of
// the name: what is written in a name cannot leave that box. Templates only.
import { html, nothing, type TemplateResult } from 'lit';
import type { Endorsement, Person, Post } from '../../../model/post.ts';
import { exactly } from '../../ago.ts';
import { formatsOf } from '../../formats.ts';
import type { Strings } from '../../strings.ts';
import type { MovesKit } from './moves-kit.ts';
import type { MoveWords } from './move-words.ts';

/** A text as its letters alone, whatever their case, accents and what stands between them. */
function letters(text: string): string {
  return text.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase();
}

/** True where a member's name says that they are something else here. */
export function claimsRole({ name, role }: Person, { facilitator, expert }: Strings): boolean {
  const said = letters(name);
  return role === 'member' && [facilitator, expert].some((word) => said.includes(letters(word)));
}

/** What somebody is here, beside their name; members only where their name says something else. */
export function badgeTemplate(person: Person, strings: Strings, words: MoveWords): TemplateResult | typeof nothing {
  const { role } = person;
  if (role === 'member' && !claimsRole(person, strings)) return nothing;
  return html`<span class="badge ${role}" part="badge">${role === 'member' ? words.member : strings[role]}</span>`;
}

/** Why somebody endorsed a post, in words. */
export function sayWhy({ reasons }: MoveWords, { reason, note }: Endorsement): string {
  return reason === null ? note : reasons[reason];
}

function dateTemplate(at: string, locale: string): TemplateResult {
  const time = Date.parse(at);
  const day = Number.isNaN(time) ? '' : formatsOf(locale).date(time, 'day-year');
  return html`<time class="aside" datetime=${at} title=${exactly(at, locale)}>${day}</time>`;
}

/** One endorsement: what, by whom, why and when; to staff also that it was taken back. */
export function endorsementTemplate({ strings, words }: MovesKit, one: Endorsement): TemplateResult {
  const { kind, by, at, reason, note, revokedAt } = one;
  const isGone = revokedAt !== undefined;
  return html`<div class="endorsement ${kind} ${isGone ? 'revoked' : ''}" part="endorsement" role="listitem">
    <span class="tick-mark" aria-hidden="true"></span>
    <span class="label">${words[kind]}</span>
    <bdi class="author">${by.name}</bdi>
    ${badgeTemplate(by, strings, words)}
    ${reason === null ? nothing : html`<span class="why">${words.reasons[reason]}</span>`}
    ${note === '' ? nothing : html`<q class="why" dir="auto">${note}</q>`} ${dateTemplate(at, strings.locale)}
    ${isGone ? html`<span class="aside">${words.takenBack}</span>${dateTemplate(revokedAt, strings.locale)}` : nothing}
  </div>`;
}

/** That a thread is pinned: by whom, and why where they said so. */
export function pinTemplate({ words }: MovesKit, { by, note }: NonNullable<Post['pinned']>): TemplateResult {
  return html`<p class="pinned" part="pinned">
    ${words.pinnedBy(by.name)} ${note === '' ? nothing : html`<q class="why" dir="auto">${note}</q>`}
  </p>`;
}
