import type { ServerResponse } from 'node:http';
import type { Call } from './call';
import type { Fault } from './fault';
import type { FaultBoard } from './fault-board';
import type { Reply } from './reply';

const HTML = '<!doctype html><html><head><title>Bad Gateway</title></head><body><h1>502</h1></body></html>';
const DRIP_MS = 100;
const CHUNK = 'a'.repeat(64 * 1_024);
const HUGE_BYTES = 10 * 1_024 * 1_024;

const ENTITY_BOMB = [
  '<?xml version="1.0"?><!DOCTYPE bomb [<!ENTITY a0 "aaaaaaaaaa">',
  ...Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`),
  ']><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>&a9;</soapenv:Body>',
  '</soapenv:Envelope>',
].join('');

/** Answers a call as the fault wants it. Resolves when nothing more is to be done, not when the answer was read. */
export async function spoil(fault: Fault, call: Call, response: ServerResponse, board: FaultBoard): Promise<void> {
  const reset = () => void response.socket?.resetAndDestroy();
  switch (fault.kind) {
    case 'refused':
    case 'certificate':
      await board.begin(fault, call.url);
      return reset();
    case 'clock-off':
    case 'session-expired':
      await board.begin(fault, call.url);
      return send(response, await call.perform());
    case 'timeout':
      return;
    case 'reset':
      return reset();
    case 'lost-answer':
      await call.perform();
      return reset();
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return send(response, await call.perform());
    case 'proxy-timeout': {
      const tooLate = new Promise<Reply>((resolve) => setTimeout(() => resolve(statusReply(504)), fault.ms).unref());
      return send(response, await Promise.race([call.perform(), tooLate]));
    }
    case 'drip':
      return drip(response, await call.perform());
    case 'cut-off': {
      const { status, headers, body } = await call.perform();
      response.writeHead(status, { ...headers, 'content-length': Buffer.from(body).length });
      response.write(half(body), () => response.socket?.destroy());
      return;
    }
    case 'truncated': {
      const reply = await call.perform();
      return send(response, { ...reply, body: half(reply.body) });
    }
    case 'huge':
      return writeHugely(response, await call.perform());
    case 'wrong-type': {
      const reply = await call.perform();
      return send(response, { ...reply, headers: { ...reply.headers, 'content-type': 'application/octet-stream' } });
    }
    case 'html':
      return send(response, { status: 200, headers: { 'content-type': 'text/html' }, body: HTML });
    case 'status':
      return send(response, statusReply(fault.status));
    case 'redirect':
      return send(response, { status: 302, headers: { location: fault.url }, body: '' });
    case 'entity-bomb':
      return send(response, { status: 200, headers: { 'content-type': 'text/xml' }, body: ENTITY_BOMB });
    case 'unknown-status':
      return send(response, call.refuseStrangely());
    case 'repeated':
      await call.perform();
      return send(response, await call.perform());
    case 'reordered':
      await board.nextAnswer();
      return send(response, await call.perform());
    case 'reply':
      return send(response, fault.reply);
  }
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}

function statusReply(status: number): Reply {
  return { status, headers: { 'content-type': 'text/plain' }, body: `Status ${status}` };
}

function half(body: Reply['body']): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, bytes.length / 2);
}

function drip(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  const bytes = Buffer.from(body);
  let count = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(count, (count += 1)));
    if (count < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

/** Comments in XML, white space in JSON: read in full, the answer is right. */
function writeHugely(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  const [open, filling, close] = headers['content-type']?.includes('xml')
    ? ['<!--', CHUNK, '-->']
    : ['', ' '.repeat(CHUNK.length), ''];
  response.write(body);
  for (let bytes = 0; bytes < HUGE_BYTES && !response.destroyed; bytes += CHUNK.length)
    response.write(open + filling + close);
  response.end();
}
