import {
  activate,
  cancel,
  expire,
  fail,
  link,
  scan,
  supersede,
  verify,
  type Activation,
  type RegisteredActivation,
} from '../activation';
import type { Observation } from '../activation-gateway';

/**
 * The next move towards an observation, one step at a time so that each is recorded; null for none. An observation that
 * is behind the activation is ignored.
 */
export function nextMove(activation: RegisteredActivation, observation: Observation, now: Date): Activation | null {
  return stepFrom(activation, observation, now) ?? endFrom(activation, observation, now);
}

function stepFrom(activation: RegisteredActivation, observation: Observation, now: Date): Activation | null {
  const { reached, instanceId, mosaic } = observation;
  if (observation.state === 'active' && instanceId !== null && activation.activationType === 'offline')
    return activate(activation, { instanceId, mosaic }, reached.active ?? now);
  // The other steps of an offline activation come from entered codes.
  if (activation.activationType === 'offline') return null;
  const expiresAt = observation.expiresAt ?? activation.expiresAt;
  if (activation.state === 'issued' && reached.scanned) return scan(activation, expiresAt, reached.scanned);
  if ((activation.state === 'issued' || activation.state === 'scanned') && reached.verified) {
    return verify(activation, expiresAt, reached.verified);
  }
  if (activation.state !== 'linked' && reached.linked && instanceId !== null) {
    return link(activation, { instanceId, mosaic }, expiresAt, reached.linked);
  }
  if (observation.state === 'active' && instanceId !== null)
    return activate(activation, { instanceId, mosaic }, reached.active ?? now);
  return null;
}

function endFrom(activation: RegisteredActivation, { state, reason }: Observation, now: Date): Activation | null {
  switch (state) {
    case 'expired': {
      const expired = expire({ ...activation, expiresAt: now }, now);
      return expired.ok ? expired.value : null;
    }
    case 'cancelled':
      return cancel(activation, now);
    case 'failed':
      return fail(activation, reason ?? 'refused-by-gateway', now);
    case 'superseded':
      return supersede(activation, now);
    case 'unknown':
      return fail(activation, 'lost-by-gateway', now);
    case 'issued':
    case 'scanned':
    case 'verified':
    case 'linked':
    case 'active':
      return null;
  }
}
