import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Agent } from 'node:https';
import { GatewayError } from '../../activation/gateway-error';
import { gatewayErrorFrom } from './gateway-error-from';
import { sendRequest, type Connecting } from './send-request';
import type { Bytes } from '../../shared/bytes';
import { withDeadline } from '../../shared/async/with-deadline';
import { readAtMost } from '../../shared/read-at-most';
import { SECOND } from '../../shared/time/duration';

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Appended to the server's address; begins with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Expected media type, without parameters. A reply with status 204 has no content (RFC 9110 §15.3.5). */
  replyType: string;
  /**
   * A second arrival does no more than the first, so it may be sent again when its outcome is unknown. Every other request
   * arrives once at most: see `Connection.send`.
   */
  isRepeatable?: boolean;
};

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Bytes };

/**
 * Sends one request to one server, see `sendRequest`.
 * @param limits.timeLimitMs from the first byte sent to the last one received
 * @param limits.connecting see `sendRequest`
 * @param limits.signal aborts it earlier
 * @throws GatewayError when there is no complete reply of the right type in time
 */
export async function exchange(
  agent: Agent,
  baseUrl: string,
  request: Request,
  {
    timeLimitMs,
    connecting,
    maximumReplyBytes,
    signal,
  }: { timeLimitMs: number; connecting: Connecting; maximumReplyBytes: number; signal?: AbortSignal | undefined },
): Promise<Reply> {
  const url = new URL(baseUrl.replace(/\/+$/, '') + request.path);
  return withDeadline(Math.max(timeLimitMs, 0), signal, async (either, isOver) => {
    let isSent = false;
    const noting = {
      ...connecting,
      onDone: () => {
        isSent = true;
        connecting.onDone();
      },
    };
    try {
      const headers = { accept: request.replyType, ...request.headers };
      const response = await sendRequest(agent, url, { ...request, headers }, either, noting);
      return await readReply(response, request.replyType, maximumReplyBytes);
    } catch (error) {
      throw gatewayErrorFrom(error, url.origin, isOver(), isSent);
    }
  });
}

async function readReply(response: IncomingMessage, replyType: string, maximumBytes: number): Promise<Reply> {
  const { statusCode: status = 0, headers } = response;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (status !== 204 && type.trim().toLowerCase() !== replyType) {
    response.destroy();
    const contentType = type.trim().slice(0, 80) || 'none';
    const code = codeOf(status);
    throw new GatewayError(code, code === 'refused-credentials' ? 'final' : 'unknown', {
      reason: `HTTP ${status}`,
      cause: new Error(`HTTP ${status} of type ${contentType}, and not ${replyType}`),
    });
  }
  const body = await readAtMost(response, maximumBytes);
  if (body === null)
    throw new GatewayError('too-large', 'unknown', {
      cause: new Error(`HTTP ${status} of more than ${maximumBytes} bytes`),
    });
  return { status, headers, body };
}

/** Meaning of a reply that is not the service's own, but of something in front of it or of the server itself. */
function codeOf(status: number): 'unreachable' | 'refused-credentials' | 'malformed-reply' {
  if (status >= 500) return 'unreachable';
  return status === 401 || status === 403 ? 'refused-credentials' : 'malformed-reply';
}

/**
 * Limits of one call to a gateway. Registering takes up to five calls, and must end before the lease: see `LEASE_MS`.
 * The length is a thousand times a typical reply.
 */
export const CALL_LIMITS = { timeLimitMs: 5 * SECOND, maximumReplyBytes: 1_048_576 };
