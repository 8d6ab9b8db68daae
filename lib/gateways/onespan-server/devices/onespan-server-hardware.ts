import type { HardwareChallenge, HardwareTrials } from '../../../devices/hardware/hardware-ports';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { askToAuthenticate, isProved } from '../accounts/auth-user';
import { writeAttributes, type Attributes } from '../soap/attributes';
import { isAuthenticationRefusal, isRefusal, isSuccess, readOutcome, unforeseen, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/** @property clockFields of `syncTokenAndHost`, which are published nowhere; null where no clock is repaired */
export type HardwareSettings = { componentType: string; clockFields: readonly [string, string] | null };

/** Tries hardware authenticators: `getChallenge` and `authUser` (OneSpan §4.5), `syncTokenAndHost` (OneSpan §4.10). */
export class OneSpanServerHardware implements HardwareTrials {
  readonly #soap: SoapClient;
  readonly #settings: HardwareSettings;

  constructor(soap: SoapClient, settings: HardwareSettings) {
    this.#soap = soap;
    this.#settings = settings;
  }

  async challenge(owner: UserKey, serialNumber: string): Promise<HardwareChallenge | null> {
    const fields = { CREDFLD_SERIAL_NO: serialNumber };
    const outcome = await ask(this.#soap, 'getChallenge', this.#settings.componentType, owner, fields);
    const challenge = challengeIn(outcome);
    if (challenge) return challenge;
    if (isSuccess(outcome.status) || isRefusal(outcome.status)) return null;
    throw unforeseen('getChallenge', outcome.status);
  }

  async answer({ userId, domain }: UserKey, serialNumber: string, key: string, response: string): Promise<boolean> {
    const { componentType } = this.#settings;
    const credential = { userId, domain, componentType, password: response, challengeKey: key };
    const outcome = await askToAuthenticate(this.#soap, credential);
    const { CREDFLD_SERIAL_NO: answered } = outcome.fields;
    if (isProved(outcome)) return answered === serialNumber;
    if (isSuccess(outcome.status) || isRefusal(outcome.status)) return false;
    throw unforeseen('authUser', outcome.status);
  }

  async repairClock(owner: UserKey, serialNumber: string, responses: readonly [string, string]): Promise<boolean> {
    const { clockFields, componentType } = this.#settings;
    if (!clockFields) throw new TypeError('no clock is repaired');
    const { status } = await requestClockRepair(
      this.#soap,
      { componentType, clockFields },
      owner,
      serialNumber,
      responses,
    );
    if (isSuccess(status)) return true;
    if (isAuthenticationRefusal(status)) return false;
    throw unforeseen('syncTokenAndHost', status);
  }
}

/** @throws GatewayError */
export function requestClockRepair(
  soap: SoapClient,
  { componentType, clockFields }: { componentType: string; clockFields: readonly [string, string] },
  owner: UserKey,
  serialNumber: string,
  responses: readonly [string, string],
): Promise<Outcome> {
  const [first, second] = clockFields;
  const fields = { CREDFLD_SERIAL_NO: serialNumber, [first]: responses[0], [second]: responses[1] };
  return ask(soap, 'syncTokenAndHost', componentType, owner, fields);
}

/** Whatever the status: which one goes with a challenge is published nowhere. */
export function challengeIn({ fields }: Outcome): HardwareChallenge | null {
  const { CREDFLD_CHALLENGE_KEY: key, CREDFLD_CHALLENGE: text } = fields;
  return key && text ? { key, text } : null;
}

function ask(
  soap: SoapClient,
  command: 'getChallenge' | 'syncTokenAndHost',
  componentType: string,
  { userId, domain }: UserKey,
  fields: Attributes,
): Promise<Outcome> {
  const user = { CREDFLD_COMPONENT_TYPE: componentType, CREDFLD_USERID: userId, CREDFLD_DOMAIN: domain };
  const content = `<credentialAttributeSet>${writeAttributes({ ...user, ...fields })}</credentialAttributeSet>`;
  return soap.call('Authentication', command, content, readOutcome);
}
