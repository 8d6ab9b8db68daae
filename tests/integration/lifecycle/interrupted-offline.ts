import type { User } from '@/lib/accounts/users/user';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { enterSignature } from '@/lib/activation/offline/enter-signature';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import { signedInAs } from '../../support/doubles/principal';
import { startOwn } from '../../support/doubles/start-own';
import { valueOf } from '../../support/phones/activate-device';
import type { Act } from './interrupted-world';
import type { InterruptedWorld } from './interrupted-world';
import type { UseCases } from './interrupted.suite';

const WRONG_CODE = '1'.repeat(26);

/** @returns starts an activation of either type */
export function starting({ credential }: InterruptedWorld, user: User, activationType: 'online' | 'offline') {
  const input = { deviceName: 'New phone', activationType, startKey: null, credential };
  return async (ports: HelpdeskPorts) => valueOf(await startOwn(ports, signedInAs(user), input, ORIGIN));
}

export async function look({ ports }: InterruptedWorld, user: User, id: ActivationId): Promise<string> {
  return valueOf(await revealPayload(ports.activation, signedInAs(user), id, 'svg', ORIGIN)).payload;
}

/** Up to the first image. */
async function scan(world: InterruptedWorld) {
  const user = await world.newcomer();
  const { id } = await starting(world, user, 'offline')(world.ports);
  return { user, id, phone: await FakeOfflinePhone.scan(await look(world, user, id)) };
}

export async function startOnline(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  return { user, run: starting(world, user, 'online') };
}

export async function startOffline(world: InterruptedWorld): Promise<Act> {
  const user = await world.newcomer();
  return { user, run: starting(world, user, 'offline') };
}

export async function typeDeviceCode(world: InterruptedWorld): Promise<Act> {
  const { user, id, phone } = await scan(world);
  return {
    user,
    isTyped: true,
    run: (own) => enterDeviceCode(own.activation, signedInAs(user), id, phone.deviceCode, ORIGIN),
  };
}

async function typeWrongCode(world: InterruptedWorld): Promise<Act> {
  const { user, id } = await scan(world);
  return { user, run: (own) => enterDeviceCode(own.activation, signedInAs(user), id, WRONG_CODE, ORIGIN) };
}

export async function typeSignature(world: InterruptedWorld): Promise<Act> {
  const { user, id, phone } = await scan(world);
  valueOf(await enterDeviceCode(world.ports.activation, signedInAs(user), id, phone.deviceCode, ORIGIN));
  const signature = await phone.scanSecond(await look(world, user, id));
  async function run(own: HelpdeskPorts) {
    world.helpdesk.fake.listener = own.activation;
    await enterSignature(own.activation, signedInAs(user), id, signature, ORIGIN);
  }
  return { user, run };
}

/** A phone without a network at the embedded gateway. */
export const OFFLINE_USE_CASES: UseCases<InterruptedWorld> = {
  'offline activation': {
    'the start': {
      prepare: startOffline,
      brings: ['activation New phone issued', 'voucher', 'record activation-issued', 'record activation-requested'],
    },
    'the device code': {
      prepare: typeDeviceCode,
      brings: ['activation New phone verified', 'record device-code-accepted'],
    },
    'a wrong device code': { prepare: typeWrongCode, brings: ['record activation-code-refused'] },
    'the signature': {
      prepare: typeSignature,
      brings: [
        'device 1 New phone active',
        'activation New phone active',
        'notice New phone sent',
        'record activation-active',
        'webhook device-activated',
        'mail device-activated to them@example.org',
        'mail device-activated to them@mail.example.net',
      ],
    },
  },
};
