import type { OfflineMessage1 } from '../../wire/crypto/messages/offline-message';
import type { UsableAccount } from '../accounts/account';
import type { Issuer } from '../site/judge-image';
import type { Begun, OfflineLinked, PendingOffline, Signed } from './offline-steps';
import type { SecondImageRefusal } from './offline-images';
import { isPinStep, reducePinStep, type PinChoice, type PinEvent, type PinStep } from '../keys/pin-steps';

export type OfflineFailure =
  /** The browser did not store the activation or its account. */
  | 'storage-failed'
  /** It has ended, or another has begun, in another tab. */
  | 'interrupted';

type Confirming = { state: 'confirming'; message: OfflineMessage1; issuer: Issuer };
/** The device code is being drawn and stored. */
type Beginning = { state: 'beginning'; message: OfflineMessage1 };
type ShowingDeviceCode = { state: 'showing-device-code'; begun: Begun };
type ScanningSecond = { state: 'scanning-second'; begun: Begun; problem: SecondImageRefusal | null };
/** The account is being stored. */
type Storing = { state: 'storing'; linked: OfflineLinked; choice: PinChoice };

/** States that can be cancelled; those that pass by themselves cannot. */
type Unfinished = Confirming | ShowingDeviceCode | ScanningSecond | PinStep<OfflineLinked>;

/** `because`: the user pressed cancel, or followed a link to another activation. */
type AskingToCancel = { state: 'asking-to-cancel'; from: Unfinished; because: 'wanted' | 'link-followed' };
/** The phone cannot tell the website. */
type Cancelled = { state: 'cancelled' };
type Failed = { state: 'failed'; failure: OfflineFailure };
/** `linked`: the stored account with its key; null after a reload. */
type ShowingSignature = { state: 'showing-signature'; signed: Signed; linked: StoredAccount | null };
type AskingToRemove = Omit<ShowingSignature, 'state'> & { state: 'asking-to-remove' };
/** The website did not take the signature, so the account is being removed. */
type Removing = { state: 'removing'; signed: Signed };
type Removed = { state: 'removed' };

type StoredAccount = { account: UsableAccount; instanceKey: OfflineLinked['instanceKey'] };

/** An offline activation on the phone: one state for each screen. The phone sends nothing. */
export type OfflineFlow =
  | Unfinished
  | Beginning
  | AskingToCancel
  | Cancelled
  | Storing
  | Failed
  | ShowingSignature
  | AskingToRemove
  | Removing
  | Removed;

export type OfflineEvent =
  | PinEvent
  | { type: 'confirmed' }
  | { type: 'begun'; begun: Begun }
  | { type: 'second-image-wanted' }
  | { type: 'second-image-put-off' }
  | { type: 'second-image-opened'; linked: OfflineLinked }
  | { type: 'second-image-refused'; problem: SecondImageRefusal }
  | { type: 'stored'; account: UsableAccount; signed: Signed }
  | { type: 'failed'; failure: OfflineFailure }
  | { type: 'cancel-asked' }
  | { type: 'link-followed' }
  | { type: 'cancel-declined' }
  | { type: 'cancel-confirmed' }
  /** The user says that the website did not take the signature. */
  | { type: 'refusal-reported' }
  | { type: 'removal-declined' }
  | { type: 'removal-confirmed' }
  | { type: 'removed' };

/** The first image, or what survived a reload. */
export type OfflineStart = Confirming | PendingOffline;

export function startOffline(start: OfflineStart): OfflineFlow {
  if ('state' in start) return start;
  return start.stage === 'device-code'
    ? { state: 'showing-device-code', begun: start }
    : { state: 'showing-signature', signed: start, linked: null };
}

/** Returns the next state. An event that does not fit the state, such as a late answer, changes nothing. */
export function reduceOffline(flow: OfflineFlow, event: OfflineEvent, hasBiometrics: boolean): OfflineFlow {
  switch (event.type) {
    case 'confirmed':
      return flow.state === 'confirming' ? { state: 'beginning', message: flow.message } : flow;
    case 'begun':
      return flow.state === 'beginning' ? { state: 'showing-device-code', begun: event.begun } : flow;
    case 'second-image-wanted':
      return flow.state === 'showing-device-code'
        ? { state: 'scanning-second', begun: flow.begun, problem: null }
        : flow;
    case 'second-image-put-off':
      return flow.state === 'scanning-second' ? { state: 'showing-device-code', begun: flow.begun } : flow;
    case 'second-image-opened':
      return flow.state === 'scanning-second' ? { state: 'choosing-pin', linked: event.linked } : flow;
    case 'second-image-refused':
      return flow.state === 'scanning-second' ? { ...flow, problem: event.problem } : flow;
    case 'pin-chosen':
    case 'biometrics-chosen':
      return isPinStep(flow) ? reducePinStep(flow, event, hasBiometrics, storing) : flow;
    case 'stored': {
      if (flow.state !== 'storing') return flow;
      const { account, signed } = event;
      const { instanceKey } = flow.linked;
      return { state: 'showing-signature', signed, linked: { account, instanceKey } };
    }
    case 'failed':
      return flow.state === 'beginning' || flow.state === 'storing'
        ? { state: 'failed', failure: event.failure }
        : flow;
    case 'cancel-asked':
      return isUnfinished(flow) ? { state: 'asking-to-cancel', from: flow, because: 'wanted' } : flow;
    case 'link-followed':
      if (flow.state === 'asking-to-cancel') return { ...flow, because: 'link-followed' };
      return isUnfinished(flow) ? { state: 'asking-to-cancel', from: flow, because: 'link-followed' } : flow;
    case 'cancel-declined':
      return flow.state === 'asking-to-cancel' ? flow.from : flow;
    case 'cancel-confirmed':
      return flow.state === 'asking-to-cancel' ? { state: 'cancelled' } : flow;
    case 'refusal-reported':
      return flow.state === 'showing-signature' ? { ...flow, state: 'asking-to-remove' } : flow;
    case 'removal-declined':
      return flow.state === 'asking-to-remove' ? { ...flow, state: 'showing-signature' } : flow;
    case 'removal-confirmed':
      return flow.state === 'asking-to-remove' ? { state: 'removing', signed: flow.signed } : flow;
    case 'removed':
      return flow.state === 'removing' ? { state: 'removed' } : flow;
  }
}

function storing(linked: OfflineLinked, choice: PinChoice): OfflineFlow {
  return { state: 'storing', linked, choice };
}

function isUnfinished(flow: OfflineFlow): flow is Unfinished {
  return (
    isPinStep(flow) ||
    flow.state === 'confirming' ||
    flow.state === 'showing-device-code' ||
    flow.state === 'scanning-second'
  );
}

/** Whether leaving loses nothing. */
export function isOfflineOver(flow: OfflineFlow): boolean {
  return flow.state === 'cancelled' || flow.state === 'failed' || flow.state === 'removed';
}
