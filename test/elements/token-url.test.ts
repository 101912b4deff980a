// What a page's own address answers, as a token: JSON or text, nobody, or trouble that may heal.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { adapterFor, type Reach } from '../../src/elements/connect.ts';
import { tokenFrom, type GetToken } from '../../src/elements/token-url.ts';

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

  const url = answerOf('fresh', 'text/plain');
  const early = (): Promise<Response> => Promise.resolve(new Response('early'));

  it('takes what is under way once, and then asks again', async () => {
    const ask = tokenFrom(url, [{ url, answer: early() }]);
    expect([await ask(), await ask()]).to.deep.equal(['early', 'fresh']);
  });

  it('does not take what was asked for at another address', async () => {
    const ask = tokenFrom(url, [{ url: answerOf('somebody else', 'text/plain'), answer: early() }]);
    expect(await ask()).to.equal('fresh');
  });

  it('does not keep what was under way for whoever is signed in later', async () => {
    const asks: (GetToken | null)[] = [];
    const reach: Reach = {
      ...{ adapter: null, server: '/', site: null, tokenUrl: url, askedTokens: [{ url, answer: early() }] },
      getToken: async () => 'the page’s own',
    };
    const connect = ({ getToken }: { readonly getToken: GetToken | null }) => {
      asks.push(getToken);
      return memoryAdapter({ me: null });
    };
    await adapterFor(reach, connect);
    await adapterFor({ ...reach, getToken: null }, connect);
    expect(await Promise.all(asks.map((ask) => ask?.()))).to.deep.equal(['the page’s own', 'fresh']);
  });
});
