import { isCertificateOf, type ClientIdentity } from './pem-files';

/** The variables with its files' names. */
export type IdentityNames = {
  certificate: 'ONESPAN_CLIENT_CERTIFICATE_FILE' | 'ONESPAN_CLOUD_CERTIFICATE_FILE';
  key: 'ONESPAN_CLIENT_KEY_FILE' | 'ONESPAN_CLOUD_KEY_FILE';
};

type IdentityValues = { [Name in IdentityNames['certificate' | 'key']]?: string | undefined };

/** @param variables variables as set, by name @returns the problem; null when both files are named or neither is */
export function halfIdentityProblem(
  variables: Record<string, unknown>,
  { certificate, key }: IdentityNames,
): string | null {
  return (variables[certificate] === undefined) === (variables[key] === undefined)
    ? null
    : `${certificate} and ${key} need each other`;
}

/** @returns the problem of the pair of files; null when it is in order */
export function mixedIdentityProblem(values: IdentityValues, names: IdentityNames): string | null {
  const identity = identityFrom(values, names);
  return identity === null || isCertificateOf(identity)
    ? null
    : `${names.key} holds another key than that of ${names.certificate}`;
}

/** @returns null when there is none */
export function identityFrom(values: IdentityValues, names: IdentityNames): ClientIdentity | null {
  const [certificate, key] = [values[names.certificate], values[names.key]];
  return certificate === undefined || key === undefined ? null : { certificate, key };
}
