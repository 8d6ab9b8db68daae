import { openApi } from '@/lib/server/api/open-api';
import { API_PATH } from '@/lib/shared/problem-document';
import { FrontServer } from '../../../support/servers/front-server';
import type { SiteInProcess } from './site-in-process';

/** The API of each replica of a site in process, over HTTP: calls take turns. */
export class SiteApi {
  readonly #fronts: readonly FrontServer[];
  readonly #apis: readonly { drain(): void }[];
  #turn = 0;

  private constructor(fronts: readonly FrontServer[], apis: readonly { drain(): void }[]) {
    this.#fronts = fronts;
    this.#apis = apis;
  }

  static async open({ replicas }: SiteInProcess): Promise<SiteApi> {
    const apis = replicas.map((services) => openApi(services));
    return new SiteApi(await Promise.all(apis.map(({ answer }) => FrontServer.open([answer]))), apis);
  }

  /** @param path below `/api/v1` */
  async call(
    key: string,
    method: string,
    path: string,
    body: object | undefined,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const front = this.#fronts[(this.#turn += 1) % this.#fronts.length];
    const answer = await fetch(`http://127.0.0.1:${front?.port}${API_PATH}${path.slice(1)}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'if-match': '*',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.endsWith('json') === true;
    return { status: answer.status, body: isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  close(): void {
    for (const api of this.#apis) api.drain();
    for (const front of this.#fronts) front.close();
  }
}
