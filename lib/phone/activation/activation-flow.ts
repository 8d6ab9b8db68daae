import type { Bytes } from '../../shared/bytes';
import type { Mosaic } from '../../shared/codes/mosaic';
import type { Forgery } from '../../shared/codes/forged-image-report';
import type { UsableAccount } from '../accounts/account';
import type { GatewayFailureCode } from '../gateway-failure';
import { isPinStep, reducePinStep, type PinChoice, type PinEvent } from '../keys/pin-steps';
import type { Issuer, ShownBy } from '../site/judge-image';
import {
  isActivating,
  isUnfinished,
  SCANNING,
  withdrawable,
  type ActivationFlow,
  type FlowFailure,
  type ScanProblem,
  type Unfinished,
} from './activation-states';
import type { Due, Linked, Scanned } from './activation-steps';
import type { PendingActivation } from './pending-activation-store';

export type FlowEvent =
  | { type: 'code-read'; scanned: Scanned; issuer: Issuer | ShownBy }
  | { type: 'forgery-found'; forgery: Forgery; subject: 'activation' | 'sign-in' }
  | { type: 'forgery-reported'; isHeard: boolean }
  | { type: 'code-refused'; problem: ScanProblem }
  | { type: 'confirmed' }
  | { type: 'connected'; next: Due }
  | PinEvent
  | { type: 'prepared'; pending: PendingActivation }
  | { type: 'activated'; account: UsableAccount; instanceKey: Bytes | null; mosaic: Mosaic | null }
  | { type: 'gateway-failed'; failure: GatewayFailureCode }
  | { type: 'refused'; failure: FlowFailure }
  | { type: 'tried-again' }
  | { type: 'cancel-asked' }
  | { type: 'link-followed' }
  /** The browser brought the page back from its back-forward cache after `pagehide` withdrew the activation. */
  | { type: 'interrupted' }
  | { type: 'cancel-declined' }
  | { type: 'cancel-confirmed' }
  | { type: 'withdrawn'; isHeard: boolean }
  | { type: 'started-over' };

/** What the device supports. Screens for the rest are left out. */
export type PhoneAbilities = { hasBiometrics: boolean; hasNotifications: boolean };

/** Returns the next state. An event that does not fit the state, such as a late answer, changes nothing. */
export function reduceActivation(flow: ActivationFlow, event: FlowEvent, abilities: PhoneAbilities): ActivationFlow {
  switch (event.type) {
    case 'code-read':
      return flow.state === 'scanning' ? { state: 'confirming', scanned: event.scanned, issuer: event.issuer } : flow;
    case 'forgery-found':
      return flow.state === 'scanning'
        ? { state: 'forged', forgery: event.forgery, subject: event.subject, report: 'sending' }
        : flow;
    case 'forgery-reported':
      return flow.state === 'forged' ? { ...flow, report: event.isHeard ? 'heard' : 'not-heard' } : flow;
    case 'code-refused':
      return flow.state === 'scanning' ? { state: 'scanning', problem: event.problem } : flow;
    case 'confirmed':
      return flow.state === 'confirming' ? dueState({ number: 1, from: flow.scanned }) : flow;
    case 'connected':
      return behindQuestion(flow, (unfinished) =>
        unfinished.state === 'connecting' && unfinished.connection.number === event.next.number - 1
          ? dueState(event.next)
          : unfinished,
      );
    case 'pin-chosen':
    case 'biometrics-chosen':
      return isPinStep(flow) ? reducePinStep(flow, event, abilities.hasBiometrics, preparing) : flow;
    case 'prepared':
      return behindQuestion(flow, (unfinished) => {
        if (unfinished.state !== 'preparing') return unfinished;
        const { instanceKey } = unfinished.linked;
        return { state: 'activating', pending: event.pending, instanceKey, isRepeated: false };
      });
    case 'activated': {
      const { account, instanceKey, mosaic } = event;
      // The gateway decides: a device that it activated counts, even if the user was about to cancel.
      return isActivating(flow) || isGivenUpLate(flow) ? { state: 'activated', account, instanceKey, mosaic } : flow;
    }
    case 'gateway-failed':
      return behindQuestion(flow, (unfinished) =>
        unfinished.state === 'connecting' || unfinished.state === 'activating'
          ? { state: 'stalled', during: unfinished, failure: event.failure }
          : unfinished,
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

function dueState(due: Due): ActivationFlow & Unfinished {
  return due.number === 4 ? { state: 'choosing-pin', linked: due.from } : { state: 'connecting', connection: due };
}

function preparing(linked: Linked, choice: PinChoice): ActivationFlow {
  return { state: 'preparing', linked, choice };
}

/** Moves the flow, also behind the question whether to cancel. */
function behindQuestion(flow: ActivationFlow, move: (unfinished: Unfinished) => ActivationFlow): ActivationFlow {
  if (isUnfinished(flow)) return move(flow);
  if (flow.state !== 'asking-to-cancel') return flow;
  const moved = move(flow.from);
  return isUnfinished(moved) ? { ...flow, from: moved } : moved;
}

function refused(flow: ActivationFlow, failure: FlowFailure): ActivationFlow {
  return behindQuestion(flow, (unfinished) =>
    unfinished.state === 'connecting' || unfinished.state === 'preparing' || unfinished.state === 'activating'
      ? { state: 'failed', failure }
      : unfinished,
  );
}

function isGivenUpLate(flow: ActivationFlow): boolean {
  return flow.state === 'cancelled' && flow.withdrawal === 'may-have-worked';
}
