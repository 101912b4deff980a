// The demo's stories (demo/course/stories.html), walked as learner and as facilitator: what each step says is there. Axe
// looks at the pages, and one story is walked by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { root } from '../project/sources.ts';
import { panelOf } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const course = openCourse();
const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

async function open(path: string): Promise<Page> {
  const page = await course.browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(course.address(path));
  return page;
}

/** The workshop as somebody sees it, once its posts and prompts are there. */
async function workshop(as: string): Promise<{ page: Page; panel: Locator }> {
  const page = await open(`/workshop.html?as=${as}`);
  const panel = panelOf(page);
  await prompt(panel).waitFor();
  await panel.getByText('Has anybody closed a room on purpose').first().waitFor();
  return { page, panel };
}

const prompt = (panel: Locator, name: string | RegExp = /^Case/): Locator => panel.getByRole('group', { name });
const article = (panel: Locator, text: string): Locator => panel.getByRole('article').filter({ hasText: text });

/** What axe finds wrong, one line each. */
async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(what: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test('the stories are linked from the overview, each link leads there as somebody, and axe finds nothing', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: 'Stories to walk through' }).click();
  await page.getByRole('heading', { level: 1, name: /as a learner and as a facilitator/ }).waitFor();
  const links = await page.locator('article ol a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.ok(links.length >= 8);
  for (const link of links) assert.match(link ?? '', /^\/(workshop|discussions)\.html\?as=(amina|jonas|rosa|reader)$/);
  assert.deepEqual(await flaws(page), []);
});

test('a reader sees the case and nobody’s answer', async () => {
  const { page, panel } = await workshop('reader');
  await prompt(panel).getByText('A regional chapter opened its online room').waitFor();
  assert.ok(!(await page.content()).includes('Ringing the three'));
  assert.equal(
    await panel.getByText(/thirty-seven readers|Ringing the three|only post that everybody read/).count(),
    0,
  );
});

test('a learner whose answer is there sees what is asked, and what came of a closed prompt', async () => {
  const { page, panel } = await workshop('jonas');
  await prompt(panel).getByText('What is asked of you here').waitFor();
  await prompt(panel).getByText('done').first().waitFor();
  await panel.getByText('What belongs in a welcome message?').click();
  await panel.getByText('What came of it').waitFor();
  assert.deepEqual(await flaws(page), []);
});

test('a facilitator turns to who waits, at the desk, and asks what the page asks', async () => {
  const { page, panel } = await workshop('rosa');
  await panel.getByRole('button', { name: /^Desk/ }).click();
  const list = (name: RegExp): Locator => panel.getByRole('region', { name });
  await list(/^Tensions \(1\)/)
    .getByRole('listitem', { name: 'Samuel Osei' })
    .waitFor();
  await list(/^Ready to conclude \(1\)/)
    .getByRole('listitem', { name: 'Farah Siddiqui' })
    .waitFor();
  assert.deepEqual(await flaws(page), []);

  const kofi = list(/^Unanswered/).getByRole('listitem', { name: 'Kofi Mensah' });
  await kofi.getByRole('button', { name: 'Ask a follow-up' }).click();
  await kofi.getByRole('textbox', { name: 'Your question' }).fill('What would the last question of your room be?');
  await kofi.getByRole('button', { name: 'Done' }).click();
  await kofi.waitFor({ state: 'detached' });

  await panel.getByRole('button', { name: 'Ask this here' }).click();
  const amina = await workshop('amina');
  await prompt(amina.panel, 'On Monday')
    .getByRole('button', { name: /^Answer this/ })
    .waitFor();
});

test('a learner answers first, then sees the others, by keyboard alone', async () => {
  const { page, panel } = await workshop('amina');
  await prompt(panel).getByText('Answer first, then see what your colleagues wrote').waitFor();
  await prompt(panel).getByText('A few colleagues have answered.').waitFor();
  assert.equal(await panel.getByText('thirty-seven readers').count(), 0);
  assert.deepEqual(await flaws(page), []);

  const answer = prompt(panel).getByRole('button', { name: /^Answer this/ });
  const isFocused = (what: Locator): Promise<boolean> =>
    what.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
  for (let steps = 0; steps < 60 && !(await isFocused(answer)); steps++) await page.keyboard.press('Tab');
  assert.ok(await isFocused(answer));
  await page.keyboard.press('Enter');
  const field = panel.getByRole('textbox', { name: 'Your post' });
  await page.waitForFunction(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.tagName === 'TEXTAREA';
  });
  await page.keyboard.type(
    'I would ask the chapter lead who misses the room, and begin with those two people and one question that they bring, before anybody writes to all forty.',
  );
  assert.match(await field.inputValue(), /all forty/);
  await page.keyboard.press('Control+Enter');
  await article(panel, 'thirty-seven readers').first().waitFor();
  assert.equal(await panel.getByText('Answer first, then see what your colleagues wrote').count(), 0);
});

test('an event: a facilitator begins it, learners ask, and it is led from the wall by single keys', async () => {
  const rosa = await workshop('rosa');
  await rosa.panel.getByRole('button', { name: 'New prompt' }).click();
  await rosa.panel.getByLabel('Begin with').selectOption({ label: 'Before an event' });
  await rosa.panel.getByRole('button', { name: 'Save prompt' }).click();
  await rosa.panel.getByRole('button', { name: 'Go on to “Live” now' }).click();
  const questions = (panel: Locator): Locator => panel.getByRole('group', { name: /^Questions for this event/ });
  await questions(rosa.panel).getByText('No question is open.').waitFor();

  const amina = await workshop('amina');
  for (const text of ['Who begins?', 'Who ends it?', 'And who tells the others?']) {
    await questions(amina.panel).getByRole('textbox', { name: 'Ask a question' }).fill(text);
    await amina.page.keyboard.press('Enter');
    await questions(rosa.panel).getByText(text).waitFor();
  }
  const asked = (panel: Locator, text: string): Locator =>
    questions(panel).getByRole('listitem').filter({ hasText: text });
  await rosa.panel.getByRole('button', { name: '3 new posts' }).click();
  await asked(rosa.panel, 'Who ends it?')
    .getByRole('button', { name: /^Answer now/ })
    .click();
  await questions(amina.panel).getByText('Being answered now').waitFor();
  assert.equal(
    await questions(amina.panel)
      .getByRole('button', { name: /^Answer now/ })
      .count(),
    0,
  );
  assert.deepEqual(await flaws(rosa.page), []);
  assert.deepEqual(await flaws(amina.page), []);

  // The second window, which stands on the wall: as somebody who is not signed in.
  const reader = await workshop('reader');
  const wallOf = (panel: Locator): Locator => panel.getByRole('dialog', { name: 'What should we talk about?' });
  for (const { panel } of [reader, rosa]) {
    await questions(panel).getByRole('button', { name: 'Show on a screen' }).click();
    await wallOf(panel).getByRole('heading', { name: 'Being answered now' }).waitFor();
  }
  const onWall = wallOf(reader.panel);
  assert.doesNotMatch(await onWall.innerText(), /Amina|Next question/);
  await rosa.page.keyboard.press('a');
  await onWall.getByRole('heading', { name: '2 open questions' }).waitFor();
  await rosa.page.keyboard.press('u');
  await onWall.getByText('Who ends it?').waitFor();
  await rosa.page.keyboard.press('n');
  await onWall.getByRole('heading', { name: '1 open question' }).waitFor();
  await onWall.getByRole('heading', { name: 'Being answered now' }).waitFor();
  assert.match(await onWall.innerText(), /Being answered now\s+Who begins\?/);
  assert.deepEqual(await flaws(rosa.page), []);
  await rosa.page.keyboard.press('Escape');
  await wallOf(rosa.panel).waitFor({ state: 'detached' });
  assert.equal(await rosa.page.evaluate(() => document.fullscreenElement), null);
  await questions(amina.panel).getByText('1 answered').click();
  await asked(amina.panel, 'Who ends it?').waitFor();
});

test('moves: what a post is and what a reply does is chosen beside the field, read before the text, and found again', async () => {
  const { page, panel } = await workshop('amina');
  const field = panel.getByRole('textbox', { name: 'Your post' });
  await field.click();
  await panel.getByRole('radio', { name: 'Question', exact: true }).check();
  await panel.getByRole('button', { name: /^Begin with “.?What I would like to know/ }).click();
  await page.keyboard.type('who reads the notes afterwards?');
  await panel.getByLabel('What you are answering').selectOption({ label: 'None of these' });
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
  const asked = article(panel, 'who reads the notes afterwards?').first();
  await asked.getByText('Question', { exact: true }).waitFor();

  const jonas = article(panel, 'How long do you wait before you answer').first();
  await jonas.getByRole('button', { name: /^Reply: / }).click();
  await panel.getByRole('radio', { name: 'Asks back' }).check();
  await panel.getByRole('textbox', { name: /^Your reply/ }).fill('Waits for whom?');
  assert.deepEqual(await flaws(page), []);
  await jonas.getByRole('button', { name: 'Reply', exact: true }).click();
  await article(panel, 'Waits for whom?').first().getByText('Asks back').waitFor();
  await panel.getByLabel('Show', { exact: true }).selectOption({ label: 'Questions' });
  await asked.waitFor();
  await article(panel, 'Has anybody closed a room on purpose').waitFor({ state: 'detached' });

  const rosa = await workshop('rosa');
  const there = article(rosa.panel, 'who reads the notes afterwards?').first();
  await there.getByRole('button', { name: /^Change kind/ }).click();
  await there.getByRole('radio', { name: 'Reflection' }).check();
  await there.getByRole('button', { name: 'Save' }).click();
  await there.getByText('Reflection', { exact: true }).first().waitFor();
});

test('endorsements: who asked says what helped, a facilitator says why, and both stand on top of the thread', async () => {
  const { page, panel } = await workshop('jonas');
  const question = article(panel, 'How long do you wait before you answer').first();
  await question.getByRole('button', { name: /endorsed a reply by .*Ingrid Holm/ }).waitFor();
  const ingrid = article(panel, 'Four working hours, and I say so').first();
  await ingrid.getByRole('button', { name: /^This helped me/ }).click();
  await question.getByRole('button', { name: /A reply by .*Ingrid Holm.* helped .*Jonas Weber/ }).waitFor();
  assert.deepEqual(await flaws(page), []);

  const rosa = await workshop('rosa');
  const mei = article(rosa.panel, 'The person is not alone, and the others').first();
  await mei.getByRole('button', { name: /^Endorse/ }).click();
  await mei.getByRole('radio', { name: 'Good reasoning, different conclusion' }).check();
  await mei.getByRole('button', { name: 'Endorse', exact: true }).last().click();
  await question.getByRole('button', { name: /endorsed a reply by .*Mei Tanaka.*Good reasoning/ }).click();
  await page.waitForFunction(() =>
    document
      .querySelector('peer-discussion')
      ?.shadowRoot?.activeElement?.textContent?.includes('I answer at once, with a question'),
  );
});

test('a gate that a facilitator opens shows everybody’s answers at one moment', async () => {
  const guess = 'A guess before the figures';
  const amina = await workshop('amina');
  await prompt(amina.panel, guess).getByText('What your colleagues wrote is not open yet').waitFor();
  await prompt(amina.panel, guess)
    .getByRole('button', { name: /^Answer this/ })
    .click();
  await amina.panel.getByRole('textbox', { name: 'Your post' }).fill('Three of ten, I counted raised hands.');
  await amina.panel.getByRole('button', { name: 'Post', exact: true }).click();
  await article(amina.panel, 'Three of ten').first().waitFor();
  await prompt(amina.panel, guess).getByText('The facilitator opens it for everybody.').waitFor();
  assert.equal(await amina.panel.getByText('Two of ten. I counted names').count(), 0);

  const rosa = await workshop('rosa');
  await prompt(rosa.panel, guess)
    .getByRole('button', { name: /^Show everybody’s answers now/ })
    .click();
  await prompt(amina.panel, guess).getByText('is not open yet').waitFor({ state: 'detached' });
  await amina.panel.getByRole('button', { name: /new posts?$/ }).click();
  await article(amina.panel, 'Two of ten. I counted names').first().waitFor();
});

test('a prompt begins with a template, the mixer fills in its fields, and learners can answer it', async () => {
  const { page, panel } = await workshop('rosa');
  await panel.getByRole('button', { name: 'New prompt' }).click();
  await panel.getByLabel('Begin with').selectOption({ label: 'A dilemma' });
  assert.equal(await panel.getByRole('textbox', { name: 'Title' }).inputValue(), 'What would you do?');
  const slider = panel.getByRole('slider', { name: 'Transparency' });
  const gate = panel.getByLabel('Who sees what colleagues wrote').first();
  const before = await gate.inputValue();
  await slider.focus();
  await page.keyboard.press('Home');
  const atHome = await gate.inputValue();
  await page.keyboard.press('End');
  assert.equal(new Set([atHome, await gate.inputValue()]).size, 2);
  assert.ok(['open', 'post-first', 'until-date', 'manual', 'post-first-or-date'].includes(before));
  assert.deepEqual(await flaws(page), []);
  await panel.getByRole('button', { name: 'Save prompt' }).click();
  const asked = prompt(panel, 'What would you do?');
  await asked.waitFor();
  await prompt(panel).getByText('What is asked of learners here').waitFor();
  assert.equal(await panel.getByText('What is asked of you here').count(), 0);

  const amina = await workshop('amina');
  const toAnswer = prompt(amina.panel, 'What would you do?').getByRole('button', { name: /^Answer this/ });
  await toAnswer.waitFor();
  assert.equal(
    await amina.panel.getByLabel('What you are answering').locator('option:checked').textContent(),
    'What would you do?',
  );

  await asked.getByRole('button', { name: /^Change prompt/ }).click();
  await panel.getByLabel('Who can see and answer it').selectOption({ label: 'Closed: can be read only' });
  await panel.getByRole('textbox', { name: 'Summary: what came of it' }).fill('Nobody gave up the same thing.');
  await panel.getByRole('button', { name: 'Save prompt' }).click();
  await toAnswer.waitFor({ state: 'detached' });
  await amina.panel.getByText('What would you do?').first().click();
  await amina.panel.getByText('Nobody gave up the same thing.').waitFor();
});

test('the index lists where somebody wrote, and leads a facilitator to who has waited longest', async () => {
  const index = async (as: string): Promise<{ page: Page; list: Locator }> => {
    const page = await open(`/discussions.html?as=${as}`);
    return { page, list: page.getByRole('region', { name: 'Discussions' }) };
  };
  const jonas = await index('jonas');
  await jonas.list.getByRole('button', { name: /^My own \(1\)/ }).click();
  await jonas.list.getByRole('link', { name: /^Workshop/ }).waitFor();
  assert.deepEqual(await flaws(jonas.page), []);

  const rosa = await index('rosa');
  await rosa.list.getByRole('button', { name: /^Unanswered/ }).click();
  await rosa.list
    .getByRole('link', { name: /wait(s)? for an answer/ })
    .first()
    .click();
  await rosa.page.waitForURL(/workshop\.html/);
  await panelOf(rosa.page).getByRole('article').filter({ hasText: 'Kofi Mensah' }).first().waitFor();
});

test('a facilitator saves the evidence below the desk', async () => {
  const { page, panel } = await workshop('rosa');
  await panel.getByRole('button', { name: /^Desk/ }).click();
  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as CSV' }).click();
  const rows = readFileSync(await (await saving).path(), 'utf8').split('\r\n');
  assert.match(rows[0] ?? '', /^discussion,head,prompt,version,person,/);
  assert.ok(rows.some((row) => row.includes(',member-jonas,answer,')));
  assert.ok(!rows.join().includes('Jonas Weber'));
});

test('a learner saves their own record from the list of what is asked, by keyboard, and nobody else’s', async () => {
  const { page, panel } = await workshop('jonas');
  const way = prompt(panel).getByRole('button', { name: /^Save my record/ });
  await way.focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Save as CSV' }).and(panel.locator(':focus')).waitFor();
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const [, ...rows] = readFileSync(await (await saving).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  assert.ok(rows.length > 0);
  for (const row of rows) assert.ok(row.includes(',member-jonas,'), row);
});
