import { GatewayError } from '../../../activation/gateway-error';
import type { PhoneCapabilities } from '../../../accounts/phone-sign-in/phone-challenge-gateway';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { SECOND } from '../../../shared/time/duration';
import type { VendorChallenge } from '../../phone-requests/vendor-challenge';
import {
  VendorPhoneChallengeGateway,
  type PhoneAnswer,
  type VendorPhonePorts,
  type VendorPhoneSettings,
} from '../../phone-requests/vendor-phone-challenge-gateway';
import { askToAuthenticate, isProved } from './auth-user';
import type { Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/** The vendor's pages take no longer message (OneSpan §4.5). */
const MAXIMUM_MESSAGE_LENGTH = 128;

/** What a call that waits takes longer than the policy's limit: the way there and back. */
export const WAITING_MARGIN_MS = 10 * SECOND;

/** @property soap of calls that wait for a phone: one server is asked, once */
type Ports = VendorPhonePorts & { soap: SoapClient };

/** @property timeLimitMs the policy's authentication timeout */
type Settings = VendorPhoneSettings & {
  componentType: string;
  /** Host of the website, as phones show it. */
  site: string;
  /** What the policy takes as the request to push. */
  keyword: string;
};

/**
 * Push and login (OneSpan §4.5): one `authUser` that waits until the phone answers. Only success tells who answered; failure
 * is not confirmed, because the server tells neither refusal from silence, nor either from a person whom it does not know.
 */
export class OneSpanServerPhoneChallengeGateway extends VendorPhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities;
  readonly openFor = null;
  readonly #soap: SoapClient;
  readonly #settings: Settings;

  constructor({ soap, ...ports }: Ports, settings: Settings) {
    super(ports, settings);
    this.#soap = soap;
    this.#settings = settings;
    this.capabilities = {
      image: 'not-switched-on',
      push: true,
      callerCheck: true,
      notMe: 'not-offered',
      wantsPassword: false,
      timeLimitMs: settings.timeLimitMs,
    };
  }

  protected async ask({ addressee }: VendorChallenge, words: readonly string[]): Promise<PhoneAnswer> {
    const { componentType, keyword: password, site } = this.#settings;
    const credential = { ...addressee, componentType, password, message: messageOf([site, ...words]) };
    const outcome = await askToAuthenticate(this.#soap, credential).catch(nullForGatewayError);
    const instanceId = outcome && approvedBy(outcome, addressee);
    return instanceId === null ? { kind: 'not-confirmed' } : { kind: 'approved', instanceId };
  }
}

/**
 * The device that approved; null unless the server says that this person's device did. A static password alone, which
 * somebody's may happen to be the keyword, names no device (OneSpan §4.5).
 */
function approvedBy(outcome: Outcome, { userId, domain }: UserKey): string | null {
  const { fields } = outcome;
  const isTheirs =
    fields['CREDFLD_USERID']?.toLowerCase() === userId.toLowerCase() &&
    (fields['CREDFLD_DOMAIN'] ?? domain).toLowerCase() === domain.toLowerCase();
  const instanceId = fields['CREDFLD_SERIAL_NO'] ?? '';
  return isProved(outcome) && isTheirs && instanceId !== '' ? instanceId : null;
}

/** What the phone shows. Its language is not known, so it says no sentence. */
function messageOf(words: readonly string[]): string {
  return words
    .join(' · ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .slice(0, MAXIMUM_MESSAGE_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}

function nullForGatewayError(error: unknown): null {
  if (error instanceof GatewayError) return null;
  throw error;
}
