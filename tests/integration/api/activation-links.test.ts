import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateSessionId, type Session, type SignedIn } from '@/lib/accounts/sessions/session';
import type { User } from '@/lib/accounts/users/user';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import { type ActivationLinkId, parseActivationLinkId } from '@/lib/activation-links/activation-link';
import { followActivationLink, openActivationLink } from '@/lib/activation-links/open-link';
import { findWayBack, noteLinkedActivation, returnFromLink } from '@/lib/activation-links/return-from-link';
import {
  addReturnAddress,
  endServiceAccount,
  removeReturnAddress,
  suspendServiceAccount,
} from '@/lib/service-accounts/change-account';
import type { ServiceAccountId } from '@/lib/service-accounts/service-account';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forUseCases } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { PUBLIC_URL } from '../../support/doubles/fake-activation-links';
import { activateShown } from '../../support/doubles/fake-helpdesk-ports';
import {
  databaseServiceAccounts,
  type FakeServiceAccounts,
  madeServiceAccount,
  valueOf,
} from '../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../support/doubles/principal';
import { apiFixture } from '../../support/servers/api-fixture';
import { sampleOf } from '../../support/sample-of';

const BACK = 'https://bank.example/phones/back?tenant=7';
const STATE = ' a&b=c%20+"\\~#/?';
const SCOPES = ['activation-link:make'] as const;

const claimsOf = (url: string) => {
  const [, claims = ''] = (new URL(url).searchParams.get('result') ?? '').split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
};

const written = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

const parsed = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;

forUseCases((_kind, open) => {
  const { current, keyWith, ask } = apiFixture(open);
  let systems: FakeServiceAccounts;
  let administrator: User;
  let approver: User;
  let accountId: ServiceAccountId;
  let key: string;
  let jane: User;

  /** Another service account with one registered address, and a key of it. */
  async function addSystem(): Promise<{ id: ServiceAccountId; key: string }> {
    const { id } = await madeServiceAccount(systems, { administrator, approver }, { scopes: SCOPES });
    const by = signedInAs(administrator);
    valueOf(await addReturnAddress(systems.ports, by, { id, url: BACK, name: 'Example Bank' }, ORIGIN));
    return { id, key: keyWith([...SCOPES], { id }) };
  }

  beforeAll(async () => {
    const { clock } = current.administration.ports;
    systems = databaseServiceAccounts(current.database, clock as never);
    administrator = await systems.add(['administrator']);
    approver = await systems.add(['administrator']);
    ({ id: accountId, key } = await addSystem());
  });

  beforeEach(async () => {
    jane = await current.administration.add();
  });

  const session = (user: User): SignedIn => ({
    ...signedInAs(user),
    session: { id: generateSessionId(systems.ports.random) } as Session,
  });
  const post = (body: object, by = key, headers: Record<string, string> = {}) =>
    ask('/activation-links', { method: 'POST', key: by, headers, body });
  const wanted = (changes: object = {}) => ({ userId: jane.userId, returnAddress: BACK, state: STATE, ...changes });
  async function link(by = key): Promise<ActivationLinkId> {
    const { status, body } = await post(wanted(), by);
    expect(status).toBe(201);
    return parseActivationLinkId(String(body['id'])) as ActivationLinkId;
  }
  const follow = (as: SignedIn, id: ActivationLinkId) => followActivationLink(current.links, as, id, ORIGIN);
  const openLink = (as: SignedIn, id: ActivationLinkId) => openActivationLink(current.links, as, id, ORIGIN);
  const goBack = (as: SignedIn, id: ActivationLinkId) => returnFromLink(current.links, as, id, ORIGIN);
  const read = async (id: ActivationLinkId, by = key) => (await ask(`/activation-links/${id}`, { key: by })).body;
  const start = async (as: SignedIn): Promise<ActivationId> => {
    const input = { deviceName: 'Phone', startKey: null };
    const { id } = valueOf(await startActivation(current.world.fake.ports, as.user, input, ORIGIN));
    await noteLinkedActivation(current.links, as, id);
    return id;
  };
  const factsAbout = async (id: ActivationLinkId) => {
    const records = await current.world.stores.audit.listFor(jane, 50);
    return records
      .toReversed()
      .flatMap(({ event }) => ('linkId' in event && event.linkId === id ? [{ ...event }] : []));
  };

  describe('making an activation link', () => {
    it('answers an address that holds nothing but its identifier, and is recorded', async () => {
      const { status, headers, body, text } = await post(wanted());
      const id = String(body['id']);
      expect(status).toBe(201);
      expect(headers['location']).toBe(`/api/v1/activation-links/${id}`);
      expect(body).toMatchObject({
        address: `${PUBLIC_URL}/activation-links/${id}`,
        state: 'made',
        activationId: null,
      });
      expect(text).not.toContain('ses-');
      expect(await factsAbout(id as ActivationLinkId)).toMatchObject([
        { type: 'activation-link-made', returnUrl: BACK, actor: { kind: 'service-account' } },
      ]);
    });

    it('is the same one when it is repeated with its key', async () => {
      const [first, second] = [
        await post(wanted(), key, { 'idempotency-key': 'once' }),
        await post(wanted(), key, { 'idempotency-key': 'once' }),
      ];
      expect(second.body).toEqual(first.body);
    });

    it('refuses people who are not there, are disabled, or have no devices of their own', async () => {
      expect((await post(wanted({ userId: 'nobody' }))).status).toBe(404);
      const staff = await current.administration.add(['auditor']);
      expect((await post(wanted({ userId: staff.userId }))).body['code']).toBe('not-a-user');
      await systems.disable(jane);
      expect((await post(wanted())).body['code']).toBe('account-disabled');
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
      expect(await post(wanted({ returnAddress }))).toMatchObject({
        status: 422,
        body: { code: 'return-address-unknown' },
      });
    });

    it('threat: the registered address of another system — is refused', async () => {
      const { id } = await madeServiceAccount(systems, { administrator, approver }, { scopes: SCOPES });
      expect((await post(wanted(), keyWith([...SCOPES], { id }))).body['code']).toBe('return-address-unknown');
    });

    it('takes a state of 512 printable characters, and none that is longer, empty or cannot be in a header', async () => {
      expect((await post(wanted({ state: 'x'.repeat(512) }))).status).toBe(201);
      for (const state of ['x'.repeat(513), '', 'a\nb', 'ü', '\u007f'])
        expect((await post(wanted({ state }))).status).toBe(400);
    });

    it('limits the links of one person', async () => {
      for (let made = 0; made < 20; made++) await link();
      expect(await post(wanted())).toMatchObject({ status: 429, body: { code: 'too-many-activation-links' } });
    });
  });

  describe('the way of a person', () => {
    it('leads to the activation and back, with the caller’s state and what came of it', async () => {
      const [as, id] = [session(jane), await link()];
      expect(await findWayBack(current.links, as)).toBeNull();
      valueOf(await openLink(as, id));
      expect(await findWayBack(current.links, as)).toEqual({ linkId: id, name: 'Example Bank' });
      const activationId = await start(as);
      await activateShown(current.world.fake, jane, activationId);
      const back = new URL(valueOf(await goBack(as, id)));
      expect(`${back.origin}${back.pathname}`).toBe('https://bank.example/phones/back');
      expect(back.searchParams.get('tenant')).toBe('7');
      expect(back.searchParams.get('state')).toBe(STATE);
      const claims = claimsOf(back.href);
      expect(claims).toMatchObject({ iss: PUBLIC_URL, aud: accountId, jti: id, state: STATE });
      expect(claims).toMatchObject({ outcome: 'activated', activationId });
      expect(JSON.stringify(claims)).not.toContain(jane.userId);
      expect(await read(id)).toMatchObject({ state: 'returned', outcome: 'activated', activationId });
      expect(await findWayBack(current.links, as)).toBeNull();
      expect((await factsAbout(id)).map(({ type }) => type)).toEqual([
        'activation-link-made',
        'activation-link-opened',
        'activation-link-returned',
      ]);
    });

    it('tells each outcome, and is there whenever the person changes their mind', async () => {
      const { ports, pass } = current.world.fake;
      const came = async (make: (as: SignedIn) => Promise<unknown>) => {
        jane = await current.administration.add();
        const [as, id] = [session(jane), await link()];
        valueOf(await openLink(as, id));
        await make(as);
        return claimsOf(valueOf(await goBack(as, id)))['outcome'];
      };
      expect(await came(async () => null)).toBe('not-started');
      expect(await came(start)).toBe('pending');
      expect(await came(async (as) => cancelActivation(ports, as, await start(as), ORIGIN))).toBe('cancelled');
      expect(await came(async (as) => (await start(as), pass(10 * MINUTE)))).toBe('expired');
      jane = await current.administration.add();
      const unopened = await link();
      expect(claimsOf(valueOf(await goBack(session(jane), unopened)))['outcome']).toBe('not-started');
    });

    it('goes on with an activation that is pending', async () => {
      const as = session(jane);
      const id = await link();
      const pending = await start(as);
      expect(valueOf(await openLink(as, id)).activationId).toBe(pending);
    });

    it('looking changes nothing, and pressing twice in one session is one press', async () => {
      const [as, id] = [session(jane), await link()];
      for (let looks = 0; looks < 3; looks++) valueOf(await follow(as, id));
      expect(await read(id)).toMatchObject({ state: 'made' });
      const both = await Promise.all([openLink(as, id), openLink(as, id)]);
      expect(both.map(({ ok }) => ok)).toEqual([true, true]);
      expect(await factsAbout(id)).toHaveLength(2);
    });

    it('threat: a stolen address — is worthless to everybody but its user, and tells nothing', async () => {
      const [thief, id] = [session(await current.administration.add()), await link()];
      for (const refused of [await follow(thief, id), await openLink(thief, id), await goBack(thief, id)])
        expect(refused).toEqual({ ok: false, refusal: 'other-user' });
      expect(await findWayBack(current.links, thief)).toBeNull();
      const facts = await factsAbout(id);
      expect(facts.map(({ type }) => type)).toEqual(['activation-link-made', 'activation-link-refused']);
      expect(facts[1]).toMatchObject({ reason: 'other-user', actor: { userId: thief.user.userId } });
      valueOf(await openLink(session(jane), id));
    });

    it('threat: a replay — the link opens in one session, leads back once, and lives ten minutes', async () => {
      const [as, id] = [session(jane), await link()];
      valueOf(await openLink(as, id));
      expect(await openLink(session(jane), id)).toEqual({ ok: false, refusal: 'used' });
      expect(await goBack(session(jane), id)).toEqual({ ok: false, refusal: 'used' });
      valueOf(await goBack(as, id));
      expect(await goBack(as, id)).toEqual({ ok: false, refusal: 'used' });
      expect(await openLink(as, id)).toEqual({ ok: false, refusal: 'used' });
      const [late, abandoned] = [await link(), await link()];
      valueOf(await openLink(as, abandoned));
      current.world.fake.pass(10 * MINUTE);
      expect(await openLink(as, late)).toEqual({ ok: false, refusal: 'expired' });
      expect(await read(late)).toMatchObject({ state: 'expired' });
      current.world.fake.pass(HOUR);
      expect(await goBack(as, abandoned)).toEqual({ ok: false, refusal: 'expired' });
      expect(await findWayBack(current.links, as)).toBeNull();
    });

    it('threat: an activation of somebody else in the session’s link — is not told of', async () => {
      const [as, id] = [session(jane), await link()];
      valueOf(await openLink(as, id));
      const other = session(await current.administration.add());
      await current.links.links.noteActivation(id, await start(other));
      expect(claimsOf(valueOf(await goBack(as, id)))).toMatchObject({ outcome: 'not-started', activationId: null });
    });

    it('threat: an address or an account that is stopped meanwhile — sends nobody any more', async () => {
      const by = signedInAs(administrator);
      const stops = [
        (id: ServiceAccountId) => removeReturnAddress(systems.ports, by, { id, url: BACK }, ORIGIN),
        (id: ServiceAccountId) => suspendServiceAccount(systems.ports, by, id, ORIGIN),
        (id: ServiceAccountId) => endServiceAccount(systems.ports, by, id, ORIGIN),
      ];
      for (const stop of stops) {
        const system = await addSystem();
        const [as, opened, unopened] = [session(jane), await link(system.key), await link(system.key)];
        valueOf(await openLink(as, opened));
        valueOf(await stop(system.id));
        expect(await findWayBack(current.links, as)).toBeNull();
        expect(await goBack(as, opened)).toEqual({ ok: false, refusal: 'not-connected' });
        expect(await openLink(as, unopened)).toEqual({ ok: false, refusal: 'not-connected' });
      }
    });

    it('threat: another system — cannot read what became of a link', async () => {
      const id = await link();
      expect((await ask(`/activation-links/${id}`, { key: keyWith([...SCOPES]) })).status).toBe(404);
    });
  });

  describe('the signed result, verified as the documentation shows', () => {
    type Expected = { issuer: string; audience: string; linkId: string; state: string };
    let readResult: (result: string, expected: Expected) => Promise<Record<string, unknown>>;
    let result: string;
    let expected: Expected;

    beforeAll(async () => {
      const source = sampleOf('lib/activation-links/integrating.md', 'js');
      // The keys come as the site publishes them, and the time from the clock of the test.
      const published = JSON.stringify(await current.links.signer.publish());
      const around = `const fetch = async () => ({ json: async () => (${published}) });
        const Date = { now: () => ${current.links.clock.now().getTime()} };`;
      const sample = `data:text/javascript,${encodeURIComponent(`${around}\n${source}`)}`;
      ({ readResult } = (await import(/* @vite-ignore */ sample)) as { readResult: typeof readResult });
      jane = await current.administration.add();
      const id = await link();
      result = new URL(valueOf(await goBack(session(jane), id))).searchParams.get('result') ?? '';
      expected = { issuer: PUBLIC_URL, audience: accountId, linkId: id, state: STATE };
    });

    it('holds', async () => {
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
  });
});
