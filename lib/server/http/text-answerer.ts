import { readFileSync } from 'node:fs';
import { HOUR, SECOND } from '../../shared/time/duration';
import type { Answerer } from './exchange';

/**
 * Answers one address with a text, for everybody. It is read on the first request and kept.
 * @param file in UTF-8, which stays as it is while the process runs
 */
export function textAnswerer(address: string, file: string): Answerer {
  let text: Buffer | undefined;
  return ({ request: { method }, response, path }) => {
    if (path !== address || (method !== 'GET' && method !== 'HEAD')) return null;
    text ??= readFileSync(file);
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': text.length,
      'cache-control': `public, max-age=${HOUR / SECOND}`,
    });
    response.end(method === 'HEAD' ? undefined : text);
    return Promise.resolve();
  };
}
