import { z } from 'zod';
import { DAY } from '../../shared/time/duration';
import { fault, WRONG_CERTIFICATES, type Fault, type FaultKind } from './fault';
import { FAULT_KINDS } from './fault-list';

const replySchema = z.strictObject({
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** How the argument behind the colon is read; the other faults have none. */
const READERS: Partial<Record<FaultKind, (argument: string | null) => Fault | null>> = {
  status: (argument) => withNumber(argument, 200, 599, fault.status),
  delay: (argument) => withNumber(argument, 0, DAY, fault.delay),
  'proxy-timeout': (argument) => withNumber(argument, 0, DAY, fault.proxyTimeout),
  'clock-off': (argument) => withNumber(argument, -365 * DAY, 365 * DAY, fault.clockOff),
  certificate(argument) {
    const certificate = WRONG_CERTIFICATES.find((one) => one === (argument ?? 'untrusted'));
    return certificate === undefined ? null : fault.certificate(certificate);
  },
  redirect: (argument) => (argument === null ? fault.redirect() : fault.redirect(argument)),
  reply(argument) {
    const reply = replySchema.safeParse(parseJson(argument ?? ''));
    return reply.success ? fault.reply(reply.data) : null;
  },
};

/**
 * Reads a fault from a command line or a request, as `timeout`, `status:503`, `delay:2000`, `certificate:expired`,
 * `clock-off:-90000`, `redirect:https://…`, `reply:{"status":…}`.
 * @returns null when there is no such fault, or its argument is missing or not one
 */
export function parseFault(text: string): Fault | null {
  const [, name = '', argument = null] = /^([a-z-]+)(?::(.*))?$/s.exec(text) ?? [];
  const kind = FAULT_KINDS.find((one) => one === name);
  if (kind === undefined) return null;
  const read = READERS[kind];
  if (read) return read(argument);
  return argument === null ? ({ kind } as Fault) : null;
}

function withNumber(text: string | null, least: number, most: number, make: (value: number) => Fault): Fault | null {
  if (text === null || !/^[+-]?\d{1,12}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? make(value) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
