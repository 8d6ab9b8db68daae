import { GatewayError, type GatewayErrorCode } from '../../activation/gateway-error';
import { type ImageRenderer, RendererError, type RendererFailure } from '../../wire/image/image-renderer';
import { checkedCronto, crontoQuery } from '../../wire/image/renderers/cronto-png';
import type { Bytes } from '../../shared/bytes';
import type { Connection } from '../transport/connection';

/** The cloud's failures as a renderer's. The cloud may return JSON in place of an image. */
const FAILURES: Record<GatewayErrorCode, RendererFailure> = {
  timeout: 'timeout',
  unreachable: 'unreachable',
  'circuit-open': 'unreachable',
  untrusted: 'unreachable',
  'refused-credentials': 'refused',
  'malformed-reply': 'wrong-type',
  'too-large': 'too-large',
};

/** `GET visualcodes/render` (OneSpan §5.1): true Cronto images. The address contains the activation password. */
export class OneSpanCloudCrontoRenderer implements ImageRenderer {
  readonly #connection: Pick<Connection, 'send'>;

  /** @param connection with the limits of an image */
  constructor(connection: Pick<Connection, 'send'>) {
    this.#connection = connection;
  }

  /** Cronto has no room for a signature. */
  async render(payload: string): Promise<Bytes> {
    const query = new URLSearchParams(crontoQuery(payload));
    const path = `/v1/visualcodes/render?${query.toString()}`;
    try {
      return await this.#connection.send(
        { method: 'GET', path, headers: {}, replyType: 'image/png' },
        ({ status, body }) => {
          if (status !== 200) throw new RendererError('refused', `status ${status}`);
          return checkedCronto(new Uint8Array(body));
        },
      );
    } catch (error) {
      throw error instanceof GatewayError ? new RendererError(FAILURES[error.code]) : error;
    }
  }
}
