// The demo's page over an adapter of an outside author: it reads and writes the same discussion as a panel over the socket.
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { panelOf } from '../support/chromium.ts';
import { openCourse } from '../support/demo-course.ts';

const course = openCourse();

async function open(page: string, as: string): Promise<Page> {
  const opened = await (await course.browser.newContext()).newPage();
  await opened.goto(course.address(`/${page}?as=${as}`));
  await panelOf(opened).getByRole('textbox', { name: 'Your post' }).waitFor();
  return opened;
}

async function post(page: Page, text: string): Promise<void> {
  await panelOf(page).getByRole('textbox', { name: 'Your post' }).fill(text);
  await panelOf(page).getByRole('button', { name: 'Post', exact: true }).click();
}

const texts = (page: Page, text: string) => panelOf(page).getByText(text, { exact: true });
const news = (page: Page) => panelOf(page).getByRole('button', { name: /1 new/ });

test('the page over the polling adapter writes to, and hears from, a panel over the socket; another person is another adapter', async () => {
  const polling = await open('polling.html', 'amina');
  const live = await open('lesson-1.html', 'jonas');
  await post(polling, 'By a call.');
  await texts(live, 'By a call.').or(news(live)).first().waitFor();
  await post(live, 'By the socket.');
  await news(polling).waitFor();
  await polling.getByLabel('You are').selectOption('rosa');
  await texts(polling, 'By the socket.').waitFor();
  await post(polling, 'As somebody else.');
  await panelOf(polling).getByText('Rosa Iglesias').first().waitFor();
});
