import type { IncomingMessage } from 'node:http';

/** As much as the embedded gateway takes; what phones send is a tenth of it (contract §3). */
export const MAXIMUM_REQUEST_BYTES = 16 * 1_024;

/**
 * Reads a phone's request. What is too long is let pass, so that the phone hears of it and can ask again.
 * @returns null when it is too long
 * @throws Error when the phone goes away before its end
 */
export function readRequest(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAXIMUM_REQUEST_BYTES) resolve(null);
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
