import type { RequestOrigin } from '../access/access-ports';
import type { AuditPorts } from './audit-ports';
import type { ChainVerdict } from './chain-verdict';
import { verifyAuditChain, type VerificationProgress } from './verify-audit-chain';

/** Verifies the chain for an auditor, and records what was found: the count and the last hash are noted in the log too. */
export async function verifyAuditLog(
  { audit, sha256 }: AuditPorts,
  auditor: { userId: string },
  origin: RequestOrigin,
  onProgress: (progress: VerificationProgress) => void,
  signal: AbortSignal,
): Promise<ChainVerdict> {
  const verdict = await verifyAuditChain(audit, sha256, { onProgress, signal });
  const actor = { kind: 'user', userId: auditor.userId } as const;
  await audit.append({ type: 'audit-log-verified', verdict, actor, subject: null, ...origin });
  return verdict;
}
