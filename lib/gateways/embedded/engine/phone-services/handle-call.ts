import { textFromUtf8 } from '../../../../shared/bytes';
import { isAuthorized, type ApiKeys } from '../api-key';
import type { GatewayContext } from '../gateway-context';
import { resultCodesOf, SUCCESS, type CallRefusal, type ResultCodes } from './result-codes';
import type { Fields } from './service';
import { SERVICES } from './phone-services';

/** An HTTP POST to a service. */
export type GatewayCall = {
  /** Path below `/rest/v2/`, for instance `provisioning/MdlActivate`. */
  service: string;
  /** The Authorization header. */
  authorization: string | null;
  /** As received; a reader may stop one byte after `MAXIMUM_BODY_BYTES`. */
  body: Uint8Array;
};

export type GatewayAnswer = {
  /** HTTP status: 200, also for a refusal by a service, or 400, 401, 404, 413. */
  status: number;
  /** Sent as JSON. */
  body: { resultCodes: ResultCodes; result?: object };
};

export const MAXIMUM_BODY_BYTES = 16 * 1_024;

const CALL_STATUS = {
  'malformed-body': 400,
  'wrong-key': 401,
  'unknown-service': 404,
  'body-too-large': 413,
} as const satisfies Record<CallRefusal, number>;

/** Answers a phone. Nothing that a caller sends makes it reject; it rejects when the store does. */
export async function handleCall(
  context: GatewayContext,
  keys: ApiKeys,
  { service, authorization, body }: GatewayCall,
): Promise<GatewayAnswer> {
  const found = SERVICES.get(service);
  if (!found) return refuseCall('unknown-service');
  if (!isAuthorized(keys, authorization, found.allowed)) return refuseCall('wrong-key');
  if (body.length > MAXIMUM_BODY_BYTES) return refuseCall('body-too-large');
  const fields = parseFields(body);
  if (!fields) return refuseCall('malformed-body');
  const outcome = await found.run(context, fields);
  if (!outcome.ok) return { status: 200, body: { resultCodes: resultCodesOf(outcome.refusal) } };
  return { status: 200, body: { resultCodes: SUCCESS, ...(outcome.value && { result: outcome.value }) } };
}

function refuseCall(refusal: CallRefusal): GatewayAnswer {
  return { status: CALL_STATUS[refusal], body: { resultCodes: resultCodesOf(refusal) } };
}

/** A JSON object's own fields; no body at all stands for none, as open clients call getServerTime (OneSpan §3.1). */
function parseFields(body: Uint8Array): Fields | null {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(textFromUtf8(body));
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
