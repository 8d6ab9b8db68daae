import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SeenStep } from '@/lib/activation/following/apply-seen-step';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { Relay } from '@/lib/gateways/relay/relay';
import { MINUTE } from '@/lib/shared/time/duration';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

export const SERVER_TIME = '/rest/v2/provisioning/getServerTime';
export const SERVICE = 'provisioning/DSAPPSRPGenerateEphemeralKey';
export const SECRET = 'CanarySecret';
export const FAILED = {
  resultCodes: { returnCodeEnum: 'RET_FAILURE', statusCodeEnum: 'STAT_UNKNOWN', returnCode: -1, statusCode: -1 },
};

/** The gateway behind the relay, once `withRelayedGateway` has started it. */
export const gateway = {} as { server: OneSpanServer };

let people = 0;
export const seen: SeenStep[] = [];
/** Devices that have refused a sign-in. */
export const refusals: string[] = [];
export const failures: GatewayError[] = [];
export const measured: { durationMs: number; failure: string | null }[] = [];
const opened: { close(): void }[] = [];

type Call = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string };
type Answer = { status: number; headers: IncomingHttpHeaders; json: unknown };

/** A site with the relay. @returns a phone's way to it; rejects when an answer breaks off */
export async function openRelay({
  url = gateway.server.digipassGatewayUrl,
  timeLimitMs = MINUTE,
  address = '192.0.2.1',
} = {}) {
  const relay = new Relay(
    { url, tls: { authority: readFileSync(gateway.server.caFile, 'utf8'), identity: null }, timeLimitMs },
    {
      onStep: (step) => void seen.push(step),
      onRefusal: (instanceId) => void refusals.push(instanceId),
      onFailure: (failure) => void failures.push(failure),
      onCall: (durationMs, failure) => void measured.push({ durationMs, failure }),
    },
  );
  const site = createServer(
    (incoming, response) => void buffer(incoming).then((body) => relay.answer(incoming, response, address, body)),
  );
  await once(site.listen(0, '127.0.0.1'), 'listening');
  const agent = new Agent({ keepAlive: true });
  opened.push(relay, site, { close: () => agent.destroy() });
  const { port } = site.address() as AddressInfo;

  const call = async ({ method = 'POST', path = SERVER_TIME, headers = {}, body = '' }: Call = {}): Promise<Answer> => {
    const authorization = authorizationFor(gateway.server.state.options.frontEndKey);
    const sent = request({ port, method, path, agent, headers: { authorization, ...headers } });
    const [answer]: IncomingMessage[] = await once(sent.end(body), 'response');
    if (!answer) throw new Error('no answer');
    const text = (await buffer(answer)).toString();
    return { status: answer.statusCode ?? 0, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
  };
  return Object.assign(call, { hangUp: () => agent.destroy(), checkHealth: () => relay.checkHealth() });
}

/** Connection 1 of somebody who has just registered. */
export async function firstConnection(): Promise<{ path: string; body: string; registrationIdentifier: string }> {
  const registered = await gateway.server.gateway.register({ userId: `jane.${(people += 1)}`, domain: 'example.org' });
  if (!registered.ok) throw new Error(registered.refusal);
  const { registrationIdentifier } = registered.value;
  const fields = { registrationIdentifier, clientEphemeralPublicKey: '05'.repeat(256), [SECRET]: SECRET };
  return { path: `/rest/v2/${SERVICE}`, body: JSON.stringify(fields), registrationIdentifier };
}

/** Starts the gateway for the tests of a file, and forgets after each what was noted. */
export function withRelayedGateway(): void {
  beforeAll(async () => {
    gateway.server = await startOnespanServer();
  });

  afterEach(async () => {
    await gateway.server.faults.clear();
    gateway.server.calls.clear();
    for (const noted of [seen, refusals, failures, measured]) noted.length = 0;
    for (const one of opened.splice(0)) one.close();
  });

  afterAll(() => gateway.server.close());
}
