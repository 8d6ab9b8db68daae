import { z } from 'zod';
import { accept, refuse, type Result } from '../../shared/result';
import type { CloudClient } from './cloud-client';
import { isNotFound, unforeseen } from './cloud-failure';

const anything = z.unknown().transform(() => accept(null));

/**
 * `DELETE authenticators/{serialNumber}`, documented for licences and for device instances (the vendor's integration
 * guide, "Authenticator Management Tasks"). What it answers with is not, so that nothing is read from it.
 */
export async function deleteAuthenticator(
  client: CloudClient,
  serialNumber: string,
): Promise<Result<null, 'not-found'>> {
  const path = `authenticators/${encodeURIComponent(serialNumber)}`;
  const call = { method: 'DELETE', path, name: 'authenticators', changesNothing: false } as const;
  return client.ask(call, anything, (failure) => {
    if (isNotFound(failure)) return refuse('not-found');
    throw unforeseen(failure);
  });
}
