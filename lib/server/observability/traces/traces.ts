import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseActivationId } from '../../../shared/identifiers/activation-id';
import type { EndedSpan, ParentSpan, SpanContext, SpanKind, SpanSink } from './span';
import { contextOf, parseTraceparent, randomSpanId, randomTraceId } from './span-context';

/** A span without its place in a trace. */
export type Span<Kind extends SpanKind = SpanKind> = Omit<
  EndedSpan<Kind>,
  keyof SpanContext | 'parent' | 'events' | 'links'
>;

/** A request under way. */
type Request = {
  spanId: string;
  /** The identifier of what it turned out to be about. */
  subject: string | null;
  /** Spans within it, whose trace is not known before it is over. */
  within: Span[];
  /** It is over when all of these are settled. */
  work: Promise<unknown>[];
  isOver: boolean;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly path: string };

/** @property key of this site @property trustsCallers whether the `traceparent` of a request is a proxy's of ours */
type TraceSettings = { key: string; trustsCallers: boolean };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Traces in which an activation has one of its own, whoever works for it: pages, phones, rounds and mails, in any process and on any
 * day. A span is made when it is over, so that a request can join the activation that it turns out to be about.
 */
export class Traces {
  readonly #sink: SpanSink;
  readonly #settings: TraceSettings;
  readonly #requests = new AsyncLocalStorage<Request>();

  constructor(sink: SpanSink, settings: TraceSettings) {
    this.#sink = sink;
    this.#settings = settings;
  }

  /** An answerer with a span for each request that it answers. @param routeOf template of an address; null for none of ours */
  traced<Given extends Exchange>(
    answer: (exchange: Given) => Promise<void> | null,
    routeOf: (path: string) => string | null,
  ): (exchange: Given) => Promise<void> | null {
    return (exchange) => {
      const { response, path } = exchange;
      const startedAt = Date.now();
      const subject = path.split('/').find((segment) => parseActivationId(segment) !== null) ?? null;
      const current: Request = { spanId: randomSpanId(), subject, within: [], work: [], isOver: false };
      const answered = this.#requests.run(current, () => answer(exchange));
      // Most answerers leave a request to the next: a listener of each would be more than Node.js holds for no leak.
      if (!answered) return null;
      if (!response.destroyed) current.work.push(new Promise((resolve) => response.once('close', resolve)));
      current.work.push(answered);
      void settle(current.work).then(() => this.#endRequest(current, exchange, startedAt, routeOf(path)));
      return answered;
    };
  }

  /** The request under way is about this; the first one counts. */
  concern(subject: string): void {
    const request = this.#requests.getStore();
    if (request) request.subject ??= subject;
  }

  /** The span of the request under way waits for this. */
  awaitWork(work: Promise<unknown>): void {
    this.#requests.getStore()?.work.push(work);
  }

  /** @param subject identifier of what it is about; null for what the request under way is about, or for nothing */
  end<Kind extends SpanKind>(span: Span<Kind>, subject: string | null): void {
    if (subject !== null) this.concern(subject);
    const request = this.#requests.getStore();
    const about = subject ?? request?.subject ?? null;
    if (request && !request.isOver && about === request.subject) request.within.push(span);
    else if (about === null) this.#take(span, { traceId: randomTraceId(), parent: null });
    else this.#take(span, this.#within(about));
  }

  /** The first span of the trace of what is over. @param origin what it came from, with a trace of its own; null for nothing */
  endFirst<Kind extends SpanKind>(
    span: Span<Kind>,
    subject: string,
    events: EndedSpan['events'],
    origin: string | null,
  ): void {
    const { key } = this.#settings;
    const links = origin === null ? [] : [contextOf(key, origin)];
    this.#take(span, { ...contextOf(key, subject), parent: null, events, links });
  }

  close(): Promise<void> {
    return this.#sink.close();
  }

  #endRequest(
    request: Request,
    { request: { method = '', headers }, response }: Exchange,
    startedAt: number,
    route: string | null,
  ): void {
    request.isOver = true;
    const { subject, spanId } = request;
    const incoming = this.#settings.trustsCallers ? parseTraceparent(headers['traceparent']) : null;
    const { traceId, parent } =
      subject === null ? { traceId: incoming?.traceId ?? randomTraceId(), parent: incoming } : this.#within(subject);
    const links = subject !== null && incoming ? [incoming] : [];
    const verb = METHODS.has(method) ? method : '_OTHER';
    const span: Span<'request'> = {
      kind: 'request',
      name: route === null ? verb : `${verb} ${route}`,
      startedAt,
      endedAt: Date.now(),
      hasFailed: response.statusCode >= 500,
      attributes: {
        'http.request.method': verb,
        ...(route !== null && { 'http.route': route }),
        'http.response.status_code': response.statusCode,
      },
    };
    this.#take(span, { traceId, spanId, parent, links });
    const itself: ParentSpan = { traceId, spanId, isSampled: parent?.isSampled ?? null };
    for (const inner of request.within) this.#take(inner, { traceId, parent: itself });
  }

  #within(subject: string): { traceId: string; parent: ParentSpan } {
    const first = contextOf(this.#settings.key, subject);
    return { traceId: first.traceId, parent: { ...first, isSampled: null } };
  }

  #take(
    span: Span,
    place: Pick<EndedSpan, 'traceId' | 'parent'> & Partial<Pick<EndedSpan, 'spanId' | 'events' | 'links'>>,
  ): void {
    this.#sink.take({ spanId: randomSpanId(), events: [], links: [], ...span, ...place });
  }
}

/** Also with what is added meanwhile. */
async function settle(work: readonly Promise<unknown>[]): Promise<void> {
  for (const one of work) await one.catch(() => undefined);
}
