import type { UserDirectory } from '../../accounts/users/user-directory';
import { GatewayError } from '../../activation/gateway-error';
import type { AppendMessages } from '../../database/side-effects/append-messages';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import { NoticeCarrier } from '../../messaging/notices/notice-carrier';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Installation } from './installation';

/** Turns notices into mails. */
export function openNotices(
  { config, database, clock }: Pick<Installation, 'config' | 'database' | 'clock'>,
  append: AppendMessages,
  users: UserDirectory,
  directory: AuthenticatorDirectory,
): NoticeCarrier {
  return new NoticeCarrier({
    findUser: ({ userId, domain }) => users.find(userId, domain),
    nameDevice: (user, instanceId) => nameOf(directory, user, instanceId),
    append: (mails) => database.client.$transaction((transaction) => append(transaction, mails, clock.now())),
    publicUrl: config.publicUrl,
  });
}

/** A gateway that fails delays no notice: the device's number takes the place of its name. */
async function nameOf(directory: AuthenticatorDirectory, user: UserKey, instanceId: string): Promise<string | null> {
  try {
    const devices = await directory.list(user);
    return devices.find((device) => device.instanceId === instanceId)?.name ?? null;
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
