import type { Step } from '../../activation/activation';
import type { SeenStep } from '../../activation/following/apply-seen-step';
import { textFromUtf8 } from '../../shared/bytes';

type Fields = Readonly<Record<string, unknown>>;

/** Letters and digits (OneSpan §7.3), of any length that could be set. */
const REGISTRATION_IDENTIFIER = /^[0-9A-Za-z]{1,64}$/;

/** `VDS1000042-1` (OneSpan §7.5). */
const INSTANCE_ID = /^[A-Z0-9]{3}\d{7}-\d{1,9}$/;

/**
 * What a call and its reply show of an activation. Only `returnCode` 0 is success (OneSpan §3.1); that connection 4
 * answers with the instance's serial number is documented, and a reply without it is taken as well (OneSpan §3.2).
 * @returns null when the phone has made no step
 */
export function readStep(step: Step, request: Uint8Array, reply: Uint8Array): SeenStep | null {
  const registrationIdentifier = matching(parse(request)?.['registrationIdentifier'], REGISTRATION_IDENTIFIER);
  const { resultCodes, result } = parse(reply) ?? {};
  if (registrationIdentifier === null || fieldsOf(resultCodes)?.['returnCode'] !== 0) return null;
  const instanceId = step === 'active' ? matching(fieldsOf(result)?.['serialNumber'], INSTANCE_ID) : null;
  return { registrationIdentifier, step, instanceId };
}

function parse(body: Uint8Array): Fields | null {
  try {
    return fieldsOf(JSON.parse(textFromUtf8(body)));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
