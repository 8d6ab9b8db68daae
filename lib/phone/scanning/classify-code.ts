import { decodeOfflineMessage, type OfflineMessage1 } from '../../wire/crypto/messages/offline-message';
import { payloadOfFragment } from '../../shared/codes/app-link';
import { accept, refuse, type Result } from '../../shared/result';
import type { Random } from '../../shared/random';
import type { Scanned } from '../activation/activation-steps';
import { beginActivation } from '../activation/begin-activation';
import type { GatewayAddress } from '../gateway-address';
import type { ScannedLogin } from '../login/login-steps';
import { scanLogin } from '../login/scan-login';
import { beginsActivation, beginsLogin } from './code-prefixes';

/** What a scanned, tapped or typed code starts. */
export type PhoneCode =
  | { kind: 'activation'; scanned: Scanned }
  | { kind: 'login'; scanned: ScannedLogin }
  /** From the first image. */
  | { kind: 'offline-activation'; message: OfflineMessage1 };

export type CodeRefusal =
  /** Not a code of this app, for instance the address of a website. */
  | 'unknown-code'
  /** Has an activation's prefix, but does not parse. */
  | 'malformed-activation'
  /** Has a sign-in image's prefix, but does not parse. */
  | 'malformed-login'
  /** Has an offline activation's prefix, but does not parse. */
  | 'malformed-offline'
  /** The second image of an offline activation, before the first. */
  | 'second-image'
  | 'other-gateway';

export type Gateways = {
  /** @throws GatewayFailure when the website cannot be reached */
  gateway: () => Promise<GatewayAddress>;
  /** Null before the website was first reached. */
  rememberedGateway: () => Promise<GatewayAddress | null>;
};

/**
 * Classifies and parses a code by its prefix. Sends nothing of it.
 * @throws GatewayFailure when the website cannot be reached; an offline activation does not need it
 */
export async function classifyCode(
  text: string,
  phone: Gateways & { random: Random },
): Promise<Result<PhoneCode, CodeRefusal>> {
  if (beginsLogin(text)) {
    const login = scanLogin(text, await phone.gateway());
    if (login.ok) return accept({ kind: 'login', scanned: login.value });
    return refuse(login.refusal === 'other-gateway' ? 'other-gateway' : 'malformed-login');
  }
  if (!beginsActivation(text)) return classifyOffline(text, phone);
  const scanned = beginActivation(text, await phone.gateway(), phone.random);
  if (scanned.ok) return accept({ kind: 'activation', scanned: scanned.value });
  return refuse(scanned.refusal === 'other-gateway' ? 'other-gateway' : 'malformed-activation');
}

async function classifyOffline(text: string, gateways: Gateways): Promise<Result<PhoneCode, CodeRefusal>> {
  const decoded = decodeOfflineMessage(text);
  if (!decoded.ok) return refuse(decoded.refusal === 'malformed' ? 'malformed-offline' : 'unknown-code');
  const message = decoded.value;
  if (message.kind === 'second') return refuse('second-image');
  const gateway = await gateways.rememberedGateway();
  if (gateway && message.gatewayId !== gateway.gatewayId) return refuse('other-gateway');
  return accept({ kind: 'offline-activation', message });
}

/** Reads the link of a page or an image, as the payload and the ticket, if it has one. */
export function readActivationLink(link: string): Result<string, 'not-an-activation-link'> {
  const hash = link.indexOf('#');
  if (hash === -1 || hash === link.length - 1) return refuse('not-an-activation-link');
  try {
    return accept(payloadOfFragment(decodeURIComponent(link.slice(hash + 1))));
  } catch {
    return refuse('not-an-activation-link');
  }
}
