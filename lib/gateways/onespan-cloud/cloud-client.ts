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
  /** The path for logs, without anything that names a person. */
  name: string;
  body?: Record<string, string>;
  /** See `Request`. */
  changesNothing: boolean;
};

/** The REST interface of OneSpan Cloud Authentication: JSON below `/v1/` (OneSpan §5). */
export class CloudClient {
  readonly #connection: Pick<Connection, 'send'>;

  constructor(connection: Pick<Connection, 'send'>) {
    this.#connection = connection;
  }

  /**
   * Makes a call.
   * @param schema of the answer; what else is in it is left out
   * @param otherwise what a failure is answered with; throws GatewayError when it was not foreseen
   * @throws GatewayError when there is no answer that can be read
   */
  async ask<Schema extends z.ZodType, Otherwise>(
    { method, path, name, body, changesNothing }: Call,
    schema: Schema,
    otherwise: (failure: CloudFailure) => Otherwise,
  ): Promise<z.infer<Schema> | Otherwise> {
    const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.#connection.send(
      { method, path: `/v1/${path}`, headers: {}, ...content, replyType: 'application/json', changesNothing },
      (reply) => {
        const { status } = reply;
        const command = `${method} ${name}${correlationOf(reply)}`;
        // A success is any 2xx, as a public client has it.
        if (status >= 200 && status < 300) return readAnswer(reply, command, schema);
        return otherwise({ ...readAnswer(reply, command, failureSchema), command, status });
      },
    );
  }
}

/** What the vendor finds a call by (OneSpan §5), in brackets; empty when it is not told. */
function correlationOf({ headers }: Reply): string {
  const { 'log-correlation-id': id } = headers;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? ` [${id}]` : '';
}

/** The body of 204 is empty (RFC 9110 §15.3.5), which says as much as an object without fields. */
function readAnswer<Schema extends z.ZodType>(
  { status, body }: Reply,
  command: string,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(status === 204 ? {} : parseJson(body, command, status));
  if (parsed.success) return parsed.data;
  // Names of fields and what is wrong with them, never what they hold.
  const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  throw malformed(command, status, problems);
}

function parseJson(body: Uint8Array, command: string, status: number): unknown {
  try {
    return JSON.parse(textFromUtf8(body)) as unknown;
  } catch {
    // The words of the parser quote what it has read.
    throw malformed(command, status, 'no JSON');
  }
}

function malformed(command: string, status: number, why: string): GatewayError {
  return new GatewayError('malformed-reply', { cause: new Error(`${command}: HTTP ${status}, ${why}`) });
}
