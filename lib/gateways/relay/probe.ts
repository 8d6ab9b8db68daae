/** Changes nothing, and needs no body; without a key it is refused (OneSpan §3.1); no service is documented for probing (§3.7). */
export const PROBE = {
  method: 'POST',
  path: '/rest/v2/provisioning/getServerTime',
  headers: { accept: 'application/json' },
  refusal: 401,
} as const;
