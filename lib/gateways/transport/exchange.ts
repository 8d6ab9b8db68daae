import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Agent } from 'node:https';
import { GatewayError } from '../../activation/gateway-error';
import { gatewayErrorFrom } from './gateway-error-from';
import { sendRequest } from './send-request';
import type { Bytes } from '../../shared/bytes';
import { readAtMost } from '../../shared/read-at-most';
import { SECOND } from '../../shared/time/duration';

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Is put behind the server's address; begins with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Media type that a proper reply has, without parameters. One with status 204 has no content (RFC 9110 §15.3.5). */
  replyType: string;
  /** It may be sent again without harm when it is not known what became of it. */
  changesNothing?: boolean;
};

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Bytes };

/**
 * One request to one server, see `sendRequest`.
 * @param limits.patienceMs from the first byte sent to the last one received
 * @throws GatewayError when there is no whole reply of the right type in time
 */
export async function exchange(
  agent: Agent,
  baseUrl: string,
  request: Request,
  { patienceMs, maximumReplyBytes }: { patienceMs: number; maximumReplyBytes: number },
): Promise<Reply> {
  const url = new URL(baseUrl.replace(/\/+$/, '') + request.path);
  const timer = AbortSignal.timeout(Math.max(patienceMs, 0));
  try {
    const headers = { accept: request.replyType, ...request.headers };
    const response = await sendRequest(agent, url, { ...request, headers }, timer);
    return await readReply(response, request.replyType, maximumReplyBytes);
  } catch (error) {
    throw gatewayErrorFrom(error, url.origin, timer.aborted);
  }
}

async function readReply(response: IncomingMessage, replyType: string, maximumBytes: number): Promise<Reply> {
  const { statusCode: status = 0, headers } = response;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (status !== 204 && type.trim().toLowerCase() !== replyType) {
    response.destroy();
    const told = type.trim().slice(0, 80) || 'none';
    throw new GatewayError(codeOf(status), {
      cause: new Error(`HTTP ${status} of type ${told}, and not ${replyType}`),
    });
  }
  const body = await readAtMost(response, maximumBytes);
  if (body === null)
    throw new GatewayError('too-large', { cause: new Error(`HTTP ${status} of more than ${maximumBytes} bytes`) });
  return { status, headers, body };
}

/** What a reply means that is none of the service's own: something in front of it, or the server itself, has spoken. */
function codeOf(status: number): 'unreachable' | 'refused-credentials' | 'malformed-reply' {
  if (status >= 500) return 'unreachable';
  return status === 401 || status === 403 ? 'refused-credentials' : 'malformed-reply';
}

/**
 * Of one call to a gateway. Registering takes up to five calls, and is to be over before another process may try: see
 * `LEASE_MS`. The length is a thousand times what gateways answer with as a rule.
 */
export const CALL_LIMITS = { timeLimitMs: 5 * SECOND, maximumReplyBytes: 1_048_576 };
