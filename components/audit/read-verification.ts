import type { ChainVerdict } from '@/lib/audit/chain-verdict';
import type { VerificationProgress } from '@/lib/audit/verify-audit-chain';
import type { VerificationStep } from '@/lib/audit/verify-audit-log';

/** Why there is no verdict. */
export type VerificationTrouble = 'signed-out' | 'not-permitted' | 'too-many-requests' | 'broken-off';

const REFUSALS: Partial<Record<number, VerificationTrouble>> = {
  401: 'signed-out',
  403: 'not-permitted',
  429: 'too-many-requests',
};

/**
 * Has the server verify the audit log.
 * @param onProgress is told how far it is
 * @param signal gives it up; the promise then resolves with `broken-off`
 */
export async function readVerification(
  onProgress: (progress: VerificationProgress) => void,
  signal: AbortSignal,
): Promise<ChainVerdict | VerificationTrouble> {
  try {
    const response = await fetch('/api/audit/verification', { method: 'POST', signal });
    if (!response.ok || !response.body) return REFUSALS[response.status] ?? 'broken-off';
    for await (const step of stepsIn(response.body)) {
      if ('verdict' in step) return step.verdict;
      onProgress(step);
    }
    return 'broken-off';
  } catch {
    return 'broken-off';
  }
}

async function* stepsIn(body: NonNullable<Response['body']>): AsyncGenerator<VerificationStep> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unfinished = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (unfinished + value).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as VerificationStep;
  }
}
