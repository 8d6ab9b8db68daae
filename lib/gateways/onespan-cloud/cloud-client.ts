import type { z } from 'zod';
import { GatewayError } from '../../activation/gateway-error';
import { textFromUtf8 } from '../../shared/bytes';
import type { Connection } from '../transport/connection';
import type { Reply, Request } from '../transport/exchange';
import { failureSchema, type CloudFailure } from './cloud-failure';

type Call = {
  method: Request['method'];
  /** Below `/v1/`, encoded. */
  path: string;
  /** The path for logs, without names of users. */
  name: string;
  body?: object;
  /** See `Request`. */
  isRepeatable: boolean;
};

/** The REST interface of OneSpan Cloud Authentication: JSON below `/v1/` (OneSpan §5). */
export class CloudClient {
  readonly #connection: Pick<Connection, 'send'>;

  constructor(connection: Pick<Connection, 'send'>) {
    this.#connection = connection;
  }

  /**
   * Makes a call.
   * @param schema of the reply; other fields are dropped
   * @param otherwise converts a failure; throws GatewayError for an unforeseen one
   * @throws GatewayError when there is no readable reply
   */
  async ask<Schema extends z.ZodType, Otherwise>(
    { method, path, name, body, isRepeatable }: Call,
    schema: Schema,
    otherwise: (failure: CloudFailure) => Otherwise,
  ): Promise<z.infer<Schema> | Otherwise> {
    const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.#connection.send(
      { method, path: `/v1/${path}`, headers: {}, ...content, replyType: 'application/json', isRepeatable },
      (reply) => {
        const { status } = reply;
        const command = `${method} ${name}${correlationOf(reply)}`;
        // Any 2xx is a success, as in a public client.
        if (status >= 200 && status < 300) return readAnswer(reply, command, schema);
        return otherwise({ ...readAnswer(reply, command, failureSchema), command, status });
      },
    );
  }
}

/** The vendor's correlation identifier (OneSpan §5), in brackets; empty without one. */
function correlationOf({ headers }: Reply): string {
  const { 'log-correlation-id': id } = headers;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? ` [${id}]` : '';
}

/** The empty body of 204 (RFC 9110 §15.3.5) counts as an object without fields. */
function readAnswer<Schema extends z.ZodType>(
  { status, body }: Reply,
  command: string,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(status === 204 ? {} : parseJson(body, command, status));
  if (parsed.success) return parsed.data;
  // Names and problems of fields, never their values.
  const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  throw malformed(command, status, problems);
}

function parseJson(body: Uint8Array, command: string, status: number): unknown {
  try {
    return JSON.parse(textFromUtf8(body)) as unknown;
  } catch {
    // The parser's message quotes its input.
    throw malformed(command, status, 'no JSON');
  }
}

function malformed(command: string, status: number, why: string): GatewayError {
  return new GatewayError('malformed-reply', 'unknown', { cause: new Error(`${command}: HTTP ${status}, ${why}`) });
}
