import { signIn } from '../../accounts/sign-in/sign-in';
import type { Services } from '../composition/compose';
import { testLogin } from '../../devices/test-login';
import { SECOND } from '../../shared/time/duration';
import { DemoSite } from './demo-site';
import { must } from './must';

/** From the image to the PIN, as the record of the activation will say. */
const TOOK_MS = 30 * SECOND;

/**
 * Signs somebody in, activates a phone for them and tries its one-time password, by the real use cases and inside this process.
 * Mails and webhooks that are due count as sent and go nowhere.
 * @throws TypeError when something is refused
 */
export async function playPerson(
  services: Services,
  { userId, password }: { userId: string; password: string },
  onStep: (step: 'sign-in' | 'activation' | 'one-time-password') => void,
): Promise<void> {
  const site = new DemoSite(services, 0);
  const user = await site.user(userId);
  must(await signIn(site.services.accounts, { userId, password }, site.from(user)));
  onStep('sign-in');
  const device = await site.activate(user, 'Phone', TOOK_MS);
  onStep('activation');
  const digits = await site.oneTimePassword(device);
  const { devices } = site.services;
  const verdict = await testLogin(devices, user, device.instanceId, digits, site.from(user), () => {});
  if (!verdict.ok) throw new TypeError('the one-time password was refused');
  onStep('one-time-password');
}
