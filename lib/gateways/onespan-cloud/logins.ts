import { z } from 'zod';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { CloudClient } from './cloud-client';
import { isNotFound, unforeseen, type CloudFailure } from './cloud-failure';

/** The cloud's own words for how a login stands; the login's reply spells `failure` as `failed` (OneSpan §5.1). */
const statusSchema = z
  .enum(['pending', 'accepted', 'refused', 'failed', 'failure', 'timeout', 'unknown'])
  .transform((status) => (status === 'failed' ? 'failure' : status));

export type LoginStatus = z.infer<typeof statusSchema>;

const requestSchema = z.string().min(1).max(255);
const loginSchema = z.object({ sessionStatus: statusSchema, requestID: requestSchema.optional() });
const sessionSchema = z.object({ sessionStatus: statusSchema });

/** The names of the reply's fields are those of the login's, which is inferred (OneSpan §5.5). */
const challengeSchema = z.object({
  requestID: requestSchema,
  requestMessage: z
    .string()
    .max(1_070)
    .regex(/^(?:[\dA-F]{2})+$/i)
    .toUpperCase(),
});

/** @property requestID of the session; null where the cloud refused at once */
type Login = { status: LoginStatus; requestID: string | null };

/** A login by push (OneSpan §5.5). @throws GatewayError also for a refusal that is not about the user */
export function pushLogin(client: CloudClient, user: UserKey): Promise<Login> {
  return login(client, user, { orchestrationDelivery: ['pushNotification'] });
}

/** A login with what a device shows for a challenge. @throws GatewayError as `pushLogin` */
export async function typedLogin(
  client: CloudClient,
  user: UserKey,
  requestID: string,
  response: string,
): Promise<LoginStatus> {
  const { status } = await login(client, user, { credentials: { authenticator: { OTP: response } }, requestID });
  return status;
}

async function login(client: CloudClient, user: UserKey, input: object): Promise<Login> {
  // A timeout of 0, as in a public client: the session is polled.
  const body = { objectType: 'LoginInput', ...input, timeout: 0 };
  const call = {
    method: 'POST',
    path: `${pathOf(user)}/login`,
    name: 'users/login',
    body,
    isRepeatable: false,
  } as const;
  const reply = loginSchema.transform(({ sessionStatus: status, requestID = null }) => ({ status, requestID }));
  return client.ask(call, reply, (failure) => ({ status: statusOf(failure), requestID: null }));
}

/** `GET sessions/{requestID}` (OneSpan §5.1). @throws GatewayError */
export async function readSession(client: CloudClient, requestID: string): Promise<LoginStatus> {
  const path = `sessions/${encodeURIComponent(requestID)}`;
  const call = { method: 'GET', path, name: 'sessions', isRepeatable: true } as const;
  const session = await client.ask(call, sessionSchema, (failure) => ({ sessionStatus: statusOf(failure) }));
  return session.sessionStatus;
}

/**
 * `generate-secure-challenge` (OneSpan §5.5).
 * @param input what it takes, which is published nowhere
 * @returns null for a user who is unknown, or has no device for it
 * @throws GatewayError
 */
export function secureChallenge(
  client: CloudClient,
  user: UserKey,
  input: Readonly<Record<string, string>>,
): Promise<z.infer<typeof challengeSchema> | null> {
  const path = `${pathOf(user)}/generate-secure-challenge`;
  const call = {
    method: 'POST',
    path,
    name: 'users/generate-secure-challenge',
    body: input,
    isRepeatable: false,
  } as const;
  return client.ask(call, challengeSchema, (failure) => {
    if (isNotFound(failure) || failure.status === 409) return null;
    throw unforeseen(failure);
  });
}

/** A 409 says in words what the session's status would (OneSpan §5.4). */
function statusOf(failure: CloudFailure): LoginStatus {
  const { status, message = '' } = failure;
  if (isNotFound(failure)) return 'failure';
  if (status !== 409) throw unforeseen(failure);
  if (/user refused/i.test(message)) return 'refused';
  return /timed out/i.test(message) ? 'timeout' : 'failure';
}

function pathOf({ userId, domain }: UserKey): string {
  return `users/${encodeURIComponent(userId)}@${encodeURIComponent(domain)}`;
}
