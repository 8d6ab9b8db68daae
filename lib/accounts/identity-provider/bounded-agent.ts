import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { LONGEST_ANSWER, TIME_LIMIT_MS } from './discover-provider';

/**
 * Connections to a provider that end after one answer, after too long, and after too much. The library that asks the
 * provider has a limit only on silence.
 * @param issuer whose scheme every address of the provider has
 */
export function boundedAgent(issuer: string): HttpAgent {
  return new URL(issuer).protocol === 'https:' ? new BoundedHttpsAgent() : new BoundedHttpAgent();
}

class BoundedHttpAgent extends HttpAgent {
  override createConnection(...args: Parameters<HttpAgent['createConnection']>): Duplex | null | undefined {
    return bounded(super.createConnection(...args));
  }
}

class BoundedHttpsAgent extends HttpsAgent {
  override createConnection(...args: Parameters<HttpsAgent['createConnection']>): Duplex | null | undefined {
    return bounded(super.createConnection(...args));
  }
}

function bounded(socket: Duplex | null | undefined): Duplex | null | undefined {
  if (!socket) return socket;
  let received = 0;
  const timer = setTimeout(() => socket.destroy(new Error('the provider took too long')), TIME_LIMIT_MS);
  socket.on('data', (chunk: Uint8Array) => {
    received += chunk.length;
    if (received > LONGEST_ANSWER) socket.destroy(new Error('the provider answered too much'));
  });
  socket.once('close', () => clearTimeout(timer));
  return socket;
}
