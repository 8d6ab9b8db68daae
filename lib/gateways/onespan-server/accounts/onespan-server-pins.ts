import type { GatewayChange } from '../../../accounts/sign-in/gateway-change';
import type { GatewayPins, PinChange } from '../../../accounts/sign-in/gateway-pins';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { GatewayError } from '../../../activation/gateway-error';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import { writeAttributes } from '../soap/attributes';
import { isProved } from './auth-user';
import { isSuccess, judgeRefusedChange, readOutcome, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';

/** @property format number of the password format that uses separate fields, which is published nowhere */
export type PinSettings = { componentType: string; format: number };

/** The vendor's field takes at most 8 (OneSpan §6.3); how short one may be is the server's to say. */
const PIN = /^\d{1,8}$/;

/** Changes server PINs by `authUser` (OneSpan §4.10): the server takes one together with a one-time password alone. */
export class OneSpanServerPins implements GatewayPins {
  readonly #soap: SoapClient;
  readonly #settings: PinSettings;
  readonly #onRejection: (rejection: GatewayError) => void;

  /** @param onRejection told what the server says to a new PIN, of which no code is published */
  constructor(soap: SoapClient, settings: PinSettings, onRejection: (rejection: GatewayError) => void) {
    this.#soap = soap;
    this.#settings = settings;
    this.#onRejection = onRejection;
  }

  async change(user: UserKey, change: PinChange): Promise<GatewayChange> {
    const typed = [change.current ?? '', change.oneTimePassword];
    const isUsable = typed.every((text) => text.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(text));
    if (!isUsable || change.oneTimePassword === '') return 'wrong';
    if (!PIN.test(change.new)) return 'rejected';
    const outcome = await requestPinChange(this.#soap, this.#settings, user, change);
    const { status } = outcome;
    if (isSuccess(status)) return isProved(outcome) ? 'changed' : 'wrong';
    return judgeRefusedChange('authUser', status, this.#onRejection);
  }
}

/** @throws GatewayError */
export function requestPinChange(
  soap: SoapClient,
  { componentType, format }: PinSettings,
  { userId, domain }: UserKey,
  { current, new: changed, oneTimePassword }: PinChange,
): Promise<Outcome> {
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    CREDFLD_PASSWORD_FORMAT: format,
    ...(current !== null && { CREDFLD_CURRENT_PIN: current }),
    CREDFLD_NEW_PIN: changed,
    CREDFLD_CONFIRM_NEW_PIN: changed,
    CREDFLD_DP_RESPONSE: oneTimePassword,
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  return soap.call('Authentication', 'authUser', content, readOutcome);
}
