import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import type { ActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import { PUBLIC_URL } from '../../../support/doubles/fake-activation-links';
import { madeServiceAccount } from '../../../support/doubles/fake-service-accounts';
import { BACK, SCOPES, wanted, type ActivationLinksFixture } from './activation-links-fixture';

/** What the bank asks the API for. */
export function makeActivationLinkSuite(fixture: ActivationLinksFixture): void {
  const { current, bank, keyWith, post, link, factsAbout } = fixture;
  let jane: User;

  beforeEach(async () => {
    jane = await current.administration.add();
  });

  it('the answer is an address that holds only an identifier, and the link is recorded', async () => {
    const { status, headers, body, text } = await post(wanted(jane));
    const id = String(body['id']);
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/api/v1/activation-links/${id}`);
    expect(body).toMatchObject({
      address: `${PUBLIC_URL}/activation-links/${id}`,
      state: 'made',
      activationId: null,
    });
    expect(text).not.toContain('ses-');
    expect(await factsAbout(jane, id as ActivationLinkId)).toMatchObject([
      { type: 'activation-link-made', returnUrl: BACK, actor: { kind: 'service-account' } },
    ]);
  });

  it('the link is the same when the request is repeated with its key', async () => {
    const [first, second] = [
      await post(wanted(jane), bank.key, { 'idempotency-key': 'once' }),
      await post(wanted(jane), bank.key, { 'idempotency-key': 'once' }),
    ];
    expect(second.body).toEqual(first.body);
  });

  it('the link is refused for users who are unknown, disabled, or may have no devices', async () => {
    expect((await post(wanted(jane, { userId: 'nobody' }))).status).toBe(404);
    const staff = await current.administration.add(['auditor']);
    expect((await post(wanted(jane, { userId: staff.userId }))).body['code']).toBe('not-a-user');
    await bank.systems.disable(jane);
    expect((await post(wanted(jane))).body['code']).toBe('account-disabled');
  });

  it.each([
    ['another path', 'https://bank.example/phones/other?tenant=7'],
    ['a longer path', `${BACK}/..%2f`],
    ['another parameter', `${BACK}&next=https://evil.example`],
    ['no parameter', 'https://bank.example/phones/back'],
    ['another host', 'https://evil.example/phones/back?tenant=7'],
    ['a host that begins alike', 'https://bank.example.evil.example/phones/back?tenant=7'],
    ['another scheme', 'http://bank.example/phones/back?tenant=7'],
    ['another spelling', 'https://BANK.example/phones/back?tenant=7'],
    ['a fragment', `${BACK}#x`],
    ['a script', 'javascript:alert(1)'],
  ])('threat: an open redirect by %s — is refused', async (_what, returnAddress) => {
    expect(await post(wanted(jane, { returnAddress }))).toMatchObject({
      status: 422,
      body: { code: 'return-address-unknown' },
    });
  });

  it('threat: the registered address of another system — is refused', async () => {
    const { id } = await madeServiceAccount(bank.systems, bank, { scopes: SCOPES });
    expect((await post(wanted(jane), keyWith([...SCOPES], { id }))).body['code']).toBe('return-address-unknown');
  });

  it('the state has 1 to 512 printable characters that fit a header', async () => {
    expect((await post(wanted(jane, { state: 'x'.repeat(512) }))).status).toBe(201);
    for (const state of ['x'.repeat(513), '', 'a\nb', 'ü', '\u007f'])
      expect((await post(wanted(jane, { state }))).status).toBe(400);
  });

  it('the links of one user are limited', async () => {
    for (let made = 0; made < 20; made++) await link(jane);
    expect(await post(wanted(jane))).toMatchObject({ status: 429, body: { code: 'too-many-activation-links' } });
  });
}
