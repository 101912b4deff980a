// What a page's own address answers, as a token: JSON or text, nobody, or trouble that may heal.
import { expect } from 'chai';
import { tokenFrom } from '../../src/elements/token-url.ts';

const token = 'aaaa.bbbb.cccc';
const answerOf = (body: string, type: string): string => `data:${type},${encodeURIComponent(body)}`;

async function failureOf(address: string): Promise<unknown> {
  return tokenFrom(address)().then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

describe('token-url', () => {
  const answers: readonly (readonly [string, string, string, string | null])[] = [
    ['a token in JSON', JSON.stringify({ token }), 'application/json', token],
    ['nobody in JSON', JSON.stringify({ token: null }), 'application/json', null],
    ['a token as text', ` ${token}\n`, 'text/plain', token],
    ['nothing as text', '', 'text/plain', null],
  ];
  for (const [what, body, type, expected] of answers)
    it(`takes ${what}`, async () => {
      expect(await tokenFrom(answerOf(body, type))()).to.equal(expected);
    });

  it('rejects where the address does not answer, so that it is asked again', async () => {
    expect(await failureOf('/no/such/address')).to.be.instanceOf(Error);
  });
});
