import { verifyAuditLog } from '@/lib/audit/verify-audit-chain';
import { services } from '@/lib/server/composition/compose';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { streamText, beginLongRead } from '@/lib/server/web/answers/stream-text';
import { NO_STORE } from '@/lib/server/web/answers/uncached';

/** Verifies the audit log. Streams one `VerificationStep` as JSON per line. */
export async function POST(): Promise<Response> {
  const signedIn = await beginLongRead('audit:verify', null);
  if (signedIn instanceof Response) return signedIn;
  const { audit } = await services();
  const steps = verifyAuditLog(audit, signedIn.user, await requestOrigin());
  return new Response(streamText(jsonLines(steps)), {
    headers: { ...NO_STORE, 'content-type': 'application/x-ndjson' },
  });
}

async function* jsonLines(steps: AsyncIterable<object>): AsyncGenerator<string, void> {
  for await (const step of steps) yield `${JSON.stringify(step)}\n`;
}
