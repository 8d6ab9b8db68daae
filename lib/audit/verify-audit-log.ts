import type { RequestOrigin } from '../shared/request-origin';
import type { AuditPorts } from './audit-ports';
import type { ChainVerdict } from './chain-verdict';
import { verifyInBatches, type VerificationProgress } from './verify-audit-chain';

export type VerificationStep = VerificationProgress | { verdict: ChainVerdict };

/**
 * Verifies the chain for an auditor, and records what was found, so that the count and the last hash are noted in the log
 * too. Given up half-way it records nothing.
 * @yields how far it is, after each batch, and at last the verdict
 */
export async function* verifyAuditLog(
  { audit, hashes }: AuditPorts,
  auditor: { userId: string },
  origin: RequestOrigin,
): AsyncGenerator<VerificationStep, void, void> {
  const verdict = yield* verifyInBatches(audit, hashes);
  const actor = { kind: 'user', userId: auditor.userId } as const;
  await audit.append({ type: 'audit-log-verified', verdict, actor, subject: null, ...origin });
  yield { verdict };
}
