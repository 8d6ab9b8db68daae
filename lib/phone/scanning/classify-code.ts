import { decodeOfflineMessage, type OfflineMessage1 } from '../../crypto/messages/offline-message';
import { accept, refuse, type Result } from '../../shared/result';
import type { Random } from '../../shared/random';
import type { Scanned } from '../activation/activation-steps';
import { beginActivation } from '../activation/begin-activation';
import type { GatewayAddress } from '../gateway-address';
import type { ScannedLogin } from '../login/login-steps';
import { scanLogin } from '../login/fetch-login-request';
import { ACTIVATION_PREFIX, LOGIN_PREFIX } from './code-prefixes';

/** What a code that was scanned, tapped or typed asks this phone to do. */
export type PhoneCode =
  | { kind: 'activation'; scanned: Scanned }
  | { kind: 'login'; scanned: ScannedLogin }
  /** The first image of an activation without a network. */
  | { kind: 'offline-activation'; message: OfflineMessage1 };

export type CodeRefusal =
  /** Nothing that this app knows, for instance the address of some website. */
  | 'unknown-code'
  /** Begins as an activation does, but is not whole. */
  | 'malformed-activation'
  /** Begins as the image of a sign-in page does, but is not whole. */
  | 'malformed-login'
  /** Begins as an image of an offline activation does, but is not whole. */
  | 'malformed-offline'
  /** The second image of an offline activation, of which the first was not read. */
  | 'second-image'
  | 'other-gateway';

export type Gateways = {
  /** @throws GatewayFailure when the website cannot be asked and is not known */
  gateway: () => Promise<GatewayAddress>;
  /** Null when the website was never reached. */
  rememberedGateway: () => Promise<GatewayAddress | null>;
};

/**
 * Tells what kind of code a text is, before anything is sent. Further kinds of codes are to be told apart here.
 * @throws GatewayFailure when the website cannot be asked, which an offline activation needs not be
 */
export async function classifyCode(
  text: string,
  phone: Gateways & { random: Random },
): Promise<Result<PhoneCode, CodeRefusal>> {
  if (text.startsWith(LOGIN_PREFIX)) {
    const login = scanLogin(text, await phone.gateway());
    if (login.ok) return accept({ kind: 'login', scanned: login.value });
    return refuse(login.refusal === 'other-gateway' ? 'other-gateway' : 'malformed-login');
  }
  if (!text.startsWith(ACTIVATION_PREFIX)) return classifyOffline(text, phone);
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

/**
 * What a link for the same device carries: `/authenticator#` and the payload, percent-encoded. The part behind the `#`
 * never reaches a server.
 */
export function readActivationLink(link: string): Result<string, 'not-an-activation-link'> {
  const hash = link.indexOf('#');
  if (hash === -1 || hash === link.length - 1) return refuse('not-an-activation-link');
  try {
    return accept(decodeURIComponent(link.slice(hash + 1)));
  } catch {
    return refuse('not-an-activation-link');
  }
}
