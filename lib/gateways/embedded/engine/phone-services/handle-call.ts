import { parseStrictObject } from '../../../../shared/strict-json';
import { isAuthorized, type ApiKeys } from '../api-key';
import type { GatewayContext } from '../gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { SERVICES } from './phone-services';

/** Part of every reply (OneSpan §3.1). */
type ResultCodes = {
  returnCodeEnum: string;
  statusCodeEnum: string;
  returnCode: number;
  statusCode: number;
};

/** Refusals of the call itself, before it reaches a service. */
type CallRefusal = 'wrong-key' | 'unknown-service' | 'malformed-body' | 'body-too-large';

const SUCCESS: ResultCodes = {
  returnCodeEnum: 'RET_SUCCESS',
  statusCodeEnum: 'STAT_SUCCESS',
  returnCode: 0,
  statusCode: 0,
};

/**
 * Name and number of each refusal. The name STAT_NOT_FOUND, and names and numbers of STAT_INVCREDENTIALS and
 * STAT_PERMISSION, are the vendor's (OneSpan §3.9); the others are ours, negative as the vendor's error codes are.
 */
const STATUS = {
  'not-found': ['STAT_NOT_FOUND', -13],
  'out-of-order': ['STAT_INVALID_STATE', -20],
  'wrong-proof': ['STAT_INVCREDENTIALS', 1000],
  'invalid-parameter': ['STAT_INVALID_PARAMETER', -21],
  paused: ['STAT_PAUSED', -25],
  'wrong-key': ['STAT_PERMISSION', 1005],
  'unknown-service': ['STAT_UNKNOWN_SERVICE', -22],
  'malformed-body': ['STAT_MALFORMED_REQUEST', -23],
  'body-too-large': ['STAT_REQUEST_TOO_LARGE', -24],
} as const satisfies Record<ServiceRefusal | CallRefusal, readonly [string, number]>;

/** An HTTP POST to a service. */
export type GatewayCall = {
  /** Path below `/rest/v2/`, for instance `provisioning/MdlActivate`. */
  service: string;
  /** The Authorization header. */
  authorization: string | null;
  /** As received; may be cut off one byte after `MAXIMUM_BODY_BYTES`. */
  body: Uint8Array;
  /** The caller's; absent where it is not known. */
  address?: string | null;
};

export type GatewayAnswer = {
  /** HTTP status: 200, also when a service refuses, or 400, 401, 404, 413. */
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

/** Answers a phone. Rejects only when the store does, whatever the caller sends. */
export async function handleCall(
  context: GatewayContext,
  keys: ApiKeys,
  { service, authorization, body, address = null }: GatewayCall,
): Promise<GatewayAnswer> {
  const handler = SERVICES.get(service);
  if (!handler) return refuseCall('unknown-service');
  if (!isAuthorized(keys, authorization, handler.allowed)) return refuseCall('wrong-key');
  if (body.length > MAXIMUM_BODY_BYTES) return refuseCall('body-too-large');
  // An empty body stands for no fields, as open clients call getServerTime (OneSpan §3.1).
  const fields = body.length === 0 ? {} : parseStrictObject(body);
  if (!fields) return refuseCall('malformed-body');
  const outcome = await handler.run(context, fields, address);
  if (!outcome.ok) return { status: 200, body: { resultCodes: resultCodesOf(outcome.refusal) } };
  return { status: 200, body: { resultCodes: SUCCESS, ...(outcome.value && { result: outcome.value }) } };
}

function refuseCall(refusal: CallRefusal): GatewayAnswer {
  return { status: CALL_STATUS[refusal], body: { resultCodes: resultCodesOf(refusal) } };
}

function resultCodesOf(refusal: ServiceRefusal | CallRefusal): ResultCodes {
  const [statusCodeEnum, statusCode] = STATUS[refusal];
  return { returnCodeEnum: 'RET_FAILURE', statusCodeEnum, returnCode: -1, statusCode };
}
