import type { ServiceRefusal } from './service-refusal';

/** Part of every answer (OneSpan §3.1). */
export type ResultCodes = {
  returnCodeEnum: string;
  statusCodeEnum: string;
  returnCode: number;
  statusCode: number;
};

/** Refusals of the call itself, before any service saw it. */
export type CallRefusal = 'wrong-key' | 'unknown-service' | 'malformed-body' | 'body-too-large';

export const SUCCESS: ResultCodes = {
  returnCodeEnum: 'RET_SUCCESS',
  statusCodeEnum: 'STAT_SUCCESS',
  returnCode: 0,
  statusCode: 0,
};

/**
 * Name and number per refusal. STAT_NOT_FOUND is a name of the vendor's, STAT_INVCREDENTIALS and STAT_PERMISSION are
 * names and numbers of the vendor's (OneSpan §3.9); the others are ours, negative as the vendor's error codes are.
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

export function resultCodesOf(refusal: ServiceRefusal | CallRefusal): ResultCodes {
  const [statusCodeEnum, statusCode] = STATUS[refusal];
  return { returnCodeEnum: 'RET_FAILURE', statusCodeEnum, returnCode: -1, statusCode };
}
