// The id of the discussion of a page: one for each page, the same however the page was reached, and always allowed.
import { expect } from 'chai';
import { checkDiscussionId } from '../../src/model/allow.ts';
import { discussionIdOf } from '../../src/model/discussion-id.ts';

const long = `https://a.example/${'lesson-about-asking/'.repeat(20)}`;

const cases: readonly (readonly [why: string, url: string, id: string])[] = [
  ['takes the path alone', 'https://learning.example.org/lessons/asking', '/lessons/asking'],
  ['drops the slash at the end', 'https://learning.example.org/lessons/imported/', '/lessons/imported'],
  ['drops several slashes at the end', 'https://learning.example.org/lessons//', '/lessons'],
  ['drops index.html', 'https://a.example/lessons/index.html', '/lessons'],
  ['drops index.php, and keeps what names the page', 'https://a.example/index.php?p=12', '/?p=12'],
  ['keeps a page that merely ends like one', 'https://a.example/my-index.html', '/my-index.html'],
  ['has an id for the front page', 'https://a.example', '/'],
  ['drops the hash', 'https://a.example/a#comment-7', '/a'],
  ['drops what only says how one came', 'https://a.example/a?utm_source=mail&fbclid=x&lang=de', '/a'],
  ['sorts what names the page', 'https://a.example/a?unit=2&course=9&x=1', '/a?course=9&unit=2'],
  ['keeps two values of one key', 'https://a.example/a?id=1&id=2', '/a?id=1&id=2'],
  ['drops a key without a value', 'https://a.example/a?p=', '/a'],
  ['does not let a value pass for a second key', 'https://a.example/a?p=1%26id%3D2', '/a?p=1%26id%3D2'],
  ['reads a plus in a query as a space', 'https://a.example/a?topic=first+steps', '/a?topic=first steps'],
  ['decodes letters', 'https://a.example/%CE%BC%CE%AC%CE%B8%CE%B7%CE%BC%CE%B1', '/μάθημα'],
  ['joins letters written in two parts', 'https://a.example/cafe%CC%81', '/café'],
  ['keeps Chinese', 'https://a.example/课程/第一课', '/课程/第一课'],
  ['decodes a space', 'https://a.example/a%20b', '/a b'],
  ['keeps an encoded slash apart from a slash', 'https://a.example/a%2Fb', '/a%2Fb'],
  ['keeps an encoded per cent sign apart', 'https://a.example/a%252Fb', '/a%252Fb'],
  ['keeps a broken encoding as it is, safely', 'https://a.example/a%E0b', '/a%25E0b'],
  ['encodes what an id may not hold', 'https://a.example/"a"|b', '/%22a%22%7Cb'],
  ['encodes a picture letter', 'https://a.example/🙂', '/%F0%9F%99%82'],
  ['reads a path without a host', '/lessons/asking/?p=3', '/lessons/asking?p=3'],
  ['has an id for what is no address', 'http://', '/'],
];

describe('discussionIdOf', () => {
  for (const [why, url, id] of cases)
    it(why, () => {
      expect(discussionIdOf(url)).to.equal(id);
      checkDiscussionId(id);
    });

  it('is the same for the same page under another host', () => {
    expect(discussionIdOf('http://staging.example/a/b')).to.equal(discussionIdOf('https://www.example.org/a/b/'));
  });

  it('cuts a long address to an allowed length, and keeps two of them apart', () => {
    const [one, two] = [discussionIdOf(`${long}one`), discussionIdOf(`${long}two`)];
    expect(one).to.match(/^\/lesson-about-asking\/.*~[0-9a-z]{13}$/);
    expect(one.length).to.be.at.most(200);
    expect(one).not.to.equal(two);
    expect(discussionIdOf(`${long}one/`)).to.equal(one);
    checkDiscussionId(one);
  });

  it('never cuts through a letter or an encoded character', () => {
    for (let shift = 0; shift < 12; shift++)
      for (const unit of ['𝒜', '🙂', '"'])
        checkDiscussionId(discussionIdOf(`https://a.example/${'a'.repeat(shift)}${unit.repeat(150)}`));
    for (let shift = 0; shift < 12; shift++)
      expect(discussionIdOf(`https://a.example/${'a'.repeat(shift)}${'"'.repeat(150)}`)).to.match(
        /(?:%22)+~[0-9a-z]{13}$/,
      );
  });

  it('gives an allowed id for whatever an address holds', () => {
    for (let code = 1; code < 0x3000; code += 7) {
      const id = discussionIdOf(`https://a.example/x${String.fromCharCode(code)}y?p=${String.fromCharCode(code)}z`);
      checkDiscussionId(id);
    }
  });
});
