import type { Step } from '../../../activation/activation';

/**
 * Everything that a trace may say, by the kind of its spans. The values are closed sets too: templates of addresses, states,
 * codes and counts. No user, device, mail address, activation or network is ever one.
 */
export const SPANS = {
  /** Of a request, named by its method and the template of its address. */
  request: ['http.request.method', 'http.route', 'http.response.status_code'],
  /** Of an activation from its start to its end, with an event for each step. */
  activation: ['tessera.activation.type', 'tessera.activation.outcome', 'tessera.activation.failure'],
  /** Of a call to the gateway. */
  gateway: ['tessera.gateway.operation', 'tessera.gateway.outcome'],
  /** Of a phone's call that the relay passed on. */
  relay: ['tessera.gateway.outcome'],
  /** Of a try to hand a message over. */
  message: ['tessera.message.channel', 'tessera.message.attempt', 'tessera.message.outcome'],
} as const;

export type SpanKind = keyof typeof SPANS;

/** Of the span of an activation. */
export const SPAN_EVENTS = ['issued', 'shown', 'scanned', 'verified', 'linked', 'active'] as const satisfies (
  | 'issued'
  | 'shown'
  | Step
)[];

/** W3C Trace Context: 32 and 16 lower-case hexadecimal digits, not all of them 0. */
export type SpanContext = { traceId: string; spanId: string };

/** @property isSampled as whoever made it says; null where this site decides, by the trace's identifier */
export type ParentSpan = SpanContext & { isSampled: boolean | null };

/** A span that is over; times in milliseconds since 1970. */
export type EndedSpan<Kind extends SpanKind = SpanKind> = SpanContext & {
  kind: Kind;
  name: string;
  parent: ParentSpan | null;
  startedAt: number;
  endedAt: number;
  hasFailed: boolean;
  attributes: { readonly [Name in (typeof SPANS)[Kind][number]]?: string | number };
  events: { name: (typeof SPAN_EVENTS)[number]; at: number }[];
  /** Spans of other traces that it belongs with. */
  links: SpanContext[];
};

/** Takes spans over; never fails, and keeps nobody waiting. */
export interface SpanSink {
  take(span: EndedSpan): void;
  /** Sends what waits, for a few seconds at most. */
  close(): Promise<void>;
}
