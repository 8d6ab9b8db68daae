import { writeAttributes } from '../soap/attributes';
import { isAuthenticationRefusal, isNotFound, isSuccess, readOutcome, unforeseen, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/** A person, at the client component that asks. */
type Claimed = { userId: string; domain: string; componentType: string };

/** What is checked of them; the password is empty where none is wanted. */
export type Credential = Claimed & { password: string } & Partial<ChallengeCredential>;

/** What goes with a challenge. */
type ChallengeCredential = {
  /** Text for the phone, where the password is what makes the server ask it. */
  message: string;
  /** Of a challenge that the password answers. */
  challengeKey: string;
  /** Key of a challenge that the phone reads from an image, and how the server is told that it waits for that. */
  scan: { challengeKey: string; authenticationType: string; passwordFormat: number };
};

/**
 * `authUser` (OneSpan §4.3) with a static or a one-time password.
 * @throws GatewayError also for a status that does not concern the user
 */
export async function authUser(soap: SoapClient, credential: Credential): Promise<boolean> {
  const outcome = await askToAuthenticate(soap, credential);
  const { status } = outcome;
  if (challengeKeyOf(outcome) !== null) return false;
  if (isSuccess(status)) return isProved(outcome);
  if (isAuthenticationRefusal(status) || isNotFound(status)) return false;
  throw unforeseen('authUser', status);
}

/**
 * Whether the user is authenticated. For a "password" that triggers a push the server reports success with a message
 * that it is wrong, as seen in a public client: genuine success has no message.
 */
export function isProved({ status, fields }: Outcome): boolean {
  return isSuccess(status) && fields['CREDFLD_STATUS_MESSAGE'] === undefined;
}

/**
 * The key of a challenge that the server wants answered first, whatever the status: which one goes with it is published
 * nowhere (OneSpan §4.10). Somebody whose password only brought a challenge about is not signed in.
 */
export function challengeKeyOf({ fields }: Outcome): string | null {
  const key = fields['CREDFLD_CHALLENGE_KEY'];
  return key === undefined || key === '' ? null : key;
}

/**
 * Calls `authUser` and returns any outcome. It is sent once: by a second arrival a wrong password counts twice at the server or
 * at the directory behind it, and a one-time password that was right is refused.
 * @throws GatewayError
 */
export function askToAuthenticate(
  soap: SoapClient,
  { userId, domain, componentType, password, message, challengeKey, scan }: Credential,
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: scan?.passwordFormat ?? 0,
    ...(!(scan && password === '') && { CREDFLD_PASSWORD: password }),
    ...(message !== undefined && { CREDFLD_CHALLENGE_MESSAGE: message }),
    ...(challengeKey !== undefined && { CREDFLD_CHALLENGE_KEY: challengeKey }),
    ...(scan && { CREDFLD_AUTH_TYPE: scan.authenticationType, CREDFLD_CHALLENGE_KEY: scan.challengeKey }),
  });
  return soap.call('Authentication', 'authUser', credentialSet(credential), readOutcome);
}

/**
 * `getSecureChallenge` (OneSpan §4.5), always with a message, because two pages differ on whether one is needed. It asks no
 * phone, and a challenge that nobody reads runs out, so it is repeatable.
 * @param claimed.message text for the phone
 * @throws GatewayError
 */
export function askForChallenge(
  soap: SoapClient,
  { userId, domain, componentType, message }: Claimed & { message: string },
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_CHALLENGE_MESSAGE: message,
  });
  return soap.call('Authentication', 'getSecureChallenge', credentialSet(credential), readOutcome, true);
}

function credentialSet(attributes: string): string {
  return `<credentialAttributeSet>${attributes}</credentialAttributeSet>`;
}
