/** Path prefix of phones' calls (OneSpan §3.1). */
export const PHONE_CALLS = '/rest/v2/';

/** The two calls of the key exchange (OneSpan §3.2). */
export const FIRST_CALL = `${PHONE_CALLS}provisioning/DSAPPSRPGenerateEphemeralKey`;
export const SECOND_CALL = `${PHONE_CALLS}provisioning/DSAPPSRPGenerateActivationData`;

/**
 * The reply to a phone when no gateway has answered, in the form of a gateway's reply (OneSpan §3.1). An open client
 * uses this name for unknown errors; its number is not documented (OneSpan §3.9).
 */
export const REFUSED_CALL = JSON.stringify({
  resultCodes: { returnCodeEnum: 'RET_FAILURE', statusCodeEnum: 'STAT_UNKNOWN', returnCode: -1, statusCode: -1 },
});
