import type { ServerResponse } from 'node:http';
import type { Order, Reply } from './exchange';
import type { Fault } from './fault';

const HTML = '<!doctype html><html><head><title>Bad Gateway</title></head><body><h1>502</h1></body></html>';
const REDIRECT_TARGET = 'https://127.0.0.1:9/elsewhere';
const DRIP_MS = 100;
const CHUNK = 'a'.repeat(64 * 1_024);
const HUGE_BYTES = 10 * 1_024 * 1_024;

const ENTITY_BOMB = [
  '<?xml version="1.0"?><!DOCTYPE bomb [<!ENTITY a0 "aaaaaaaaaa">',
  ...Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`),
  ']><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>&a9;</soapenv:Body>',
  '</soapenv:Envelope>',
].join('');

/** Answers as the fault wants it. */
export async function spoil(fault: Fault, order: Order, response: ServerResponse, endSessions: () => void) {
  if (typeof fault !== 'string') return send(response, fault.reply);
  switch (fault) {
    case 'reset':
      return void response.socket?.resetAndDestroy();
    case 'reset-after':
      await order.perform();
      return void response.socket?.resetAndDestroy();
    case 'hang':
      return;
    case 'drip':
      return drip(response, await order.perform());
    case 'http-500':
      return send(response, { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Internal Server Error' });
    case 'html':
      return send(response, { status: 200, headers: { 'content-type': 'text/html' }, body: HTML });
    case 'cut-off': {
      const { status, headers, body } = await order.perform();
      response.writeHead(status, { ...headers, 'content-length': Buffer.from(body).length });
      response.write(half(body), () => response.socket?.destroy());
      return;
    }
    case 'truncated': {
      const reply = await order.perform();
      return send(response, { ...reply, body: half(reply.body) });
    }
    case 'huge':
      return writeHugely(response, await order.perform());
    case 'redirect':
      return send(response, { status: 302, headers: { location: REDIRECT_TARGET }, body: '' });
    case 'entity-bomb':
      return send(response, { status: 200, headers: { 'content-type': 'text/xml' }, body: ENTITY_BOMB });
    case 'unknown-status':
      return send(response, order.refuseStrangely());
    case 'session-expired':
      endSessions();
      return send(response, await order.perform());
  }
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}

function half(body: Reply['body']): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, bytes.length / 2);
}

function drip(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  const bytes = Buffer.from(body);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, (sent += 1)));
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

/** Comments in XML, white space in JSON: what is read in full is the right answer. */
function writeHugely(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  const [open, filling, close] = headers['content-type']?.includes('xml')
    ? ['<!--', CHUNK, '-->']
    : ['', ' '.repeat(CHUNK.length), ''];
  response.write(body);
  for (let written = 0; written < HUGE_BYTES && !response.destroyed; written += CHUNK.length)
    response.write(open + filling + close);
  response.end();
}
