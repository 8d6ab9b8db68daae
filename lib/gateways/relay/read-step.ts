import type { Step } from '../../activation/activation';
import type { SeenStep } from '../../activation/following/apply-seen-step';
import { isJsonObject, parseJsonObject } from '../../shared/json-object';

/** Letters and digits (OneSpan §7.3), of any configurable length. */
const REGISTRATION_IDENTIFIER = /^[0-9A-Za-z]{1,64}$/;

/** `VDS1000042-1` (OneSpan §7.5). */
const INSTANCE_ID = /^[A-Z0-9]{3}\d{7}-\d{1,9}$/;

/**
 * The step of an activation that a call and its reply show. Only `returnCode` 0 is success (OneSpan §3.1). That
 * connection 4 returns the instance's serial number is documented; a reply without it is accepted as well (OneSpan
 * §3.2).
 * @returns null when the phone has made no step
 */
export function readStep(step: Step, request: Uint8Array, reply: Uint8Array): SeenStep | null {
  const registrationIdentifier = matching(
    parseJsonObject(request)?.['registrationIdentifier'],
    REGISTRATION_IDENTIFIER,
  );
  const { result } = parseJsonObject(reply) ?? {};
  if (registrationIdentifier === null || !isSuccess(reply)) return null;
  const instanceId = step === 'active' && isJsonObject(result) ? matching(result['serialNumber'], INSTANCE_ID) : null;
  return { registrationIdentifier, step, instanceId };
}

/**
 * The device whose refusal of a sign-in the gateway has taken: it alone can wrap the challenge's key (OneSpan §3.4), which the
 * relay cannot read.
 * @returns null when the gateway has not taken it
 */
export function readRefusal(request: Uint8Array, reply: Uint8Array): string | null {
  return isSuccess(reply) ? matching(parseJsonObject(request)?.['serialNumber'], INSTANCE_ID) : null;
}

function isSuccess(reply: Uint8Array): boolean {
  const { resultCodes } = parseJsonObject(reply) ?? {};
  return isJsonObject(resultCodes) && resultCodes['returnCode'] === 0;
}

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
