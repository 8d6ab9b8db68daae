import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import type { GatewayAnswer, GatewayCall } from '@/lib/gateways/embedded/engine/phone-services/handle-call';
import { LoadFailure } from './load-failure';
import type { HttpClient } from './http-client';

/** The phone services of a site, for a `FakePhone`. */
export class HttpGateway implements Pick<EmbeddedGateway, 'handle'> {
  readonly #client: HttpClient;

  constructor(client: HttpClient) {
    this.#client = client;
  }

  /** @throws LoadFailure where no service answered */
  async handle({ service, authorization, body }: GatewayCall): Promise<GatewayAnswer> {
    const answer = await this.#client.ask(`/rest/v2/${service}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
      body,
    });
    if (answer.status !== 200) throw new LoadFailure(service, answer);
    return { status: answer.status, body: JSON.parse(answer.body) as GatewayAnswer['body'] };
  }
}
