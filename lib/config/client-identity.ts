import type { Environment } from './environment-schema';
import { isCertificateOf, type ClientIdentity } from './pem-files';

/** The variables that name its files. */
export type IdentityNames = {
  certificate: 'ONESPAN_CLIENT_CERTIFICATE_FILE' | 'ONESPAN_CLOUD_CERTIFICATE_FILE';
  key: 'ONESPAN_CLIENT_KEY_FILE' | 'ONESPAN_CLOUD_KEY_FILE';
};

/** @param given variables as they were set, by name @returns what is wrong; null when both files are named or none is */
export function halfIdentityProblem(
  given: Record<string, unknown>,
  { certificate, key }: IdentityNames,
): string | null {
  return (given[certificate] === undefined) === (given[key] === undefined)
    ? null
    : `${certificate} and ${key} need each other`;
}

/** @returns what is wrong with the pair of files; null when it is in order */
export function mixedIdentityProblem(environment: Environment, names: IdentityNames): string | null {
  const identity = identityFrom(environment, names);
  return identity === null || isCertificateOf(identity)
    ? null
    : `${names.key} holds another key than that of ${names.certificate}`;
}

/** @returns null when there is none */
export function identityFrom(environment: Environment, names: IdentityNames): ClientIdentity | null {
  const [certificate, key] = [environment[names.certificate], environment[names.key]];
  return certificate === undefined || key === undefined ? null : { certificate, key };
}
