/** Of a password or one-time password that a gateway registers with, in characters (OneSpan §6.1). */
export const MAXIMUM_CREDENTIAL_LENGTH = 128;
