import type { ChainVerdict } from '@/lib/audit/chain-verdict';
import type { VerificationProgress, VerificationStep } from '@/lib/audit/verify-audit-chain';
import { readJsonLines } from '@/lib/shared/export/read-json-lines';

/** Why there is no verdict. */
export type VerificationTrouble = 'signed-out' | 'not-permitted' | 'too-many-requests' | 'broken-off';

const REFUSALS: Partial<Record<number, VerificationTrouble>> = {
  401: 'signed-out',
  403: 'not-permitted',
  429: 'too-many-requests',
};

/**
 * Asks the server to verify the audit log.
 * @param onProgress called after each step
 * @param signal cancels the verification; the promise then resolves to `broken-off`
 */
export async function readVerification(
  onProgress: (progress: VerificationProgress) => void,
  signal: AbortSignal,
): Promise<ChainVerdict | VerificationTrouble> {
  try {
    const response = await fetch('/api/audit/verification', { method: 'POST', signal });
    if (!response.ok || !response.body) return REFUSALS[response.status] ?? 'broken-off';
    for await (const line of readJsonLines(response.body)) {
      const step = line as VerificationStep;
      if ('verdict' in step) return step.verdict;
      onProgress(step);
    }
    return 'broken-off';
  } catch {
    return 'broken-off';
  }
}
