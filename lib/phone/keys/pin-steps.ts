import type { BiometricCredential } from './biometrics';
import { checkNewPin, type NewPin, type PinPolicy } from './pin-policy';

/** The states in which the user chooses how the account opens. @template Device the phone's state of the activation */
export type PinStep<Device> =
  | { state: 'choosing-pin'; linked: Device }
  | { state: 'choosing-biometrics'; linked: Device; pin: string };

export type PinEvent =
  | ({ type: 'pin-chosen' } & NewPin)
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
      const { pin } = event;
      if (!checkNewPin(event, linked.licence).ok) return step;
      return hasBiometrics ? { state: 'choosing-biometrics', linked, pin } : after(linked, { pin, biometrics: null });
    }
    case 'biometrics-chosen':
      return step.state === 'choosing-biometrics'
        ? after(linked, { pin: step.pin, biometrics: event.biometrics })
        : step;
  }
}

export function isPinStep<Flow extends { state: string }>(
  flow: Flow,
): flow is Extract<Flow, { state: 'choosing-pin' | 'choosing-biometrics' }> {
  return flow.state === 'choosing-pin' || flow.state === 'choosing-biometrics';
}
