import type { Encrypter } from '../../shared/encrypter';
import type { Ciphertext } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { GuessBudgets } from '../../accounts/sign-in/check-password';
import { perPerson } from '../../accounts/sign-in/limits';
import { accept, refuse, type Result } from '../../shared/result';
import type { ActivationGateway } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import type { StartGrant } from './start-grant';

/**
 * Shown to the owner while the activation has an image. It exists in one uncached response and the page's memory,
 * nowhere else.
 */
export type ActivationCredentials = (OnlineCredentials | OfflineCredentials) & {
  /** Carries the signature in its colours; null if signing failed. */
  colour: PaintedImage | null;
  blackAndWhite: PaintedImage;
};

export type OnlineCredentials = {
  activationType: 'online';
  registrationIdentifier: string;
  activationPassword: string;
  /** For the site's own phone app; null if phones use another. */
  ownApp: {
    /** See `checkLetter`. */
    checkLetter: string;
    /** Opens the app on the same device; its fragment never reaches a server. */
    link: string;
  } | null;
};

export type OfflineCredentials = {
  activationType: 'offline';
  registrationIdentifier: string;
  /** Whether the phone shows a check letter with its codes, as the site's own app does; see `checkLetter`. */
  hasCheckLetters: boolean;
};

/** An image as an SVG on white; its view box is `0 0 size size`. */
export type PaintedImage = {
  /** Modules along one side, quiet zone included. */
  size: number;
  paths: {
    /** `#rrggbb` */
    fill: string;
    /** Path data, one unit a module. */
    path: string;
  }[];
};

/** Of a password or one-time password for registering at a gateway, in characters (OneSpan §6.1). */
export const MAXIMUM_CREDENTIAL_LENGTH = 128;

/** Differs from a payload's encryption context, so that neither ciphertext can replace the other. */
export function credentialContext(id: ActivationId): string {
  return `credential of ${id}`;
}

export async function encryptCredential(
  encrypter: Encrypter,
  id: ActivationId,
  credential: string,
): Promise<Ciphertext> {
  return (await encrypter.encrypt(credential, credentialContext(id))) as Ciphertext;
}

export async function decryptCredential(encrypter: Encrypter, id: ActivationId, sealed: Ciphertext): Promise<string> {
  return encrypter.decrypt(sealed, credentialContext(id));
}

type StartCredential = { credential?: string | undefined; grant: Pick<StartGrant, 'by'> };

export type CredentialRefusal = 'credential-missing' | 'invitation-needs-password' | 'too-many-attempts';

/** Why a start lacks the credential that the gateway needs; null if it does not. */
export function missingCredential(
  { capabilities }: Pick<ActivationGateway, 'capabilities'>,
  { credential, grant }: StartCredential,
): 'credential-missing' | 'invitation-needs-password' | null {
  if (capabilities.registersWith === 'nothing' || credential) return null;
  if (grant.by === 'own-session') return 'credential-missing';
  return capabilities.registersInvited ? null : 'invitation-needs-password';
}

/**
 * The credential to register with. Limited per user, because the gateway reveals whether it is right.
 * @returns null if the gateway needs none
 */
export async function takeCredential(
  { gateway, rateLimiter }: Pick<ActivationPorts, 'gateway' | 'rateLimiter'>,
  user: UserKey,
  input: StartCredential,
): Promise<Result<string | null, CredentialRefusal>> {
  const missing = missingCredential(gateway, input);
  if (missing) return refuse(missing);
  if (gateway.capabilities.registersWith === 'nothing' || !input.credential) return accept(null);
  const { lately, inAll } = gatewayPasswordBudgets(user);
  return (await rateLimiter.take([...inAll, ...lately])) ? refuse('too-many-attempts') : accept(input.credential);
}

/** Budgets for guesses of a signed-in user, which no one else can use up. */
export function gatewayPasswordBudgets(user: UserKey): GuessBudgets {
  return { lately: [perPerson('gateway-password', user)], inAll: [perPerson('gateway-passwords-a-day', user)] };
}
