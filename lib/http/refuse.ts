import type { ServerResponse } from 'node:http';
import type { Refusal } from './exchange';

export function refuse(response: ServerResponse, { status, sentence, headers }: Refusal): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(`${sentence}\n`);
}
