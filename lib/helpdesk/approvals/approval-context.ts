import type { AuditLog } from '../../audit/audit-log';
import { GatewayError } from '../../activation/gateway-error';
import type { AuthenticatorDirectory, AuthenticatorInstance } from '../../devices/authenticator-directory';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * What an approver should know of the user beside a request.
 * @property devices null if the gateway does not answer
 * @property lastSignIn ISO 8601; null if none is among the user's latest records
 */
export type ApprovalContext = {
  devices: Pick<AuthenticatorInstance, 'instanceId' | 'name' | 'state'>[] | null;
  lastSignIn: string | null;
};

const LOOKED_AT = 100;

export async function approvalContext(
  { directory, audit }: { directory: AuthenticatorDirectory; audit: AuditLog },
  { userId, domain }: UserKey,
): Promise<ApprovalContext> {
  const records = await audit.listFor({ userId, domain }, LOOKED_AT);
  const signIn = records.find(
    ({ event }) => event.type === 'sign-in-succeeded' || event.type === 'phone-sign-in-succeeded',
  );
  return { devices: await devicesOf(directory, { userId, domain }), lastSignIn: signIn?.at.toISOString() ?? null };
}

async function devicesOf(directory: AuthenticatorDirectory, user: UserKey): Promise<ApprovalContext['devices']> {
  try {
    return await directory.list(user);
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
