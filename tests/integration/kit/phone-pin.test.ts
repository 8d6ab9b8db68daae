import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStandIn, type StandIn } from '@/lib/kit/gateways/stand-in';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { SECOND } from '@/lib/shared/time/duration';
import { FakeClock } from '../../support/doubles/fake-clock';
import { valueOf } from '../../support/phones/activate-device';

const clock = new FakeClock();
let standIn: StandIn;
let phone: TestPhone;

beforeEach(async () => {
  standIn = await openStandIn('embedded');
  phone = await TestPhone.at(standIn.addresses['phone'] ?? '', { now: () => clock.now(), pin: '864213' });
  const registered = valueOf(await standIn.register({ userId: 'jane.doe', domain: 'example.org' }));
  await phone.activate(valueOf(formatActivationPayload({ ...registered, gatewayId: standIn.gatewayId })));
});
afterEach(async () => {
  phone.close();
  await standIn.close();
});

test('the PIN that was chosen is right, and gives the tries back', async () => {
  await expect(phone.enterPin('135790')).rejects.toMatchObject({ code: 'wrong-pin' });
  clock.pass(2 * SECOND);
  await phone.enterPin('864213');
  for (const pause of [2, 5, 10, 20]) {
    await expect(phone.enterPin('135790')).rejects.toMatchObject({ code: 'wrong-pin' });
    clock.pass(pause * SECOND);
  }
  expect(await phone.otp()).toMatch(/^\d{6}$/);
});

test('a PIN within the pause after a wrong one is not tried', async () => {
  await expect(phone.enterPin('135790')).rejects.toMatchObject({ code: 'wrong-pin' });
  await expect(phone.enterPin('864213')).rejects.toMatchObject({ code: 'too-early' });
  clock.pass(2 * SECOND);
  await phone.enterPin('864213');
});

test('the fifth wrong PIN erases the device', async () => {
  for (const pause of [2, 5, 10, 20, 0]) {
    await expect(phone.enterPin('135790')).rejects.toMatchObject({ code: 'wrong-pin' });
    clock.pass(pause * SECOND);
  }
  await expect(phone.enterPin('864213')).rejects.toMatchObject({ code: 'no-instance' });
  await expect(phone.otp()).rejects.toMatchObject({ code: 'no-instance' });
});
