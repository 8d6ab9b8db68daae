import { z } from 'zod';
import type { CodeRefusal } from '../../activation/activation-gateway';
import { accept, refuse, type Result } from '../../shared/result';
import type { CloudClient } from './cloud-client';
import type { CloudFailure } from './cloud-failure';

/** An activation message in hexadecimal; the length is that of the longest activation password (OneSpan §5.2). */
export const offlineMessageSchema = z
  .string()
  .max(4_202)
  .regex(/^(?:[\dA-F]{2})+$/i)
  .toUpperCase();

type RefusalOf = (failure: CloudFailure) => CodeRefusal;

const addedSchema = z.object({ activationMessage2: offlineMessageSchema });
const anything = z.unknown().transform(() => accept(null));

/** `POST registrations/{registrationID}/add-device` (OneSpan §5.1, §5.2). */
export function addDevice(
  client: CloudClient,
  registrationIdentifier: string,
  deviceCode: string,
  refusalOf: RefusalOf,
): Promise<Result<{ activationMessage2: string }, CodeRefusal>> {
  const call = callOf(registrationIdentifier, 'add-device', { deviceCode });
  return client.ask(call, addedSchema.transform(accept), (failure) => refuse(refusalOf(failure)));
}

/** `POST registrations/{registrationID}/activate` (OneSpan §5.1); its reply is undocumented. */
export function activate(
  client: CloudClient,
  registrationIdentifier: string,
  signature: string,
  refusalOf: RefusalOf,
): Promise<Result<null, CodeRefusal>> {
  const call = callOf(registrationIdentifier, 'activate', { signature });
  return client.ask(call, anything, (failure) => refuse(refusalOf(failure)));
}

/** A signature that arrives twice is at worst refused the second time, and the list of devices shows that it was taken. */
function callOf(registrationIdentifier: string, step: 'add-device' | 'activate', body: Record<string, string>) {
  const path = `registrations/${encodeURIComponent(registrationIdentifier)}/${step}`;
  return { method: 'POST', path, name: `registrations/${step}`, body, isRepeatable: step === 'activate' } as const;
}
