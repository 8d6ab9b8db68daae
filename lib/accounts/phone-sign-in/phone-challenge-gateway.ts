import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';
import type { PhoneRequestEnd } from '../../audit/events/phone-request-ends';

/** Each kind has its own prefix, so that none can pass for another. */
export type PhoneChallengeId = PhoneSignInId | PhoneConfirmationId | CallerRequestId;

/** What the user of a running session is about to do: bind another device, or change their devices or account. */
export type ConfirmedPurpose = 'bind-device' | 'step-up';

/** What the phone shows of the requesting browser and its purpose. */
export type AskingBrowser = {
  /** Network address; null if unknown. */
  address: string | null;
  /** In words, from the User-Agent. */
  browser: string;
  /** Of a confirmation, or of a sign-in on the phone itself; left out for one that another device asks for. */
  purpose?: ConfirmedPurpose | 'sign-in-here';
};

/** What the caller's phone shows of who asks. @property words see `CheckWords` */
export type AskingAgent = { agent: string; words: string };

/** Why phones are not asked in a way. Pages choose the sentence. */
export type PhoneOffReason =
  /** The operator has not switched it on, or the gateway lacks what it needs. */
  | 'not-switched-on'
  /** The gateway, or its phones' app, has no such function. */
  | 'not-offered'
  /** It takes the person's own password, which nobody else may hear. */
  | 'needs-password';

/** What a gateway's phones can be asked, and why not the rest. */
export type PhoneCapabilities = Readonly<
  Record<
    /** An image that a phone reads; with `open` for whoever may come, otherwise for a person who is named. */
    | 'image'
    /** A request that reaches the person's phones by itself. */
    | 'push'
    | 'callerCheck'
    /** The phone's answer "It wasn't me". */
    | 'notMe'
    /** An image for a named person, whose device shows a response that is typed on the page. */
    | 'typedResponse',
    true | PhoneOffReason
  >
> & {
  /** Whether a request takes the person's static password too. */
  readonly wantsPassword: boolean;
  /** Whether phones show what asks: browser and address, or agent and words. */
  readonly showsAsker: boolean;
  /** How long a challenge can be answered, in whole seconds. */
  readonly timeLimitMs: number;
};

export type OpenedPhoneChallenge = {
  /** The image's payload, which only phones activated at this gateway can answer. */
  code: string;
  /** What may be typed on the phone in place of the image; null where nothing is. */
  typedKey: string | null;
  /** Two digits, shown only to the browser or agent that made the challenge; empty where phones type none. */
  number: string;
  expiresAt: Date;
};

/** Why a phone refused, or the gateway on its behalf. */
export type PhoneRefusal =
  /** The phone proved its key, but its user typed another number than the browser shows. */
  | 'wrong-number'
  | 'cancelled-on-phone'
  /** The phone's user did not request it. */
  | 'not-me'
  /** The device was locked or removed after it read the challenge. */
  | 'device-not-usable'
  /** The gateway does not tell whether the phone refused or nobody answered. */
  | 'not-confirmed';

export type PhoneChallenge = {
  state: 'waiting' | 'scanned' | 'approved' | 'redeemed' | 'refused' | 'cancelled' | 'expired';
  /** Grows with every change. */
  version: number;
  openedAt: Date;
  expiresAt: Date;
  /** Address of the browser; null if unknown. */
  askedFrom: string | null;
  /**
   * The phone that read it, proved by its key; null if none has. Never shown to the browser before the approval.
   */
  reader: PhoneOwner | null;
  /** The user whose phones it was sent to; null for an image, which any phone may read. */
  addressee: UserKey | null;
  /** Set if refused. */
  reason: PhoneRefusal | null;
};

/** A challenge that reaches phones without an image. */
export type SentPhoneChallenge = Pick<OpenedPhoneChallenge, 'number' | 'expiresAt'>;

/** What a phone reads: of an image, or typed. */
export type ShownToPhone = Pick<OpenedPhoneChallenge, 'code' | 'typedKey'>;

/** Who is asked. @property password the person's static password, where the gateway `wantsPassword`; it is never kept */
export type AskedPerson = UserKey & { password?: string };

/** An image for a device that answers with digits. @property message its content, in hexadecimal */
export type TypedChallenge = { message: string; expiresAt: Date };

/** Challenges whose response is typed on the page. A right response approves, as a phone does. */
export type TypedChallenges = {
  /** Takes the same time and returns what looks the same for unknown users and users without a device. */
  start(id: PhoneSignInId | PhoneConfirmationId, asking: AskingBrowser, addressee: UserKey): Promise<TypedChallenge>;
  /** `over`: it has ended, or has had as many wrong responses as it may. @param response decimal digits */
  answer(id: PhoneSignInId | PhoneConfirmationId, response: string): Promise<Result<null, 'wrong-response' | 'over'>>;
};

/**
 * A device and its user.
 * @property alternatives other devices of the user that may have answered, where the gateway does not say which one did: the
 *   answer proves no more than the least trusted of them; left out where it says
 */
export type PhoneOwner = { userId: string; domain: string; instanceId: string; alternatives?: readonly string[] };

/** Every device that may have answered. */
export function answeringDevices({ instanceId, alternatives = [] }: PhoneOwner): string[] {
  return [instanceId, ...alternatives];
}

/**
 * PORT: lets an activated phone vouch for its user. Every method throws `GatewayError` if the gateway fails, and `TypeError`
 * if `capabilities` rules it out.
 */
export interface PhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities;
  /**
   * Makes a challenge that one phone can read and answer, once each. The `ChangeFeed` reports its changes. Null where an
   * image would have to name its person beforehand, or there is none.
   */
  readonly open:
    | ((id: PhoneSignInId | PhoneConfirmationId, asking: AskingBrowser) => Promise<OpenedPhoneChallenge>)
    | null;
  /**
   * The same as an image that only phones of the named user can answer. Takes the same time and returns what looks the same for
   * unknown users and users without a phone. Null where `open` makes images, or there are none.
   */
  readonly openFor:
    | ((
        id: PhoneSignInId | PhoneConfirmationId,
        asking: AskingBrowser,
        addressee: AskedPerson,
      ) => Promise<OpenedPhoneChallenge>)
    | null;
  /**
   * Sends a challenge to a user's phones, which no other phone can read. Takes the same time and returns the same for
   * unknown users and users without a phone.
   */
  send(
    id: PhoneSignInId | PhoneConfirmationId,
    asking: AskingBrowser,
    addressee: AskedPerson,
  ): Promise<SentPhoneChallenge>;
  /**
   * Sends a caller check to a user's phones, which show that the helpdesk asks. It opens no session. An approval can be
   * redeemed for 15 minutes, while the agent fills in the rest of the form.
   * @param asking for the phone to show
   * @returns the image that the agent shows or reads out, where none is sent; null where it is
   */
  challengeCaller(
    id: CallerRequestId,
    asking: AskingAgent,
    caller: UserKey,
  ): Promise<SentPhoneChallenge & { image: ShownToPhone | null }>;
  /** Null where no response is typed. */
  readonly typedResponses: TypedChallenges | null;
  /** @returns null if there is no such challenge */
  observe(id: PhoneChallengeId): Promise<PhoneChallenge | null>;
  /** Does nothing if it has ended or is unknown. */
  cancel(id: PhoneChallengeId): Promise<void>;
  /**
   * Redeems an approval, once, and only while the device is usable.
   * @param returned what the approving phone handed to its own browser; one of a sign-in on the phone itself is not
   *   redeemed without it
   */
  redeem(
    id: PhoneChallengeId,
    returned?: string | null,
  ): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>>;
}

/**
 * Long-polls a challenge until it is past version `after`, or `hold` ends the wait.
 * @param poll.holder identifies the waiting browser or user
 * @returns null if there is no such challenge
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

/** How a challenge ended without a redeemed approval; null if it has not ended so. */
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
