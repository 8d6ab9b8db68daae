/** What phones call begins with this (OneSpan §3.1). */
export const PHONE_CALLS = '/rest/v2/';

/**
 * What a phone is told when no gateway has answered it, in the form of one that has (OneSpan §3.1). The name is one that
 * an open client has for what it does not know; its number is not documented (OneSpan §3.9).
 */
export const REFUSED_CALL = JSON.stringify({
  resultCodes: { returnCodeEnum: 'RET_FAILURE', statusCodeEnum: 'STAT_UNKNOWN', returnCode: -1, statusCode: -1 },
});
