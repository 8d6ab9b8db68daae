import { accept, refuse, type Result } from '../shared/result';
import type { Scanned } from './activation-steps';
import { beginActivation } from './begin-activation';
import type { GatewayAddress } from './gateway-address';
import type { ScannedLogin } from './login-steps';
import { scanLogin } from './scan-login';

/** What a code that was scanned, tapped or typed asks this phone to do. */
export type PhoneCode = { kind: 'activation'; scanned: Scanned } | { kind: 'login'; scanned: ScannedLogin };

export type CodeRefusal =
  /** Nothing that this app knows, for instance the address of some website. */
  | 'unknown-code'
  /** Begins as an activation does, but is not whole. */
  | 'malformed-activation'
  /** Begins as the image of a sign-in page does, but is not whole. */
  | 'malformed-login'
  | 'other-gateway';

/** How the text of an activation begins: version and message type (contract §1.1). */
export const ACTIVATION_PREFIX = '01;01;';
/** How the text of a sign-in page's image begins; see `login-code.ts`. */
const LOGIN_PREFIX = '01;90;';

/** Tells what kind of code a text is, before anything is sent. Further kinds of codes are to be told apart here. */
export function classifyCode(text: string, gateway: GatewayAddress): Result<PhoneCode, CodeRefusal> {
  if (text.startsWith(LOGIN_PREFIX)) {
    const login = scanLogin(text, gateway);
    if (login.ok) return accept({ kind: 'login', scanned: login.value });
    return refuse(login.refusal === 'other-gateway' ? 'other-gateway' : 'malformed-login');
  }
  if (!text.startsWith(ACTIVATION_PREFIX)) return refuse('unknown-code');
  const scanned = beginActivation(text, gateway);
  if (scanned.ok) return accept({ kind: 'activation', scanned: scanned.value });
  return refuse(scanned.refusal === 'other-gateway' ? 'other-gateway' : 'malformed-activation');
}
