import { beforeAll, expect, it } from 'vitest';
import { PUBLIC_URL } from '../../../support/doubles/fake-activation-links';
import { valueOf } from '../../../support/doubles/fake-service-accounts';
import { sampleOf } from '../../../support/sample-of';
import { STATE, type ActivationLinksFixture } from './activation-links-fixture';

type Expected = { issuer: string; audience: string; linkId: string; state: string };

const written = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;

/** What comes back with the person, read by the sample of the documentation. */
export function signedResultSuite({ current, bank, link, session, goBack }: ActivationLinksFixture): void {
  let readResult: (result: string, expected: Expected) => Promise<Record<string, unknown>>;
  let result: string;
  let expected: Expected;

  beforeAll(async () => {
    const source = sampleOf('lib/helpdesk/activation-links/integrating.md', 'js');
    // The keys come as the site publishes them, and the time from the clock of the test.
    const published = JSON.stringify(await current.links.signer.publish());
    const around = `const fetch = async () => ({ json: async () => (${published}) });
      const Date = { now: () => ${current.links.clock.now().getTime()} };`;
    const sample = `data:text/javascript,${encodeURIComponent(`${around}\n${source}`)}`;
    ({ readResult } = (await import(/* @vite-ignore */ sample)) as { readResult: typeof readResult });
    const jane = await current.administration.add();
    const id = await link(jane);
    result = new URL(valueOf(await goBack(session(jane), id))).searchParams.get('result') ?? '';
    expected = { issuer: PUBLIC_URL, audience: bank.accountId, linkId: id, state: STATE };
  });

  it('a result is verified by the documented TypeScript', async () => {
    expect(await readResult(result, expected)).toMatchObject({ outcome: 'not-started' });
  });

  it.each([
    ['meant for another system', { audience: `sva-${'0'.repeat(32)}` }, 'meant for others'],
    ['from another site', { issuer: 'https://other.example' }, 'meant for others'],
    ['of another link', { linkId: `lnk-${'0'.repeat(32)}` }, 'belongs to another link'],
    ['beside a changed state', { state: 'another' }, 'belongs to another link'],
  ])('threat: a result %s — is refused', async (_what, changes, reason) => {
    await expect(readResult(result, { ...expected, ...changes })).rejects.toThrow(reason);
  });

  it('threat: a forged result — is refused', async () => {
    const [header = '', claims = '', signature = ''] = result.split('.');
    const activated = written({ ...parsed(claims), outcome: 'activated' });
    const forged = {
      'the signature is wrong': [`${header}.${activated}.${signature}`, `${header}.${claims}.`],
      'this is no result': [
        `${written({ ...parsed(header), alg: 'none' })}.${activated}.`,
        `${written({ ...parsed(header), alg: 'HS256' })}.${activated}.${signature}`,
        `${written({ ...parsed(header), typ: 'JWT' })}.${claims}.${signature}`,
      ],
      'the key is not published': [`${written({ ...parsed(header), kid: 'other' })}.${claims}.${signature}`],
    };
    for (const [reason, results] of Object.entries(forged))
      for (const one of results) await expect(readResult(one, expected)).rejects.toThrow(reason);
  });
}
