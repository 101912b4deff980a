// Every state a panel can be in, brought about as a person or a page would: what tests of colours, room and names walk
// through. A new state of the panel gets a line here.
import { setViewport } from '@web/test-runner-commands';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Person } from '../../src/model/post.ts';
import { furnished } from './furnished.ts';
import { learningStates } from './learning-states.ts';
import { all, ana, fill, get, mira, openPlace, panelFor, row, rows, show, textOf, tom, until } from './panel.ts';
import type { Place } from './panel.ts';
import { createScriptedAdapter } from './scripted-adapter.ts';
import { tap, type TappedAdapter } from './tapped-adapter.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const isShown = (panel: PeerDiscussion): boolean => get(panel, 'region').checkVisibility();
const launcher = (panel: PeerDiscussion): HTMLElement => get(panel, '[aria-expanded][aria-controls]', 'Discussion');

async function seen(me: Person | null, place?: Place): Promise<PeerDiscussion> {
  return show(panelFor(place ?? (await furnished()), me));
}

/** A panel on a line that can be cut. */
async function lined(me: Person, place?: Place): Promise<{ panel: PeerDiscussion; line: TappedAdapter }> {
  const { backend, discussion } = place ?? (await furnished());
  const line = tap(memoryAdapter({ me, backend }));
  const panel = document.createElement('peer-discussion');
  panel.discussion = discussion;
  panel.adapter = line;
  return { panel: await show(panel), line };
}

async function placed(placement: string, window = wide): Promise<PeerDiscussion> {
  await setViewport(window);
  const panel = panelFor(await furnished(), ana);
  panel.setAttribute('placement', placement);
  document.body.append(panel);
  await until(() => get(panel, 'region').getAttribute('aria-busy') === 'false' && !get(panel, 'region').hidden);
  return panel;
}

async function opened(window = wide): Promise<PeerDiscussion> {
  const panel = await placed('drawer', window);
  launcher(panel).click();
  await until(() => isShown(panel));
  return panel;
}

const say = (panel: PeerDiscussion, text: string): void => fill(get(panel, 'textbox', /^Your post$/), text);
const send = (panel: PeerDiscussion): void => get(panel, 'button', /^Post$/).click();

async function writing(text = ''): Promise<PeerDiscussion> {
  const panel = await seen(ana);
  say(panel, text);
  await until(() => get(panel, 'toolbar'));
  return panel;
}

async function replying(): Promise<PeerDiscussion> {
  const panel = await seen(ana);
  get(row(panel, 'And mine'), 'button', 'Reply').click();
  await until(() => get(panel, 'textbox', 'Your reply'));
  return panel;
}

async function looking(words: string): Promise<PeerDiscussion> {
  const panel = await seen(ana);
  fill(get(panel, 'textbox', /^Search$/), words);
  await until(() => all(panel, 'button', 'Show everything')[0]);
  return panel;
}

async function deep(): Promise<Place> {
  const place = openPlace();
  let parent: string | null = null;
  for (let level = 0; level < 10; level++) parent = await place.say(tom, `Level ${level}.`, parent);
  return place;
}

async function long(): Promise<Place> {
  const place = openPlace();
  for (let count = 1; count <= 25; count++) await place.say(tom, `Thread ${count}.`);
  return place;
}

/** Each state by its name: puts a panel into the page, and resolves once it is in that state. */
export const panelStates = {
  async 'not connected'() {
    const panel = document.createElement('peer-discussion');
    document.body.append(panel);
    await until(() => textOf(panel).includes('not connected'));
    return panel;
  },
  async loading() {
    const panel = panelFor(openPlace(), ana);
    panel.adapter = createScriptedAdapter();
    document.body.append(panel);
    await until(() => textOf(panel).includes('Loading') && get(panel, 'region').ariaBusy === 'true');
    return panel;
  },
  async empty() {
    const panel = await seen(ana, openPlace());
    await until(() => textOf(panel).includes('No one has written'));
    return panel;
  },
  'furnished, for a member': () => seen(ana),
  'furnished, for a facilitator: held, hidden, removed': () => seen(mira),
  async 'read only'() {
    const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
    await place.say(ana, 'Read me');
    const panel = await seen(null, place);
    await until(() => textOf(panel).includes('Sign in'));
    return panel;
  },
  async 'offline, with a post that waits'() {
    const { panel, line } = await lined(ana);
    line.cut();
    say(panel, 'For later');
    send(panel);
    await until(() => textOf(panel).includes('Not sent yet') && textOf(panel).includes('You are offline'));
    return panel;
  },
  async closed() {
    const { panel, line } = await lined(ana);
    line.say({ state: 'closed', error: new DiscussionError('forbidden', '') });
    await until(() => textOf(panel).includes('do not have access'));
    return panel;
  },
  async 'could not be opened'() {
    const panel = panelFor(openPlace(), ana);
    const adapter = createScriptedAdapter();
    panel.adapter = adapter;
    document.body.append(panel);
    await until(() => adapter.opened === 1);
    adapter.listener.status({ state: 'closed', error: new DiscussionError('not-found', '') });
    await until(() => textOf(panel).includes('does not exist'));
    return panel;
  },
  async 'a guest'() {
    const panel = await seen(null);
    say(panel, 'x');
    await until(() => get(panel, 'textbox', 'E-mail'));
    return panel;
  },
  async 'a guest, with every mistake'() {
    const panel = await seen(null, openPlace());
    say(panel, 'x');
    send(panel);
    await until(() => textOf(panel).includes('Write your name'));
    return panel;
  },
  'writing, with tools': () => writing('Some words'),
  async 'writing, too long'() {
    const panel = await writing('a'.repeat(10_010));
    send(panel);
    await until(() => textOf(panel).includes('too long'));
    return panel;
  },
  async 'a preview'() {
    const panel = await writing('# Head\n\n**bold** and [a link](https://example.org)');
    get(panel, 'button', 'Preview').click();
    await until(() => get(panel, 'group', 'Preview'));
    return panel;
  },
  async 'people to mention'() {
    const panel = await writing('@');
    await until(() => get(panel, 'option', 'Tom'));
    return panel;
  },
  'a reply': replying,
  async 'a reply about to be thrown away'() {
    const panel = await replying();
    fill(get(panel, 'textbox', 'Your reply'), 'Half a thought');
    get(row(panel, 'And mine'), 'button', 'Cancel').click();
    await until(() => get(panel, 'button', 'Keep writing'));
    return panel;
  },
  async 'an edit'() {
    const panel = await seen(ana);
    get(row(panel, 'My answer'), 'button', 'Edit').click();
    await until(() => get(panel, 'textbox', 'Change your post'));
    return panel;
  },
  async 'a draft'() {
    const panel = await replying();
    fill(get(panel, 'textbox', 'Your reply'), 'Begun');
    get(row(panel, 'My answer'), 'button', 'Reply').click();
    await until(() => textOf(row(panel, 'And mine')).includes('Draft'));
    return panel;
  },
  async 'a removal that can be undone'() {
    const panel = await seen(ana);
    get(row(panel, 'My answer'), 'button', 'Remove').click();
    await until(() => get(panel, 'button', 'Undo'));
    return panel;
  },
  async 'a post that came back'() {
    const { panel, line } = await lined(ana);
    line.refuse(new DiscussionError('forbidden', ''));
    say(panel, 'Mine');
    send(panel);
    await until(() => get(panel, 'textbox', 'not published'));
    return panel;
  },
  async 'hiding, without a reason'() {
    const panel = await seen(mira);
    get(row(panel, 'May I ask'), 'button', 'Hide').click();
    await until(() => get(panel, 'textbox', 'Reason'));
    get(row(panel, 'May I ask'), 'button', /^Hide$/).click();
    await until(() => all(panel, 'alert').some((alert) => textOf(alert).includes('reason')));
    return panel;
  },
  async 'more of what may be done'() {
    const panel = await seen(mira);
    for (const more of all(panel, 'summary')) more.click();
    await until(() => get(row(panel, 'And mine'), 'button', 'Copy link').checkVisibility());
    return panel;
  },
  'a search that found something': () => looking('answer'),
  'a search that found nothing': () => looking('nowhere'),
  async 'one person’s posts'() {
    const panel = await seen(ana);
    get(row(panel, 'And mine'), 'button', 'Posts by Tom').click();
    await until(() => all(panel, 'button', 'Show everything')[0]);
    return panel;
  },
  async 'a folded thread'() {
    const panel = await seen(ana);
    get(row(panel, 'Welcome'), '[aria-expanded]').click();
    await until(() => rows(panel).every((words) => !words.includes('And mine')));
    return panel;
  },
  'a thread that goes deeper': async () => seen(ana, await deep()),
  async 'a thread read on by itself'() {
    const panel = await seen(ana, await deep());
    get(panel, 'button', 'Continue this thread').click();
    await until(() => get(panel, 'button', 'Back to the whole discussion'));
    return panel;
  },
  async 'new posts that wait'() {
    const place = await furnished();
    const panel = await seen(ana, place);
    await place.say(tom, 'One more');
    await until(() => get(panel, 'button', '1 new post'));
    return panel;
  },
  async 'new posts just shown'() {
    const place = await furnished();
    const panel = await seen(ana, place);
    await place.say(tom, 'One more');
    (await until(() => get(panel, 'button', '1 new post'))).click();
    await until(() => row(panel, 'One more'));
    return panel;
  },
  'further threads to load': async () => seen(ana, await long()),
  async 'further threads that could not be loaded'() {
    const { panel, line } = await lined(ana, await long());
    line.cut();
    get(panel, 'button', 'Show more threads').click();
    await until(() => textOf(get(panel, 'status')).includes('could not be loaded'));
    return panel;
  },
  async 'the list of keys'() {
    const panel = await seen(ana);
    get(panel, 'button', 'Keyboard shortcuts').click();
    await until(() => all(panel, 'dialog').some((dialog) => dialog.checkVisibility()));
    return panel;
  },
  async 'with what a page puts in'() {
    const panel = panelFor(openPlace(), ana);
    for (const name of ['header', 'empty', 'footer']) {
      const part = document.createElement('p');
      part.slot = name;
      part.textContent = `The page’s ${name}`;
      panel.append(part);
    }
    return show(panel);
  },
  'at the side': () => placed('side'),
  'a closed drawer': () => placed('drawer'),
  'an open drawer': () => opened(),
  'a sheet on a phone': () => opened(phone),
  ...learningStates,
} satisfies Readonly<Record<string, () => Promise<PeerDiscussion>>>;

/** Ends every animation of a panel, so that what is measured is what stays; one without an end is stopped. */
export function finishAnimations(panel: PeerDiscussion): void {
  for (const animation of panel.shadowRoot?.getAnimations() ?? [])
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel();
    else animation.finish();
}
