import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { TracesConfig } from '../../config/sections/traces-config';
import { SECOND } from '../../shared/time/duration';
import { errorCode } from '../../gateways/transport/gateway-error-from';
import { certificateProblem } from './certificate-findings';
import { failed, ok, type Check, type Finding } from './finding';

const TIME_LIMIT_MS = 10 * SECOND;

/** Of OTLP/HTTP in JSON, without a span: what a collector takes, and keeps nothing of. */
const NOTHING = JSON.stringify({ resourceSpans: [] });

/** Checks the way to what takes traces, by a message without a span. */
export function collectorChecks(traces: TracesConfig): Check[] {
  return [{ name: 'traces', needs: null, run: () => collectorFinding(traces) }];
}

async function collectorFinding(traces: TracesConfig): Promise<Finding> {
  const { origin } = new URL(traces.url);
  let status: number;
  try {
    status = await statusOf(traces);
  } catch (error) {
    const code = errorCode(error);
    const problem = certificateProblem(code);
    if (problem !== null)
      return failed(
        `the certificate of ${origin}: ${problem} (${code})`,
        'Name the authority that vouches for it in OTEL_EXPORTER_OTLP_CERTIFICATE, and the host as its certificate has it.',
      );
    return failed(
      `${origin} does not answer`,
      'Correct OTEL_EXPORTER_OTLP_ENDPOINT, or let this machine through the firewalls to that port.',
    );
  }
  if (status >= 200 && status < 300) return ok(`${origin} takes traces`);
  if (status === 401 || status === 403)
    return failed(
      `${origin} refuses this site (${status})`,
      'Set the header that it wants in OTEL_EXPORTER_OTLP_HEADERS.',
    );
  return failed(
    `${origin} takes no traces at that path (${status})`,
    'Its receiver needs OTLP over HTTP, in JSON: where that is not at /v1/traces, set OTEL_EXPORTER_OTLP_TRACES_ENDPOINT.',
  );
}

/** @throws Error of Node.js when there is no answer in time */
async function statusOf({ url, headers, authority }: TracesConfig): Promise<number> {
  const open = url.startsWith('https:') ? requestTls : requestPlain;
  const request = open(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
    agent: false,
    ...(authority !== null && { ca: authority }),
  });
  request.end(NOTHING);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}
