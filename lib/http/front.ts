import type { IncomingMessage, ServerResponse } from 'node:http';
import { AnswersUnderWay } from './answers-under-way';
import type { Answerer, Check, Exchange, Refusal } from './exchange';
import { refuse } from './refuse';
import { stampRequest } from './stamp-request';

const STARTING: Refusal = {
  status: 503,
  code: 'starting',
  sentence: 'Tessera is starting. Try again in a few seconds.',
  headers: { 'retry-after': '2' },
};

type FrontSettings = {
  /** Proxies in front that add to `X-Forwarded-For`. */
  trustedProxies: number;
  /** In the order in which requests meet them. */
  checks: readonly Check[];
};

/** What every request goes through: the checks, then the answerer whose it is. */
export class Front {
  readonly #settings: FrontSettings;
  readonly #underWay = new AnswersUnderWay();
  #answerers: readonly Answerer[] | null = null;

  constructor(settings: FrontSettings) {
    this.#settings = settings;
  }

  /** Until this is called, requests are told to come back. @param answerers of which the last one answers everything */
  open(answerers: readonly Answerer[]): void {
    this.#answerers = answerers;
  }

  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    this.#underWay.add(response);
    const exchange = this.#begin(request, response);
    for (const check of this.#settings.checks) {
      const refusal = check(exchange);
      if (refusal) return refuse(response, refusal);
    }
    if (!this.#answerers) return refuse(response, STARTING);
    for (const answerer of this.#answerers) {
      const answered = answerer(exchange);
      if (!answered) continue;
      answered.catch(() => response.destroy());
      return;
    }
  };

  endConnections(): void {
    this.#underWay.endConnections();
  }

  async finish(): Promise<void> {
    await this.#underWay.finish();
  }

  #begin(request: IncomingMessage, response: ServerResponse): Exchange {
    const address = stampRequest(request, this.#settings.trustedProxies);
    const target = request.url ?? '';
    const query = target.indexOf('?');
    return { request, response, path: query < 0 ? target : target.slice(0, query), address };
  }
}
