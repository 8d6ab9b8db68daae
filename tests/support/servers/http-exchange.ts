import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };

/** One request as it is, however wrong: `fetch` would not send it. */
export function exchange(
  url: string,
  { method, path, headers = {}, body }: Sent,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      const { statusCode: status = 0 } = answer;
      text(answer).then((read) => resolve({ status, headers: answer.headers, body: read }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
