import { perObject } from '../accounts/sign-in/limits';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { UserKey } from '../shared/identifiers/user-key';
import type { Language } from '../shared/language';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';
import { findOwnAuthenticator } from './find-own-authenticator';

/**
 * What came of a test. `delivered`: the push service has it. `gone`: it has just ended how the device was reached. `failed`: it
 * did not take it.
 */
export const TEST_NOTIFICATION_OUTCOMES = ['delivered', 'not-reached', 'gone', 'failed'] as const;
export type TestNotificationOutcome = (typeof TEST_NOTIFICATION_OUTCOMES)[number];

/** PORT: sends a notification to one device at once, past the outbox, because somebody waits. */
export type NotificationTrial = (instanceId: string, language: Language) => Promise<TestNotificationOutcome>;

export type TestNotificationPorts = Pick<AuthenticatorPorts, 'directory' | 'rateLimiter'> & {
  users: Pick<UserDirectory, 'find'>;
  /** Null where no phones are alerted. */
  trial: NotificationTrial | null;
};

/** Sends a test to one's own device, a few times in a quarter of an hour, whoever asks for it: the website or the phone. */
export async function sendTestNotification(
  { directory, rateLimiter, users, trial }: TestNotificationPorts,
  owner: UserKey,
  instanceId: string,
): Promise<Result<TestNotificationOutcome, 'not-found' | 'too-many-attempts'>> {
  const instance = await findOwnAuthenticator(directory, owner, instanceId);
  const user = instance?.state === 'active' ? await users.find(owner.userId, owner.domain) : null;
  if (!user || !trial) return refuse('not-found');
  if (await rateLimiter.take([perObject('test-notification', instanceId)])) return refuse('too-many-attempts');
  return accept(await trial(instanceId, user.language));
}
