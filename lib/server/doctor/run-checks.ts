import { GatewayError } from '../../activation/gateway-error';
import { explainGatewayError } from './explain-gateway-error';
import { skipped, type Finding, type Check } from './finding';

/**
 * Runs checks in order, and skips those whose precondition failed.
 * @param say called with each finding as soon as it is known
 * @returns how many failed
 */
export async function runChecks(
  checks: readonly Check[],
  say: (name: string, finding: Finding) => void,
): Promise<number> {
  /** Checks that did not pass, with the one that caused it. */
  const blocked = new Map<string, string>();
  let failures = 0;
  for (const { name, needs, run } of checks) {
    const reason = needs === null ? undefined : blocked.get(needs);
    const finding = reason === undefined ? await run().catch(findingFrom) : skipped(`"${reason}" did not pass`);
    if (finding.verdict === 'failed') failures += 1;
    if (finding.verdict === 'failed' || finding.verdict === 'skipped') blocked.set(name, reason ?? name);
    say(name, finding);
  }
  return failures;
}

function findingFrom(error: unknown): Finding {
  if (error instanceof GatewayError) return explainGatewayError(error);
  throw error;
}
