import { afterEach, beforeEach, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { openStandIn, type StandIn } from '@/lib/kit/gateways/stand-in';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { valueOf } from '../../support/phones/activate-device';

let standIn: StandIn;
let phone: TestPhone;

beforeEach(async () => {
  standIn = await openStandIn('embedded');
  phone = await TestPhone.at(standIn.addresses['phone'] ?? '', { patienceMs: 200 });
});
afterEach(async () => {
  phone.close();
  await standIn.close();
});

async function activate() {
  const registered = valueOf(await standIn.register({ userId: 'jane.doe', domain: 'example.org' }));
  return phone.activate(valueOf(formatActivationPayload({ ...registered, gatewayId: standIn.gatewayId })));
}

test('a device whose notifications fail is the phone’s all the same, and they are turned on later', async () => {
  phone.always('updateNotificationID', fault.status(500));
  const device = await activate();
  expect(phone.device).toBe(device);
  expect(await phone.otp()).toMatch(/^\d{6}$/);
  await expect(phone.turnNotificationsOn()).rejects.toMatchObject({ name: 'GatewayFailure' });
  await phone.heal();
  await phone.turnNotificationsOn();
  expect(phone.calls('updateNotificationID').map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 200]);
});

test('notifications of a device that the gateway has removed are refused', async () => {
  const { instanceId } = await activate();
  await standIn.gateway.remove(instanceId);
  await expect(phone.turnNotificationsOn()).rejects.toMatchObject({ code: 'registration-not-found' });
});
