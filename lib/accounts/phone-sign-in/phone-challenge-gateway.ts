import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';
import type { PhoneRequestEnd } from '../../audit/facts/phone-request-ends';

/** Names a challenge. Each kind has a beginning of its own, so that none can be taken for another. */
export type PhoneChallengeId = PhoneSignInId | CallerRequestId;

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
  /** Two digits, for who asks alone. */
  number: string;
  expiresAt: Date;
};

/** Why a phone, or the gateway for it, said no. */
export type PhoneRefusal =
  /** The phone proved itself, but its person typed a number that the asking browser does not show. */
  | 'wrong-number'
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
   * Whose phone has read it, as it has proved with its key; null when none has. Before the phone has said yes this is never
   * to be shown to the asking browser.
   */
  reader: PhoneOwner | null;
  /** Whose phones were asked; null for an image, which any phone may read. */
  addressee: UserKey | null;
  /** Set when refused. */
  reason: PhoneRefusal | null;
};

/** Whose phones are asked. */
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
  send(id: PhoneSignInId, asking: AskingBrowser, addressee: UserKey): Promise<Omit<OpenedPhoneChallenge, 'code'>>;
  /**
   * Makes one for the helpdesk, which asks a caller's phones whether it is they who call. The phone says so, and nobody can
   * be signed in by it. Once approved it waits for a quarter of an hour to be redeemed, while the agent fills in the rest.
   * @param askedBy name of the member of staff, for the phone to show
   */
  askCaller(id: CallerRequestId, askedBy: string, caller: UserKey): Promise<Omit<OpenedPhoneChallenge, 'code'>>;
  /** @returns null when there is none of this name */
  observe(id: PhoneChallengeId): Promise<PhoneChallenge | null>;
  /** Does nothing when it has ended or is unknown. */
  cancel(id: PhoneChallengeId): Promise<void>;
  /** Says once whose phone has approved it; the device is still usable then. */
  redeem(id: PhoneChallengeId): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>>;
}

/**
 * Waits until a challenge is past version `after`, or the wait is called off.
 * @param question.holder who waits
 * @returns null when there is none of this name
 */
export async function followPhoneChallenge(
  gateway: Pick<PhoneChallengeGateway, 'observe'>,
  changeFeed: ChangeFeed,
  { id, after, holder }: { id: PhoneChallengeId; after: number; holder: string },
  hold: Hold,
): Promise<PhoneChallenge | null> {
  const hasNews = (challenge: PhoneChallenge | null) => challenge?.version !== after;
  return followChanges(
    changeFeed,
    id,
    () => gateway.observe(id),
    hasNews,
    () => hold(holder),
  );
}

/** How a challenge has ended without being used; null when it has not, or was used. */
export function phoneChallengeEnd({ state, reason }: Pick<PhoneChallenge, 'state' | 'reason'>): PhoneRequestEnd | null {
  switch (state) {
    case 'refused':
      return reason;
    case 'cancelled':
      return 'cancelled-on-page';
    case 'expired':
      return 'expired';
    case 'waiting':
    case 'scanned':
    case 'approved':
    case 'redeemed':
      return null;
  }
}
