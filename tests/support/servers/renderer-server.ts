import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { PNG } from 'pngjs';
import { deflateRuns } from '@/lib/wire/image/renderers/qr-renderers';
import { palettePng } from '@/lib/wire/image/colour/palette-png';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';

export const BAD_WAYS = [
  'slowly',
  'in drops',
  'hugely',
  'with the wrong type',
  'with a redirect',
  'with an error',
  'with garbage',
  'with half a picture',
  'with a strip',
  'with a dot',
  'not at all',
] as const;

type Way = 'well' | (typeof BAD_WAYS)[number];

const REDIRECT_TARGET = '/elsewhere';

/**
 * A renderer as a customer may run one, over real HTTP. What it paints is a QR code of the message as text, or in
 * hexadecimal where it is none, because nobody but the vendor can make a Cronto image; what it answers, and how badly, is up to the test.
 */
export class RendererServer {
  way: Way = 'well';
  /** Addresses that were asked for, path and query. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #port: number;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#port = port;
  }

  static async open(): Promise<RendererServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const renderer = new RendererServer(server, address.port);
    server.on('request', (request, response) => void renderer.#answer(request.url ?? '/', response));
    return renderer;
  }

  /** With a query of its own, as an address may have one. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1/visualcodes/render?tenant=blue`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    this.asked.push(path);
    const message = new URL(path, this.url).searchParams.get('message') ?? '';
    const bytes = Buffer.from(message, 'hex');
    const text = isUtf8(bytes) ? bytes.toString() : message.toUpperCase();
    const picture = Buffer.from(palettePng(qrMatrix(text || 'nothing'), 6, deflateRuns));
    const head = (status: number, headers = {}) =>
      response.writeHead(status, { 'content-type': 'image/png', ...headers });
    switch (path === REDIRECT_TARGET ? 'well' : this.way) {
      case 'well':
        return void head(200, { 'content-type': 'image/PNG; charset=binary' }).end(picture);
      case 'slowly':
        return;
      case 'in drops':
        head(200).write(picture.subarray(0, 100));
        return;
      case 'hugely': {
        head(200).write(picture);
        const timer = setInterval(() => response.write(Buffer.alloc(256 * 1_024)), 1);
        return void response.once('close', () => clearInterval(timer));
      }
      case 'with the wrong type':
        return void head(200, { 'content-type': 'image/svg+xml' }).end(picture);
      case 'with a redirect':
        return void head(302, { location: REDIRECT_TARGET }).end();
      case 'with an error':
        return void head(500).end(picture);
      case 'with garbage':
        return void head(200).end(Buffer.alloc(4_096, 'garbage'));
      case 'with half a picture':
        return void head(200).end(picture.subarray(0, picture.length / 2));
      case 'with a strip':
        return void head(200).end(PNG.sync.write(new PNG({ width: 400, height: 60 })));
      case 'with a dot':
        return void head(200).end(PNG.sync.write(new PNG({ width: 4, height: 4 })));
      case 'not at all':
        return void response.destroy();
    }
  }
}
