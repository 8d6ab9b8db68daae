import { z } from 'zod';
import { accept, refuse, type Result } from '../../shared/result';
import type { CloudClient } from './cloud-client';
import type { CloudFailure } from './cloud-failure';
import { offlineMessageSchema } from './offline-message-schema';

/** What an image can carry in one of its fields. */
const text = (maximum: number) => z.string().min(1).max(maximum);

/** Lengths are documented; that an online activation is answered with a `registrationID` as well is inferred (OneSpan §5.2). */
const registeredSchema = z.object({
  registrationID: text(40),
  activationPassword: text(40),
  serialNumber: z.string().regex(/^[A-Z0-9]{3}\d{7}$/),
});

const SCHEMAS = {
  onlineMDL: registeredSchema,
  // The activation password is activation message 1 (OneSpan §5.2).
  offlineMDL: registeredSchema.extend({ activationPassword: offlineMessageSchema }),
};

export type ActivationType = keyof typeof SCHEMAS;

/** @property serialNumber of the licence */
export type Registered = z.infer<typeof registeredSchema>;

/**
 * `POST users/register` (OneSpan §5.1): starts an activation, and makes the user where there is none. A static
 * password is optional (OneSpan §5.4) and left out: nobody is to lose the one they have. So is a domain, which a public
 * client does not send either: the tenant's own is the one.
 */
export function registerUser<Refusal extends string>(
  client: CloudClient,
  userID: string,
  activationType: ActivationType,
  refusalOf: (failure: CloudFailure) => Refusal,
): Promise<Result<Registered, Refusal>> {
  const body = { objectType: 'RegisterUserInputEx', userID, activationType };
  const path = 'users/register';
  const call = { method: 'POST', path, name: path, body, changesNothing: false } as const;
  return client.ask(call, SCHEMAS[activationType].transform(accept), (failure) => refuse(refusalOf(failure)));
}
