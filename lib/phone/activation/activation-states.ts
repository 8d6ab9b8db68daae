import type { Bytes } from '../../shared/bytes';
import type { Mosaic } from '../../shared/codes/mosaic';
import type { Forgery } from '../../shared/codes/forged-image-report';
import type { UsableAccount } from '../accounts/account';
import type { GatewayFailureCode } from '../gateway-failure';
import type { PinChoice, PinStep } from '../keys/pin-steps';
import type { CodeRefusal } from '../scanning/classify-code';
import type { Issuer, ShownBy } from '../site/judge-image';
import type { Connection, Linked, Scanned } from './activation-steps';
import type { LastRefusal } from './confirm-activation';
import type { PendingActivation } from './pending-activation-store';
import type { Withdrawable } from './withdraw-activation';

export type FlowFailure =
  | GatewayFailureCode
  | LastRefusal
  /** The browser did not store the account. */
  | 'storage-failed'
  /** The page was reloaded or closed before connection 4. */
  | 'interrupted';

/** Why a code leads nowhere. The camera keeps scanning. */
export type ScanProblem =
  | CodeRefusal
  | GatewayFailureCode
  /** A genuine image that has expired. Without a signature only the gateway can tell. */
  | 'too-old'
  /** A genuine first image of an offline activation that has expired by the phone's clock. */
  | 'offline-too-old'
  /** A sign-in image, but this phone has no account yet. */
  | 'no-account'
  /** A sign-in by a link, in a browser without an account. The app may be elsewhere on this phone. */
  | 'no-account-here'
  /** A sign-in to which another website has led. Anybody can do that, with a sign-in of their own. */
  | 'login-by-link';

type Scanning = { state: 'scanning'; problem: ScanProblem | null };
type Confirming = { state: 'confirming'; scanned: Scanned; issuer: Issuer | ShownBy };
type Connecting = { state: 'connecting'; connection: Connection };
/** The call of connection 4 and its account are being prepared and stored. */
type Preparing = { state: 'preparing'; linked: Linked; choice: PinChoice };
/** Connection 4 is in flight. `instanceKey` is null after a reload. */
export type Activating = {
  state: 'activating';
  pending: PendingActivation;
  instanceKey: Bytes | null;
  isRepeated: boolean;
};
/** The gateway did not answer. The user can repeat the connection. */
type Stalled = { state: 'stalled'; during: Connecting | Activating; failure: GatewayFailureCode };

export type Unfinished = Scanning | Confirming | Connecting | PinStep<Linked> | Preparing | Activating | Stalled;

/**
 * Asks whether to cancel; a connection in flight goes on meanwhile. `because`: the user pressed cancel, or followed a link to
 * another activation.
 */
type AskingToCancel = { state: 'asking-to-cancel'; from: Unfinished; because: 'wanted' | 'link-followed' };
/**
 * @see withdrawActivation. `may-have-worked`: cancelled while connection 4 had no answer, so the gateway may have activated
 * the device.
 */
type Cancelled = { state: 'cancelled'; withdrawal: 'not-needed' | 'asked' | 'done' | 'not-heard' | 'may-have-worked' };
type Failed = { state: 'failed'; failure: FlowFailure };
/** The image is forged. The phone reports it to the website and sends nothing to the gateway. */
type Forged = {
  state: 'forged';
  forgery: Forgery;
  /** What the image would have been for. */
  subject: 'activation' | 'sign-in';
  report: 'sending' | 'heard' | 'not-heard';
};
/** `instanceKey` is null after a reload, when only the PIN opens it. @see Linked for the mosaic */
type Activated = { state: 'activated'; account: UsableAccount; instanceKey: Bytes | null; mosaic: Mosaic | null };

/** An activation on the phone: one state for each screen. */
export type ActivationFlow = Unfinished | AskingToCancel | Cancelled | Failed | Forged | Activated;

export const SCANNING: ActivationFlow = { state: 'scanning', problem: null };

/** Continues an activation whose connection 4 had no answer when the app was closed. */
export function resumeActivation(pending: PendingActivation): ActivationFlow {
  return { state: 'activating', pending, instanceKey: null, isRepeated: true };
}

/** The registration that the gateway holds for this activation: from connection 1 until the activation ends. */
export function withdrawable(flow: ActivationFlow): Withdrawable | null {
  switch (flow.state) {
    case 'connecting':
      return flow.connection.from;
    case 'choosing-pin':
    case 'choosing-biometrics':
    case 'preparing':
      return flow.linked;
    case 'activating': {
      const { gateway, registrationIdentifier } = flow.pending.call;
      return { gateway, payload: { registrationIdentifier } };
    }
    case 'stalled':
      return withdrawable(flow.during);
    case 'asking-to-cancel':
      return withdrawable(flow.from);
    case 'scanning':
    case 'confirming':
    case 'cancelled':
    case 'failed':
    case 'forged':
    case 'activated':
      return null;
  }
}

/** Whether leaving would lose something: a code was read, and the activation has not ended. */
export function isUnderWay(flow: ActivationFlow): boolean {
  if (flow.state === 'asking-to-cancel') return isUnderWay(flow.from);
  return isUnfinished(flow) && flow.state !== 'scanning';
}

/** Whether connection 4 is stored, so that the page may be closed. */
export function isActivating(flow: ActivationFlow): boolean {
  if (flow.state === 'asking-to-cancel') return isActivating(flow.from);
  return flow.state === 'activating' || (flow.state === 'stalled' && isActivating(flow.during));
}

export function isUnfinished(flow: ActivationFlow): flow is Unfinished {
  switch (flow.state) {
    case 'asking-to-cancel':
    case 'cancelled':
    case 'failed':
    case 'forged':
    case 'activated':
      return false;
    case 'scanning':
    case 'confirming':
    case 'connecting':
    case 'choosing-pin':
    case 'choosing-biometrics':
    case 'preparing':
    case 'activating':
    case 'stalled':
      return true;
  }
}
