import { afterEach, beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { EVERYTHING } from '@/lib/devices/authenticator-directory';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../support/doubles/principal';
import { invite } from './typed-reissue';

const NOT_OFFERED = { ok: false, refusal: 'not-offered' };

/** What is done to devices where the gateway cannot lock or rename them for us. @param current gives the world */
export function locklessSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let instanceId: string;
  let origin: typeof ORIGIN;
  let addresses = 0;

  beforeEach(async () => {
    world = current();
    world.directory.capabilities = { ...EVERYTHING, lock: 'not-documented', rename: 'not-documented' };
    jane = await world.newcomer();
    instanceId = (await world.activate(jane)).instanceId;
    origin = { ...ORIGIN, address: `100.64.0.${(addresses += 1)}` };
  });

  afterEach(() => {
    world.directory.capabilities = EVERYTHING;
  });

  const devices = async () => (await world.fake.directory.list(jane)).map((device) => device.instanceId);
  const recorded = async () => (await world.ports.audit.listFor(jane, 100)).map(({ event }) => event.type);

  it('a gateway’s missing capability is refused to users and to the helpdesk', async () => {
    for (const change of [{ kind: 'lock' }, { kind: 'rename', name: 'Mine' }] as const)
      expect(await changeAuthenticator(world.ports, jane, instanceId, change, origin)).toEqual(NOT_OFFERED);
    expect(await lockDevice(world.ports, signedInAs(world.agent), jane, instanceId, origin)).toEqual(NOT_OFFERED);
    expect(await startReplacement(world.ports, jane, instanceId, origin)).toEqual(NOT_OFFERED);
    world.directory.capabilities = { ...EVERYTHING, remove: 'not-permitted' };
    const removal = { instanceId, reason: 'lost', ticket: 'T-1', justification: null } as const;
    expect(await requestRemoval(world.ports, signedInAs(world.agent), jane, removal, origin)).toEqual(NOT_OFFERED);
    expect(await devices()).toEqual([instanceId]);
  });

  it('a device that is reported is removed where the gateway cannot lock', async () => {
    const { notMeLink } = await world.mailbox.newest(jane.userId, 'device-activated');
    expect(await reportNotMe(world.ports, FakeMailbox.tokenOf(notMeLink), origin)).toMatchObject({ ok: true });
    expect(await devices()).toEqual([]);
  });

  it('a stolen device is removed at once where the gateway cannot lock, and this is reported', async () => {
    const { id } = await invite(world, jane, { reason: 'stolen', oldDevice: { instanceId, fate: 'lock' } });
    expect(await devices()).toEqual([]);
    expect(await world.ports.invitations.find(id, 'example.org')).toMatchObject({ oldDevice: { state: 'removed' } });
    expect(await recorded()).toContain('device-removed-by-helpdesk');
  });
}
