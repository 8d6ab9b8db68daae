import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Agent } from 'node:https';
import type { SeenStep } from '../../activation/following/apply-seen-step';
import { GatewayError } from '../../activation/gateway-error';
import type { RelayConfig } from '../../config/sections/relay-config';
import { gatewayErrorFrom } from '../transport/gateway-error-from';
import { sendRequest, tlsAgent } from '../transport/send-request';
import { passOn, refuseCall } from './pass-on';
import { PHONE_SERVICES, PROBE, REFUSALS } from './phone-services';
import { readRefusal, readStep } from './read-step';
import { headersToGateway } from './relayed-headers';

export type RelayPorts = {
  /** Called for each step of an activation that a phone has made. */
  onStep: (seenStep: SeenStep) => void;
  /** Called for each refusal of a sign-in that the gateway has taken, with the device. */
  onRefusal: (instanceId: string) => void;
  /** Called when the gateway gave no proper reply. */
  onFailure: (failure: GatewayError) => void;
  /** Called with the gateway's duration of a call, in milliseconds, and the kind of its failure; null for none. */
  onCall: (durationMs: number, failure: GatewayError['code'] | null) => void;
};

/**
 * Relays the calls of OneSpan §3 between phones and a DIGIPASS Gateway, and observes the steps of activations and refusals of sign-ins. A
 * request is sent once it has arrived completely, so that slow phones do not occupy the gateway; a reply is streamed.
 */
export class Relay {
  readonly #url: string;
  readonly #timeLimitMs: number;
  readonly #agent: Agent;
  readonly #ports: RelayPorts;

  /** @param settings.timeLimitMs of one call, from the first byte sent to the last one received */
  constructor({ url, tls, timeLimitMs }: RelayConfig & { timeLimitMs: number }, ports: RelayPorts) {
    this.#url = url.replace(/\/+$/, '');
    this.#timeLimitMs = timeLimitMs;
    this.#agent = tlsAgent(tls);
    this.#ports = ports;
  }

  /**
   * Answers a phone, whatever the gateway does.
   * @param request to a path below `/rest/v2/`
   * @param address the phone's; null when unknown
   * @param body the whole request's
   */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    address: string | null,
    body: Uint8Array,
  ): Promise<void> {
    // A phone that has disconnected needs no answer.
    response.on('error', () => {});
    const [path = ''] = (request.url ?? '').split('?');
    const step = PHONE_SERVICES.get(path);
    if (step === undefined) return refuseCall(response, 404);
    if (request.method !== 'POST') return refuseCall(response, 405);
    const copy = await this.#ask(path, headersToGateway(request.headers, address), body, response);
    if (!copy || response.statusCode >= 300) return;
    const seenStep = step && readStep(step, body, copy);
    if (seenStep) this.#ports.onStep(seenStep);
    const refusedBy = REFUSALS.has(path) ? readRefusal(body, copy) : null;
    if (refusedBy !== null) this.#ports.onRefusal(refusedBy);
  }

  /** @returns a copy of the gateway's reply; null when there was none to pass on */
  async #ask(
    path: string,
    headers: OutgoingHttpHeaders,
    body: Uint8Array,
    response: ServerResponse,
  ): Promise<Uint8Array | null> {
    const url = new URL(this.#url + path);
    const timer = AbortSignal.timeout(this.#timeLimitMs);
    const began = performance.now();
    try {
      const reply = await passOn(
        await sendRequest(this.#agent, url, { method: 'POST', headers, body }, timer),
        response,
      );
      this.#ports.onCall(performance.now() - began, null);
      return reply;
    } catch (error) {
      const failure = gatewayErrorFrom(error, url.origin, timer.aborted);
      this.#ports.onCall(performance.now() - began, failure.code);
      this.#ports.onFailure(failure);
      // A reply that has begun can only be broken off.
      if (response.headersSent) response.destroy();
      else refuseCall(response, failure.code === 'timeout' ? 504 : 502);
      return null;
    }
  }

  /**
   * Resolves when the gateway answers. No service is documented for that, and the phones' key is not ours, so a refusal
   * of the key counts as an answer (OneSpan §3.1, §3.7).
   * @throws GatewayError when it does not answer, or something else does
   */
  async checkHealth(): Promise<void> {
    const url = new URL(this.#url + PROBE.path);
    const timer = AbortSignal.timeout(this.#timeLimitMs);
    try {
      const { statusCode = 0, headers } = (await sendRequest(this.#agent, url, PROBE, timer)).resume();
      const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
      const isAnswer = statusCode === PROBE.refusal || (isJson && statusCode !== 404);
      if (statusCode >= 500 || !isAnswer)
        throw new GatewayError(statusCode >= 500 ? 'unreachable' : 'malformed-reply', 'unknown', {
          cause: new Error(`HTTP ${statusCode} of type ${headers['content-type']?.slice(0, 80)}`),
        });
    } catch (error) {
      throw gatewayErrorFrom(error, url.origin, timer.aborted);
    }
  }

  /** Calls in progress fail. */
  close(): void {
    this.#agent.destroy();
  }
}
