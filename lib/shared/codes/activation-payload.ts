import { utf8 } from '../bytes';
import { accept, refuse, type Result } from '../result';

/** Content of an activation image (OneSpan §1.1). */
export type ActivationPayload = {
  userId: string;
  domain: string;
  registrationIdentifier: string;
  activationPassword: string;
  /** The gateway to call; absent for apps with a built-in one. */
  gatewayId?: string;
};

/** Limit of the colour image in bytes of UTF-8, which the black-and-white one keeps too (OneSpan §1.2). */
export const MAXIMUM_PAYLOAD_BYTES = 512;

export type PayloadRefusal = 'value-not-representable' | 'payload-too-long';

/**
 * Writes `01;01;<userID>;<domain>;<registrationIdentifier>;<activationPassword>[;<gatewayID>]`. The format has no
 * escape, so a value with a semicolon or a control character cannot be represented.
 */
export function formatActivationPayload(payload: ActivationPayload): Result<string, PayloadRefusal> {
  const values = [payload.userId, payload.domain, payload.registrationIdentifier, payload.activationPassword];
  if (payload.gatewayId !== undefined) values.push(payload.gatewayId);
  if (values.some((value) => /[;\p{Cc}]/u.test(value))) return refuse('value-not-representable');
  const text = ['01', '01', ...values].join(';');
  return utf8(text).length <= MAXIMUM_PAYLOAD_BYTES ? accept(text) : refuse('payload-too-long');
}

/** Reads an activation image's text: six or seven fields, version `01`, message type `01`. */
export function parseActivationPayload(text: string): Result<ActivationPayload, 'not-an-activation-payload'> {
  if (utf8(text).length > MAXIMUM_PAYLOAD_BYTES || /\p{Cc}/u.test(text)) return refuse('not-an-activation-payload');
  const [version, messageType, userId, domain, registrationIdentifier, activationPassword, gatewayId, ...rest] =
    text.split(';');
  if (version !== '01' || messageType !== '01' || rest.length > 0) return refuse('not-an-activation-payload');
  if (!userId || domain === undefined || !registrationIdentifier || !activationPassword)
    return refuse('not-an-activation-payload');
  return accept({ userId, domain, registrationIdentifier, activationPassword, ...(gatewayId ? { gatewayId } : {}) });
}
