import { GatewayError } from '../../../activation/gateway-error';
import type {
  OpenedPhoneChallenge,
  PhoneCapabilities,
  PhoneChallengeGateway,
} from '../../../accounts/phone-sign-in/phone-challenge-gateway';
import type { PhoneSettings } from '../../../config/sections/onespan-phone-settings';
import type { AuthenticatorDirectory } from '../../../devices/authenticator-directory';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Random } from '../../../shared/random';
import type { VendorChallenge } from '../../phone-requests/vendor-challenge';
import {
  askedByBrowser,
  VendorPhoneChallengeGateway,
  wordsOf,
  type AskedOfPhone,
  type Asking,
  type PhoneAnswer,
  type VendorPhonePorts,
} from '../../phone-requests/vendor-phone-challenge-gateway';
import { wasRefusalSeen } from '../../phone-requests/waiting-call';
import { askForChallenge, askToAuthenticate, isProved, type Credential } from './auth-user';
import { drawChallengeKey, imageContent, messageOf, passwordFor, readChallengeKey } from './phone-request';
import type { Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

type Ports = VendorPhonePorts & {
  soap: SoapClient;
  /** Of a call that waits for a phone: one server is asked, once, until the signal ends it. */
  waitingSoap: (signal: AbortSignal) => SoapClient;
  devices: Pick<AuthenticatorDirectory, 'findOwner'>;
  random: Random;
};

type Settings = PhoneSettings & {
  componentType: string;
  /** Host of the website, as phones show it. */
  site: string;
  /** Whether the relay sees phones' refusals. */
  isRelayed: boolean;
};

/**
 * Push and login, scan and login (OneSpan §4.5): one `authUser` that waits until the phone answers, for a challenge of
 * `getSecureChallenge` where the phone reads an image. Only success tells who answered; failure is not confirmed, unless the
 * relay saw the refusal, because the server tells neither refusal from silence, nor either from a person whom it does not know.
 */
export class OneSpanServerPhoneChallengeGateway extends VendorPhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities;
  readonly openFor: PhoneChallengeGateway['openFor'];
  readonly typedResponses = null;
  readonly #ports: Ports;
  readonly #settings: Settings;

  constructor(ports: Ports, settings: Settings) {
    super(ports, settings);
    this.#ports = ports;
    this.#settings = settings;
    const { push, scan, wantsPassword, timeLimitMs } = settings;
    this.capabilities = {
      image: scan ? true : 'not-switched-on',
      push: push ? true : 'not-switched-on',
      callerCheck: wantsPassword ? 'needs-password' : true,
      notMe: 'not-offered',
      typedResponse: 'not-offered',
      wantsPassword,
      showsAsker: true,
      timeLimitMs,
    };
    this.openFor = scan && ((id, asking, person) => this.show(askedByBrowser(id, asking, person), wordsOf(asking)));
  }

  /** The relay saw a phone refuse, and the gateway behind it agree. @param instanceId the phone's */
  async noteRefusal(instanceId: string): Promise<void> {
    const { devices, store, clock } = this.#ports;
    const [serialNumber = ''] = instanceId.split('-');
    const owner = await devices.findOwner(serialNumber);
    if (owner) await store.noteRefusal(owner, clock.now());
  }

  protected async ask(challenge: VendorChallenge, { words, password: typed, signal }: Asking): Promise<PhoneAnswer> {
    const { push, site } = this.#settings;
    if (!push) throw new TypeError('no push is switched on');
    const password = passwordFor(push, typed);
    return this.#authenticate(challenge, { password, message: messageOf([site, ...words]) }, signal);
  }

  protected override async show(asked: AskedOfPhone, words: readonly string[]): Promise<OpenedPhoneChallenge> {
    const { soap, clock, random } = this.#ports;
    const { scan, site, componentType } = this.#settings;
    if (!scan) throw new TypeError('no image is switched on');
    const openedAt = clock.now();
    const { userId, domain, password = '' } = asked.addressee;
    const message = messageOf([site, ...words]);
    const challengeKey = readChallengeKey(await askForChallenge(soap, { userId, domain, componentType, message }));
    const { challenge } = await this.add(asked, { openedAt, isCalled: challengeKey !== null });
    // It waits before anybody can read the image.
    if (challengeKey !== null) {
      const credential = { password, scan: { ...scan, challengeKey } };
      void this.wait(challenge, (signal) => this.#authenticate(challenge, credential, signal));
    }
    // Nobody shall learn whom the server knows: a key that it never made looks the same, and runs out.
    const typedKey = challengeKey ?? drawChallengeKey(random);
    return { number: '', expiresAt: challenge.expiresAt, typedKey, code: imageContent(scan, typedKey) };
  }

  async #authenticate(
    challenge: VendorChallenge,
    how: Pick<Credential, 'password' | 'message' | 'scan'>,
    signal: AbortSignal,
  ): Promise<PhoneAnswer> {
    const { addressee } = challenge;
    const { componentType, isRelayed } = this.#settings;
    const credential = { ...addressee, componentType, ...how };
    const outcome = await askToAuthenticate(this.#ports.waitingSoap(signal), credential).catch(nullForGatewayError);
    const instanceId = outcome && approvedBy(outcome, addressee);
    if (instanceId !== null) return { kind: 'approved', instanceId, alternatives: [] };
    const isRefused =
      isRelayed && outcome !== null && (await wasRefusalSeen(this.#ports, challenge, this.#ports.clock.now()));
    return { kind: isRefused ? 'refused' : 'not-confirmed' };
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

function nullForGatewayError(error: unknown): null {
  if (error instanceof GatewayError) return null;
  throw error;
}
