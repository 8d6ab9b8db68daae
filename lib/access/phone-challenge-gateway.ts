import type { Result } from '../shared/result';
import type { PhoneSignInId } from './phone-sign-in-id';
import type { User } from './user';

/** What the phone's person is told about the browser that asks. */
export type AskingBrowser = {
  /** Network address; null when it is not known. */
  address: string | null;
  /** In words, as the browser describes itself. */
  browser: string;
};

export type OpenedPhoneChallenge = {
  /** What the image says. Only a phone that is activated at this gateway can answer it. */
  code: string;
  /** Two digits, for the asking browser alone. */
  number: string;
  expiresAt: Date;
};

/** Why a phone, or the gateway for it, said no. */
export type PhoneRefusal =
  /** The phone proved itself, but its person chose a number that the asking browser does not show. */
  | 'wrong-number'
  /** The answer does not come from the phone that read the challenge. */
  | 'wrong-signature'
  | 'cancelled-on-phone'
  /** The phone's person did not ask to be signed in. */
  | 'not-me'
  /** The device was locked or removed after it had read the challenge. */
  | 'device-not-usable';

export type PhoneChallenge = {
  state: 'waiting' | 'scanned' | 'approved' | 'redeemed' | 'refused' | 'cancelled' | 'expired';
  /** Grows with every change. */
  version: number;
  expiresAt: Date;
  /** Address of the asking browser; null when it is not known. */
  askedFrom: string | null;
  /**
   * Whose phone has read it; null when none has. Until the phone has answered with its key this is what somebody claims,
   * and never to be shown to the asking browser.
   */
  reader: PhoneOwner | null;
  /** Set when refused. */
  reason: PhoneRefusal | null;
};

/** Whose phones are asked. */
export type Addressee = Pick<User, 'userId' | 'domain'>;

/** A device and whose it is. */
export type PhoneOwner = { userId: string; domain: string; instanceId: string };

/** PORT: lets an activated phone vouch for its person. Every method throws `GatewayError` when the gateway fails. */
export interface PhoneChallengeGateway {
  /** Makes a challenge that one phone can read and answer, once each. Its changes are told by the `ChangeFeed`. */
  open(id: PhoneSignInId, asking: AskingBrowser): Promise<OpenedPhoneChallenge>;
  /**
   * Makes one that is sent to a person's phones, and that no other phone can read. Answers alike, after the same time, for
   * people who have no phone or do not exist.
   */
  send(id: PhoneSignInId, asking: AskingBrowser, addressee: Addressee): Promise<Omit<OpenedPhoneChallenge, 'code'>>;
  /** @returns null when there is none of this name */
  observe(id: PhoneSignInId): Promise<PhoneChallenge | null>;
  /** Does nothing when it has ended or is unknown. */
  cancel(id: PhoneSignInId): Promise<void>;
  /** Says once whose phone has approved it; the device is still usable then. */
  redeem(id: PhoneSignInId): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>>;
}
