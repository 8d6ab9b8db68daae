import type { Bytes } from '../../shared/bytes';
import type { Forgery } from '../../shared/codes/forged-image-report';
import type { UsableAccount } from '../accounts/account';
import type { Connected, Licensed, Linked, Scanned } from './activation-steps';
import type { CodeRefusal } from '../scanning/classify-code';
import type { LastCall, LastRefusal } from './confirm-activation';
import type { GatewayFailureCode } from '../gateway-failure';
import type { Issuer } from '../site/judge-image';
import type { PendingActivation } from './pending-activation-store';
import { isPinStep, reducePinStep, type PinChoice, type PinEvent, type PinStep } from '../keys/pin-steps';
import type { Withdrawable } from './withdraw-activation';

/** One of the first three connections that is being made, with what it is made from. */
export type Connection = { number: 1; from: Scanned } | { number: 2; from: Connected } | { number: 3; from: Licensed };

/** What the person has decided on the way. */
export type Choices = PinChoice & { wantsNotifications: boolean };

export type FlowFailure =
  | GatewayFailureCode
  | LastRefusal
  /** The browser would not keep the account. */
  | 'storage-failed'
  /** The page was reloaded or closed in the middle. */
  | 'interrupted';

/** Why a code that was read leads nowhere; the camera goes on looking. */
export type ScanProblem =
  | CodeRefusal
  | GatewayFailureCode
  /** A genuine image whose time is over; of one without a signature only the gateway can tell. */
  | 'too-old'
  /** A genuine first image of an offline activation, by the phone's clock alone. */
  | 'offline-too-old'
  /** A sign-in page's image, before anything is activated on this phone. */
  | 'no-account'
  /** A sign-in that came with a link: anybody can send one, so only what the person scans is answered. */
  | 'login-by-link';

type Scanning = { state: 'scanning'; problem: ScanProblem | null };
type Confirming = { state: 'confirming'; scanned: Scanned; issuer: Issuer };
type Connecting = { state: 'connecting'; connection: Connection };
type ChoosingNotifications = { state: 'choosing-notifications'; linked: Linked; choice: PinChoice };
/** What the last connection needs is made ready and kept. */
type Preparing = { state: 'preparing'; linked: Linked; choices: Choices };
/** The last connection is being made. `open`: what is known of the device beyond that; null after a reload. */
type Activating = {
  state: 'activating';
  pending: PendingActivation;
  open: { instanceKey: Bytes; wantsNotifications: boolean } | null;
  isRepeated: boolean;
};
/** The gateway did not answer; the same connection can be made again. */
type Stalled = { state: 'stalled'; during: Connecting | Activating; failure: GatewayFailureCode };

type Unfinished =
  Scanning | Confirming | Connecting | PinStep<Linked> | ChoosingNotifications | Preparing | Activating | Stalled;

/**
 * The question whether to give up; the connection that is being made meanwhile goes on. `because`: the person wants to, or
 * has followed a link that leads to another activation.
 */
type AskingToCancel = { state: 'asking-to-cancel'; from: Unfinished; because: 'wanted' | 'link-followed' };
/**
 * @see withdrawActivation. `may-have-worked`: given up while the last connection's answer was missing, so the gateway may
 * have activated the device.
 */
type Cancelled = { state: 'cancelled'; withdrawal: 'not-needed' | 'asked' | 'done' | 'not-heard' | 'may-have-worked' };
type Failed = { state: 'failed'; failure: FlowFailure };
/** The image is a forgery. Nothing was sent to the gateway; the website is told of it. */
type Forged = { state: 'forged'; forgery: Forgery; report: 'sending' | 'heard' | 'not-heard' };
/** `instanceKey`: null when it takes the PIN to open it, after a reload. */
type Activated = { state: 'activated'; account: UsableAccount; instanceKey: Bytes | null };

/** An activation on the phone: one state for each screen. */
export type ActivationFlow = Unfinished | AskingToCancel | Cancelled | Failed | Forged | Activated;

export type FlowEvent =
  | { type: 'code-read'; scanned: Scanned; issuer: Issuer }
  | { type: 'forgery-found'; forgery: Forgery }
  | { type: 'forgery-reported'; isHeard: boolean }
  | { type: 'code-refused'; problem: ScanProblem }
  | { type: 'confirmed' }
  | { type: 'connected'; next: { number: 2; from: Connected } | { number: 3; from: Licensed } }
  | { type: 'linked'; linked: Linked }
  | PinEvent
  | { type: 'notifications-chosen'; wantsNotifications: boolean }
  | { type: 'prepared'; pending: PendingActivation }
  | { type: 'activated'; account: UsableAccount; instanceKey: Bytes | null }
  | { type: 'gateway-failed'; failure: GatewayFailureCode }
  | { type: 'refused'; failure: FlowFailure }
  | { type: 'tried-again' }
  | { type: 'cancel-asked' }
  | { type: 'link-followed' }
  /** The page was left in the middle, and has come back as it was. */
  | { type: 'interrupted' }
  | { type: 'cancel-declined' }
  | { type: 'cancel-confirmed' }
  | { type: 'withdrawn'; isHeard: boolean }
  | { type: 'started-over' };

/** What this phone can offer; screens for what it cannot are left out. */
export type PhoneAbilities = { hasBiometrics: boolean; hasNotifications: boolean };

export const SCANNING: ActivationFlow = { state: 'scanning', problem: null };

/** An activation whose last answer was missing when the app was closed. */
export function resumeActivation(pending: PendingActivation): ActivationFlow {
  return { state: 'activating', pending, open: null, isRepeated: true };
}

/** The next state; an event that does not fit the state, such as a late answer, changes nothing. */
export function reduceActivation(flow: ActivationFlow, event: FlowEvent, abilities: PhoneAbilities): ActivationFlow {
  switch (event.type) {
    case 'code-read':
      return flow.state === 'scanning' ? { state: 'confirming', scanned: event.scanned, issuer: event.issuer } : flow;
    case 'forgery-found':
      return flow.state === 'scanning' ? { state: 'forged', forgery: event.forgery, report: 'sending' } : flow;
    case 'forgery-reported':
      return flow.state === 'forged' ? { ...flow, report: event.isHeard ? 'heard' : 'not-heard' } : flow;
    case 'code-refused':
      return flow.state === 'scanning' ? { state: 'scanning', problem: event.problem } : flow;
    case 'confirmed':
      return flow.state === 'confirming' ? connecting({ number: 1, from: flow.scanned }) : flow;
    case 'connected':
      return behindQuestion(flow, (shown) =>
        shown.state === 'connecting' && shown.connection.number === event.next.number - 1
          ? connecting(event.next)
          : shown,
      );
    case 'linked':
      return behindQuestion(flow, (shown) =>
        shown.state === 'connecting' && shown.connection.number === 3
          ? { state: 'choosing-pin', linked: event.linked, problem: null }
          : shown,
      );
    case 'pin-chosen':
    case 'pin-repeated':
    case 'pin-reconsidered':
    case 'biometrics-chosen':
      return isPinStep(flow)
        ? reducePinStep(flow, event, abilities.hasBiometrics, (linked, choice) => afterPin(linked, choice, abilities))
        : flow;
    case 'notifications-chosen':
      return flow.state === 'choosing-notifications'
        ? preparing(flow.linked, { ...flow.choice, wantsNotifications: event.wantsNotifications })
        : flow;
    case 'prepared':
      return behindQuestion(flow, (shown) => {
        if (shown.state !== 'preparing') return shown;
        const { instanceKey } = shown.linked;
        const open = { instanceKey, wantsNotifications: shown.choices.wantsNotifications };
        return { state: 'activating', pending: event.pending, open, isRepeated: false };
      });
    case 'activated': {
      const { account, instanceKey } = event;
      // The gateway has the last word: what it has activated is activated, also when the person was about to give up.
      return isActivating(flow) || isGivenUpLate(flow) ? { state: 'activated', account, instanceKey } : flow;
    }
    case 'gateway-failed':
      return behindQuestion(flow, (shown) =>
        shown.state === 'connecting' || shown.state === 'activating'
          ? { state: 'stalled', during: shown, failure: event.failure }
          : shown,
      );
    case 'refused':
      return refused(flow, event.failure);
    case 'tried-again':
      if (flow.state !== 'stalled') return flow;
      return flow.during.state === 'activating' ? { ...flow.during, isRepeated: true } : flow.during;
    case 'cancel-asked':
      return isUnfinished(flow) ? { state: 'asking-to-cancel', from: flow, because: 'wanted' } : flow;
    case 'link-followed':
      if (flow.state === 'asking-to-cancel') return { ...flow, because: 'link-followed' };
      return isUnfinished(flow) ? { state: 'asking-to-cancel', from: flow, because: 'link-followed' } : flow;
    case 'interrupted':
      return withdrawable(flow) && !isActivating(flow) ? { state: 'failed', failure: 'interrupted' } : flow;
    case 'cancel-declined':
      return flow.state === 'asking-to-cancel' ? flow.from : flow;
    case 'cancel-confirmed':
      if (flow.state !== 'asking-to-cancel') return flow;
      if (isActivating(flow.from)) return { state: 'cancelled', withdrawal: 'may-have-worked' };
      return { state: 'cancelled', withdrawal: withdrawable(flow) ? 'asked' : 'not-needed' };
    case 'withdrawn':
      if (flow.state !== 'cancelled' || flow.withdrawal !== 'asked') return flow;
      return { state: 'cancelled', withdrawal: event.isHeard ? 'done' : 'not-heard' };
    case 'started-over':
      return SCANNING;
  }
}

/** The registration that the gateway holds for this activation, from the first connection on and until it ends. */
export function withdrawable(flow: ActivationFlow): Withdrawable | null {
  switch (flow.state) {
    case 'connecting':
      return flow.connection.from;
    case 'choosing-pin':
    case 'confirming-pin':
    case 'choosing-biometrics':
    case 'choosing-notifications':
    case 'preparing':
      return flow.linked;
    case 'activating':
      return withdrawableFrom(flow.pending.call);
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

function withdrawableFrom({ gateway, registrationIdentifier }: LastCall): Withdrawable {
  return { gateway, payload: { registrationIdentifier } };
}

/** Whether something would be lost with it: a code was read, and it has not come to an end. */
export function isUnderWay(flow: ActivationFlow): boolean {
  if (flow.state === 'asking-to-cancel') return isUnderWay(flow.from);
  return isUnfinished(flow) && flow.state !== 'scanning';
}

function connecting(connection: Connection): ActivationFlow & Unfinished {
  return { state: 'connecting', connection };
}

function preparing(linked: Linked, choices: Choices): ActivationFlow {
  return { state: 'preparing', linked, choices };
}

function afterPin(linked: Linked, choice: PinChoice, { hasNotifications }: PhoneAbilities): ActivationFlow {
  return linked.licence.notificationsEnabled && hasNotifications
    ? { state: 'choosing-notifications', linked, choice }
    : preparing(linked, { ...choice, wantsNotifications: false });
}

/** Moves what is shown, also while the question whether to give up is in front of it. */
function behindQuestion(flow: ActivationFlow, move: (shown: Unfinished) => ActivationFlow): ActivationFlow {
  if (isUnfinished(flow)) return move(flow);
  if (flow.state !== 'asking-to-cancel') return flow;
  const moved = move(flow.from);
  return isUnfinished(moved) ? { ...flow, from: moved } : moved;
}

function refused(flow: ActivationFlow, failure: FlowFailure): ActivationFlow {
  return behindQuestion(flow, (shown) =>
    shown.state === 'connecting' || shown.state === 'preparing' || shown.state === 'activating'
      ? { state: 'failed', failure }
      : shown,
  );
}

/** Whether the last connection is kept, so that the page may go away in the middle of it. */
export function isActivating(flow: ActivationFlow): boolean {
  if (flow.state === 'asking-to-cancel') return isActivating(flow.from);
  return flow.state === 'activating' || (flow.state === 'stalled' && isActivating(flow.during));
}

function isGivenUpLate(flow: ActivationFlow): boolean {
  return flow.state === 'cancelled' && flow.withdrawal === 'may-have-worked';
}

function isUnfinished(flow: ActivationFlow): flow is Unfinished {
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
    case 'confirming-pin':
    case 'choosing-biometrics':
    case 'choosing-notifications':
    case 'preparing':
    case 'activating':
    case 'stalled':
      return true;
  }
}
