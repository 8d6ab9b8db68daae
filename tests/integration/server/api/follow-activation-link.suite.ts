import { NOTHING_USED_UP } from '@/lib/accounts/proofs/check-proofs';
import { beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { User } from '@/lib/accounts/users/user';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import type { ActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import { followActivationLink, openActivationLink } from '@/lib/helpdesk/activation-links/open-link';
import { findWayBack } from '@/lib/helpdesk/activation-links/return-from-link';
import {
  endServiceAccount,
  removeReturnAddress,
  suspendServiceAccount,
} from '@/lib/helpdesk/service-accounts/change-account';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { PUBLIC_URL } from '../../../support/doubles/fake-activation-links';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { activateShown } from '../../../support/doubles/fake-helpdesk-ports';
import { valueOf } from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';
import { BACK, SCOPES, STATE, type ActivationLinksFixture } from './activation-links-fixture';

const claimsOf = (url: string) => {
  const [, claims = ''] = (new URL(url).searchParams.get('result') ?? '').split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
};

/** From the link to the activation, and back to the bank. */
export function followActivationLinkSuite(fixture: ActivationLinksFixture): void {
  const { current, bank, keyWith, ask, addSystem, link, session, goBack, factsAbout } = fixture;
  let jane: User;

  beforeEach(async () => {
    jane = await current.administration.add();
  });

  const follow = (as: SignedIn, id: ActivationLinkId) => followActivationLink(current.links, as, id, ORIGIN);
  const openLink = (as: SignedIn, id: ActivationLinkId) => openActivationLink(current.links, as, id, ORIGIN);
  const read = async (id: ActivationLinkId) => (await ask(`/activation-links/${id}`, { key: bank.key })).body;

  async function start(as: SignedIn, by = as.user): Promise<ActivationId> {
    const grant = { by: 'own-session', session: as.session.id, usedUp: NOTHING_USED_UP } as const;
    const input = { deviceName: 'Phone', startKey: null, grant };
    return valueOf(await startActivation(current.world.fake.ports, by, input, ORIGIN)).id;
  }

  it('the link leads to the activation and back, with the caller’s state and the outcome', async () => {
    const [as, id] = [session(jane), await link(jane)];
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
    expect(claims).toMatchObject({ iss: PUBLIC_URL, aud: bank.accountId, jti: id, state: STATE });
    expect(claims).toMatchObject({ outcome: 'activated', activationId });
    expect(JSON.stringify(claims)).not.toContain(jane.userId);
    expect(await read(id)).toMatchObject({ state: 'returned', outcome: 'activated', activationId });
    expect(await findWayBack(current.links, as)).toBeNull();
    expect((await factsAbout(jane, id)).map(({ type }) => type)).toEqual([
      'activation-link-made',
      'activation-link-opened',
      'activation-link-returned',
    ]);
  });

  it('each outcome is reported, also when the user changes their mind', async () => {
    const { ports, pass } = current.world.fake;
    const came = async (make: (as: SignedIn) => Promise<unknown>) => {
      jane = await current.administration.add();
      const [as, id] = [session(jane), await link(jane)];
      valueOf(await openLink(as, id));
      await make(as);
      return claimsOf(valueOf(await goBack(as, id)))['outcome'];
    };
    expect(await came(async () => null)).toBe('not-started');
    expect(await came(start)).toBe('pending');
    expect(await came(async (as) => cancelActivation(ports, as, await start(as), ORIGIN))).toBe('cancelled');
    expect(await came(async (as) => (await start(as), pass(10 * MINUTE)))).toBe('expired');
    jane = await current.administration.add();
    const unopened = await link(jane);
    expect(claimsOf(valueOf(await goBack(session(jane), unopened)))['outcome']).toBe('not-started');
  });

  it('the link continues a pending activation', async () => {
    const as = session(jane);
    const id = await link(jane);
    const pending = await start(as);
    expect(valueOf(await openLink(as, id)).activationId).toBe(pending);
  });

  it('viewing a link changes nothing, and pressing twice in one session counts once', async () => {
    const [as, id] = [session(jane), await link(jane)];
    for (let looks = 0; looks < 3; looks++) valueOf(await follow(as, id));
    expect(await read(id)).toMatchObject({ state: 'made' });
    const both = await Promise.all([openLink(as, id), openLink(as, id)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await factsAbout(jane, id)).toHaveLength(2);
  });

  it('threat: a stolen address — is worthless to all but its user, and reveals nothing', async () => {
    const [thief, id] = [session(await current.administration.add()), await link(jane)];
    for (const refused of [await follow(thief, id), await openLink(thief, id), await goBack(thief, id)])
      expect(refused).toEqual({ ok: false, refusal: 'other-user' });
    expect(await findWayBack(current.links, thief)).toBeNull();
    const facts = await factsAbout(jane, id);
    expect(facts.map(({ type }) => type)).toEqual(['activation-link-made', 'activation-link-refused']);
    expect(facts[1]).toMatchObject({ reason: 'other-user', actor: { userId: thief.user.userId } });
    valueOf(await openLink(session(jane), id));
  });

  it('threat: a replay — the link opens in one session, leads back once, and lives ten minutes', async () => {
    const [as, id] = [session(jane), await link(jane)];
    valueOf(await openLink(as, id));
    expect(await openLink(session(jane), id)).toEqual({ ok: false, refusal: 'used' });
    expect(await goBack(session(jane), id)).toEqual({ ok: false, refusal: 'used' });
    valueOf(await goBack(as, id));
    expect(await goBack(as, id)).toEqual({ ok: false, refusal: 'used' });
    expect(await openLink(as, id)).toEqual({ ok: false, refusal: 'used' });
    const [late, abandoned] = [await link(jane), await link(jane)];
    valueOf(await openLink(as, abandoned));
    current.world.fake.pass(10 * MINUTE);
    expect(await openLink(as, late)).toEqual({ ok: false, refusal: 'expired' });
    expect(await read(late)).toMatchObject({ state: 'expired' });
    current.world.fake.pass(HOUR);
    expect(await goBack(as, abandoned)).toEqual({ ok: false, refusal: 'expired' });
    expect(await findWayBack(current.links, as)).toBeNull();
  });

  it('threat: another user’s activation in the session’s link — is not reported', async () => {
    const [as, id] = [session(jane), await link(jane)];
    valueOf(await openLink(as, id));
    await start(as, await current.administration.add());
    expect(claimsOf(valueOf(await goBack(as, id)))).toMatchObject({ outcome: 'not-started', activationId: null });
  });

  it('threat: a caller’s address or account that is disabled meanwhile — sends no user any more', async () => {
    const by = signedInAs(bank.administrator);
    const stops = [
      (id: ServiceAccountId) => removeReturnAddress(bank.systems.ports, by, { id, url: BACK }, ORIGIN),
      (id: ServiceAccountId) => suspendServiceAccount(bank.systems.ports, by, id, ORIGIN),
      (id: ServiceAccountId) => endServiceAccount(bank.systems.ports, by, id, ORIGIN),
    ];
    for (const stop of stops) {
      const system = await addSystem();
      const [as, opened, unopened] = [session(jane), await link(jane, system.key), await link(jane, system.key)];
      valueOf(await openLink(as, opened));
      valueOf(await stop(system.id));
      expect(await findWayBack(current.links, as)).toBeNull();
      expect(await goBack(as, opened)).toEqual({ ok: false, refusal: 'not-connected' });
      expect(await openLink(as, unopened)).toEqual({ ok: false, refusal: 'not-connected' });
    }
  });

  it('threat: another system — cannot read what became of a link', async () => {
    const id = await link(jane);
    expect((await ask(`/activation-links/${id}`, { key: keyWith([...SCOPES]) })).status).toBe(404);
  });
}
