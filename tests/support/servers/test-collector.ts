import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SPAN_EVENTS, SPANS } from '@/lib/server/observability/traces/span';

type Value = { stringValue?: string; intValue?: number | string };
type Attribute = { key: string; value: Value };

/** As OTLP has it in JSON. */
export type ReceivedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  events: { name: string; attributes: Attribute[] }[];
  links: { traceId: string; attributes: Attribute[] }[];
  status: { code: number; message?: string };
};

type Message = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: ReceivedSpan[] }[] }[];
};

/** `refuses` with 503, and `says-nothing` to what it is sent. */
type Behaviour = 'takes' | 'refuses' | 'says-nothing';

/** A receiver of OTLP/HTTP in JSON. */
export class TestCollector {
  behaviour: Behaviour = 'takes';
  /** What was sent, as it came. */
  readonly bodies: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  readonly #server: Server;
  readonly #silent: ServerResponse[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        this.headers.push(request.headers);
        if (this.behaviour === 'says-nothing') return void this.#silent.push(response);
        if (this.behaviour === 'refuses') return void response.writeHead(503).end();
        this.bodies.push(body);
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  static async start(): Promise<TestCollector> {
    const collector = new TestCollector();
    collector.#server.listen(0, '127.0.0.1');
    await once(collector.#server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Messages that it has not answered. */
  get unanswered(): number {
    return this.#silent.length;
  }

  get spans(): ReceivedSpan[] {
    return this.#messages.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  get resourceAttributes(): string[] {
    return this.#messages.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ resource }) => resource.attributes.map(({ key }) => key)),
    );
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get #messages(): Message[] {
    return this.bodies.map((body) => JSON.parse(body) as Message);
  }
}

export function valueOf({ attributes }: ReceivedSpan, name: string): string | number | undefined {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? (value?.intValue === undefined ? undefined : Number(value.intValue));
}

/** What spans say that is in no list. */
export function undeclared(spans: readonly ReceivedSpan[]): string[] {
  const attributes = new Set<string>(Object.values(SPANS).flat());
  const events = new Set<string>(SPAN_EVENTS);
  return spans.flatMap((span) => [
    ...span.attributes.filter(({ key }) => !attributes.has(key)).map(({ key }) => `${span.name}: ${key}`),
    ...span.events.filter(({ name }) => !events.has(name)).map(({ name }) => `${span.name}: event ${name}`),
    ...[...span.events, ...span.links].flatMap((part) => part.attributes.map(({ key }) => `${span.name}: ${key}`)),
    ...(span.status.message === undefined ? [] : [`${span.name}: ${span.status.message}`]),
  ]);
}
