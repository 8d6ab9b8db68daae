import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasskeyPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { parsePasskeyName, type PasskeyId } from './passkey';

type Ports = Pick<PasskeyPorts, 'passkeys' | 'audit'>;

export async function renamePasskey(
  { passkeys, audit }: Ports,
  { user }: SignedIn,
  id: PasskeyId,
  typedName: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'passkey-name-invalid'>> {
  const name = parsePasskeyName(typedName);
  if (name === null) return refuse('passkey-name-invalid');
  if (!(await passkeys.store.rename(user, id, name))) return refuse('not-found');
  await audit.append({ type: 'passkey-renamed', passkeyId: id, name, ...ownContext(user, origin) });
  return accept(null);
}

/** Removes a passkey of the user's own, but never the last one of an account without a password. */
export async function removePasskey(
  { passkeys, audit }: Ports,
  { user }: SignedIn,
  id: PasskeyId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'last-passkey'>> {
  const removed = await passkeys.store.remove(user, id);
  if (!removed.ok) return removed;
  const { name } = removed.value;
  await audit.append({ type: 'passkey-removed', passkeyId: id, name, ...ownContext(user, origin) });
  return accept(null);
}
