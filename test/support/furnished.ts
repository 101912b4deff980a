// A place with a bit of everything in it: all that a post can hold and be.
import { ana, mira, openPlace, paula, tom, type Place } from './panel.ts';

/** A discussion with threads, marks of text, a removed, a hidden and a held post, and Arabic. */
export async function furnished(): Promise<Place> {
  const place = openPlace();
  const first = await place.say(
    mira,
    '# Welcome\n\n**Think** first.\n\n> a quote\n\n```\ncode\n```\n\n[link](https://example.org)',
  );
  const answer = await place.say(
    ana,
    'My answer, with `code`\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    first,
  );
  await place.say(tom, 'And mine', answer);
  const gone = await place.say(tom, 'Not for long', first);
  await place.say(ana, 'Below what is gone', gone);
  await place.act(tom, { type: 'remove', id: gone });
  const hidden = await place.say(tom, 'An advertisement', first);
  await place.act(mira, { type: 'moderate', id: hidden, state: 'hidden', reason: 'Advertising' });
  await place.say(paula, 'May I ask?');
  await place.say(tom, 'سلام');
  return place;
}
