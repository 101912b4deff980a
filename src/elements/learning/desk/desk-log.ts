// What facilitators did: with one post, below its entry; with the whole discussion, at the end of the desk.
import { html, nothing, type TemplateResult } from 'lit';
import type { Act, Post } from '../../../model/post.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { ago, exactly } from '../../ago.ts';
import type { DeskWords } from './desk-words.ts';

/** Acts shown at the end of the desk, the newest of all. */
const mostActs = 50;

/** What a log is written with. */
export interface LogKit {
  readonly words: DeskWords;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An act, and what it was done to: a person's name or a prompt's title; empty where that stands beside it. */
interface Logged {
  readonly act: Act;
  readonly about: string;
}

const byTime = (a: Logged, b: Logged): number => (a.act.at < b.act.at ? -1 : 1);
const isMove = ({ type, set }: Act, { id }: Post): boolean => type === 'transfer' && set.startsWith(`${id} `);

/** What was done with a post, the oldest first. A move stands in the discussion's log, for it takes a thread along. */
export function actsOn(post: Post, { discussion }: State): readonly Logged[] {
  const moves = (discussion?.acts ?? []).filter((act) => isMove(act, post));
  return [...(post.acts ?? []), ...moves].map((act) => ({ act, about: '' })).sort(byTime);
}

/** What was done here with posts that are loaded, and with prompts; the newest first. */
export function allActs({ discussion, posts }: State): readonly Logged[] {
  const known = [...posts.values()].filter(isPost);
  const prompts = discussion?.prompts ?? [];
  const about = (act: Act): string =>
    known.find((post) => isMove(act, post))?.author.name ??
    prompts.find(({ id }) => act.set.startsWith(`${id} `))?.title ??
    '';
  const onPosts = known.flatMap(({ acts = [], author }) => acts.map((act) => ({ act, about: author.name })));
  const onAll = (discussion?.acts ?? []).map((act) => ({ act, about: about(act) }));
  return [...onPosts, ...onAll].sort(byTime).reverse().slice(0, mostActs);
}

/** When something happened, in words; exactly on demand. */
export function timeTemplate(at: string, { locale, now }: LogKit): TemplateResult {
  return html`<time class="aside" datetime=${at} title=${exactly(at, locale)}>${ago(at, now(), locale)}</time>`;
}

/** Acts, folded; nothing where there are none. */
export function logTemplate(log: readonly Logged[], kit: LogKit): TemplateResult | typeof nothing {
  const { whatWasDone, doneBy, logged } = kit.words;
  if (log.length === 0) return nothing;
  return html`<details>
    <summary>${whatWasDone}</summary>
    <ul role="list">
      ${log.map(
        ({ act: { type, note, by, at }, about }) =>
          html`<li class="hint">
            ${about === '' ? nothing : html`<bdi>${about}</bdi>: `}${logged[type]} ${doneBy(by.name)},
            ${timeTemplate(at, kit)} <bdi>${note}</bdi>
          </li>`,
      )}
    </ul>
  </details>`;
}
