import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { KeyedDevice } from '@/lib/phone/device-details';
import { askForPushTest } from '@/lib/phone/push-subscription';
import { t, type Message } from '@/lib/shared/language/t';
import type { Phone } from '../phone';

export const TEST_NOTIFICATION_WORDS = {
  delivered: 'Sent. The notification appears in a moment.',
  gone: 'This phone’s notifications have ended. Turn them off and on again.',
  failed: 'The notification service didn’t take the test. Try again in a minute.',
  paused: 'That’s enough tests for now. Try again in a quarter of an hour.',
  unreachable: 'The website can’t be reached. Check that this phone is online, then try again.',
} as const satisfies Record<string, Message>;

/** Has the website send this phone a test. @returns what came of it, in words, and whether it is a problem */
export async function testNotification(
  phone: Phone,
  device: KeyedDevice,
): Promise<{ problem: boolean; words: string }> {
  const outcome = await ask(phone, device);
  return { problem: outcome !== 'delivered', words: t(TEST_NOTIFICATION_WORDS[outcome]) };
}

async function ask(phone: Phone, device: KeyedDevice): Promise<keyof typeof TEST_NOTIFICATION_WORDS> {
  try {
    const result = await askForPushTest(await phone.gateway(), device, phone.random);
    if (!result.ok) return result.refusal === 'paused' ? 'paused' : 'failed';
    if (result.value !== 'gone' && result.value !== 'not-reached') return result.value;
    await phone.store.change(device.instanceId, { isReached: false });
    return 'gone';
  } catch (error) {
    if (error instanceof GatewayFailure) return 'unreachable';
    throw error;
  }
}
