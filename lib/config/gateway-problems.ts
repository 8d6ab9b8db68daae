import { mixedIdentityProblem } from './client-identity';
import type { Environment } from './environment-schema';
import { CLOUD_IDENTITY, oneSpanCloudProblems } from './onespan-cloud-config';
import { oneSpanServerProblems, SERVER_IDENTITY } from './onespan-server-config';
import { relayProblems } from './relay-config';

const GATEWAYS = {
  'onespan-server': { problemsOf: oneSpanServerProblems, identity: SERVER_IDENTITY },
  'onespan-cloud': { problemsOf: oneSpanCloudProblems, identity: CLOUD_IDENTITY },
} as const;

/** Whether it is the name of a gateway outside this process. */
export function isOutside(name: unknown): name is keyof typeof GATEWAYS {
  return name === 'onespan-server' || name === 'onespan-cloud';
}

/**
 * What keeps the variables of a gateway outside this process, and of the relay to it, from being used together.
 * @param given as they were set, by name
 * @param environment what was read from them; null when something is malformed
 */
export function gatewayProblems(given: Record<string, unknown>, environment: Environment | null): string[] {
  const { GATEWAY: name } = given;
  if (!isOutside(name)) return relayProblems(given);
  const { problemsOf, identity } = GATEWAYS[name];
  const mixed = environment && mixedIdentityProblem(environment, identity);
  return [...problemsOf(given), ...relayProblems(given), ...(mixed === null ? [] : [mixed])];
}
