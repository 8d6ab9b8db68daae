import { IncomingMessage } from 'node:http';

export const NO_BODY: Buffer = Buffer.alloc(0);

/** Whether a body follows the headers (RFC 9112 §6.3). */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Reads the whole body. Unlike `readAtMost`, leaves the connection open beyond the limit, for the answer.
 * @param limit in bytes
 * @returns null when it is longer
 * @throws Error when the client disconnects
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks, length)));
    request.once('error', reject);
  });
}

/** A copy of a request whose body was read, for code that reads it again. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new ReadRequest(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}

class ReadRequest extends IncomingMessage {
  /** Everything has been pushed. */
  override _read(): void {}

  /** Destroying the copy must leave the connection open for the response. */
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    callback(error);
  }
}
