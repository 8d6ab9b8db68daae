import { createHmac, randomBytes } from 'node:crypto';
import type { ParentSpan, SpanContext } from './span';

const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

/**
 * The trace of what has an identifier, and its first span: the same in every process and on every day, without a column for it.
 * @param key of this site, without which nobody can tell which identifier a trace is of
 */
export function contextOf(key: string, subject: string): SpanContext {
  const digest = createHmac('sha256', key).update(`trace ${subject}`).digest('hex');
  return {
    traceId: digest.slice(0, 2 * TRACE_BYTES),
    spanId: digest.slice(2 * TRACE_BYTES, 2 * (TRACE_BYTES + SPAN_BYTES)),
  };
}

export function randomTraceId(): string {
  return randomBytes(TRACE_BYTES).toString('hex');
}

export function randomSpanId(): string {
  return randomBytes(SPAN_BYTES).toString('hex');
}

/** W3C Trace Context §3.2, also of later versions. @returns null for what is malformed */
export function parseTraceparent(header: unknown): ParentSpan | null {
  const fields = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  const [, version = 'ff', traceId = '', spanId = '', flags = '', rest = ''] = fields ?? [];
  if (version === 'ff' || (version === '00' && rest !== '')) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
