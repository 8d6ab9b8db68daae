import { perObject } from '../../accounts/sign-in/limits';
import { generateBrowserSecret, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { MarkPorts } from './device-marks';
import { sha256OfText } from '../../shared/bytes';

/**
 * Remembers that a device was activated in a browser.
 * @param instanceId of a device that has just proved its key
 * @param secret of the browser; null where it has none yet
 * @returns the secret that the browser is to keep
 */
export async function markDevice(
  { marks, rateLimiter, clock, random }: MarkPorts,
  instanceId: string,
  secret: BrowserSecret | null,
): Promise<Result<BrowserSecret, 'paused'>> {
  if (await rateLimiter.take([perObject('device-mark', instanceId)])) return refuse('paused');
  const kept = secret ?? generateBrowserSecret(random);
  await marks.add(await sha256OfText(kept), instanceId, clock.now());
  return accept(kept);
}

/** Forgets devices that their user has removed from the browser, or that it has erased. */
export async function unmarkDevices(
  { marks }: MarkPorts,
  secret: BrowserSecret,
  instanceIds: readonly string[],
): Promise<void> {
  await marks.remove(await sha256OfText(secret), instanceIds);
}
