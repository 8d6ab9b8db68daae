import type { BiometricCredential } from './biometrics';
import { checkPin, type PinPolicy, type PinRefusal } from './pin-policy';

/** The states in which the user chooses how the account opens. @template Device the phone's state of the activation */
export type PinStep<Device> =
  | { state: 'choosing-pin'; linked: Device; problem: PinRefusal | 'pins-differ' | null }
  | { state: 'confirming-pin'; linked: Device; pin: string }
  | { state: 'choosing-biometrics'; linked: Device; pin: string };

export type PinEvent =
  | { type: 'pin-chosen'; pin: string }
  | { type: 'pin-repeated'; pin: string }
  | { type: 'pin-reconsidered' }
  | { type: 'biometrics-chosen'; biometrics: BiometricCredential | null };

export type PinChoice = { pin: string; biometrics: BiometricCredential | null };

/**
 * Returns the next state. An event that does not fit the state changes nothing.
 * @param after the state after the last choice
 */
export function reducePinStep<Device extends { licence: PinPolicy }, Next>(
  step: PinStep<Device>,
  event: PinEvent,
  hasBiometrics: boolean,
  after: (linked: Device, choice: PinChoice) => Next,
): PinStep<Device> | Next {
  const { linked } = step;
  switch (event.type) {
    case 'pin-chosen': {
      if (step.state !== 'choosing-pin') return step;
      const result = checkPin(event.pin, linked.licence);
      if (!result.ok) return { ...step, problem: result.refusal };
      return { state: 'confirming-pin', linked, pin: event.pin };
    }
    case 'pin-repeated': {
      if (step.state !== 'confirming-pin') return step;
      const { pin } = step;
      if (event.pin !== pin) return { state: 'choosing-pin', linked, problem: 'pins-differ' };
      return hasBiometrics ? { state: 'choosing-biometrics', linked, pin } : after(linked, { pin, biometrics: null });
    }
    case 'pin-reconsidered':
      return step.state === 'confirming-pin' ? { state: 'choosing-pin', linked, problem: null } : step;
    case 'biometrics-chosen':
      return step.state === 'choosing-biometrics'
        ? after(linked, { pin: step.pin, biometrics: event.biometrics })
        : step;
  }
}

export function isPinStep<Flow extends { state: string }>(
  flow: Flow,
): flow is Extract<Flow, { state: 'choosing-pin' | 'confirming-pin' | 'choosing-biometrics' }> {
  return flow.state === 'choosing-pin' || flow.state === 'confirming-pin' || flow.state === 'choosing-biometrics';
}
