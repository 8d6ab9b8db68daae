import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { createEmbeddedGateway, type EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { Endpoint } from '@/lib/kit/conformance/endpoint';
import type { GatewaySettings } from '@/lib/gateways/embedded/engine/gateway-settings';
import type { Target } from '@/lib/kit/conformance/run-conformance';
import { MemoryChallengeStore } from '@/lib/kit/gateways/state/memory-challenge-store';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { hexFromBytes } from '@/lib/shared/bytes';
import { parseJsonObject, type JsonObject } from '@/lib/shared/json-object';
import { systemRandom } from '@/lib/shared/random';
import { DAY } from '@/lib/shared/time/duration';
import { valueOf } from '../phones/activate-device';
import { BACK_END_KEY, FRONT_END_KEY } from '../servers/test-gateway';

/** What can be planted, and the checks whose business it is. */
export const DEFECTS = {
  'takes any key': ['keys.wrong'],
  'accepts a wrong proof of the password': ['wrong-proof.evidence', 'wrong-proof.again'],
  'has no limit of tries': ['wrong-proof.limit', 'wrong-proof.concurrent-limit'],
  'forgets what it has answered': ['repeat.activation'],
  'adds a second device': ['repeat.other-device', 'concurrency.devices'],
  'starts a used registration again': ['repeat.replay'],
  'adds a device before the proof': ['order.device-first'],
  'lets nothing expire': ['expiry.unused', 'expiry.half-way'],
  'cuts long descriptions': ['valid.description'],
  'answers for any challenge': ['sign-in.approve', 'sign-in.cancel', 'sign-in.read'],
  'opens signing in to any key': ['sign-in.key'],
  'takes notifications for any phone': ['sign-in.notifications'],
  'fails at bad JSON': ['hostile.malformed'],
  'reads bodies of any length': ['hostile.oversize'],
  'takes a key of zero': ['hostile.zero-key'],
  'shows its stack': ['aftermath.leaks'],
} as const;

export type Defect = keyof typeof DEFECTS;

type Reply = { status: number; body: object | string };
type Call = { service: string; authorization: string | null; fields: JsonObject | null; body: Uint8Array };

const SUCCESS = { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 };
/** Also while another device is being added at this moment. */
const HAS_PROVED = new Set<string | undefined>(['DSAPPSRPGenerateActivationData', 'MdlAddDevice']);
const STACK = 'TypeError: text.trim is not a function\n    at read (/srv/gateway/services/read.js:12:30)';

/** A gateway that works but for the defects that were planted in it, as a target of conformance checks. */
export async function openBrokenGateway(planted: readonly Defect[]): Promise<Target & { close(): Promise<void> }> {
  const has = (defect: Defect) => planted.includes(defect);
  const { gateway, clock } = engineWith(has);
  const answer = breaker(gateway, has);
  const server = createServer((request, response) => void answerRequest(request, response, answer));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: new Endpoint(`http://127.0.0.1:${port}`, FRONT_END_KEY, null),
    profile: 'embedded',
    registrar: {
      isThere: true,
      choosesPeople: true,
      register: async (userId = `jane.${(people += 1)}`) =>
        valueOf(await gateway.register({ userId, domain: 'example.org' })),
    },
    async reachEndOfTime() {
      clock.aheadMs = 30 * DAY;
      return async () => void (clock.aheadMs = 0);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: Call) => Promise<Reply>,
): Promise<void> {
  const body = await buffer(request);
  const service = (request.url ?? '').replace(/^\/rest\/v2\//, '');
  const authorization = request.headers.authorization ?? null;
  const call = { service, authorization, fields: parseJsonObject(body), body };
  const reply = request.method === 'POST' ? await answer(call) : { status: 405, body: {} };
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, { 'content-type': isText ? 'text/plain' : 'application/json' });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}

type Engine = { gateway: EmbeddedGateway; clock: { aheadMs: number; now: () => Date } };

/** Engines by their settings: each takes a fifth of a second to begin, and serves any number of targets. */
const engines = new Map<string, Engine>();
let people = 0;

function engineWith(has: (defect: Defect) => boolean): Engine {
  const settings: Partial<GatewaySettings> = {
    ...(has('has no limit of tries') && { wrongProofLimit: 1_000_000 }),
    ...(has('forgets what it has answered') && { lostAnswerMs: 0 }),
    ...(has('lets nothing expire') && {
      registrationLifetimeMs: 365 * DAY,
      offlineLifetimeMs: 365 * DAY,
      completionLifetimeMs: 365 * DAY,
    }),
  };
  const key = JSON.stringify(settings);
  const engine = engines.get(key) ?? openEngine(settings);
  engines.set(key, engine);
  return engine;
}

function openEngine(settings: Partial<GatewaySettings>): Engine {
  const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
  const store = new MemoryGatewayStore();
  const gateway = createEmbeddedGateway({
    store,
    challenges: new MemoryChallengeStore(store),
    clock,
    random: systemRandom,
    keyRing: new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    settings,
    frontEndKey: FRONT_END_KEY,
    backEndKey: BACK_END_KEY,
    onProgress: async () => {},
    onChallengeEnd: async () => {},
    onFault: (error) => {
      throw error;
    },
  });
  return { gateway, clock };
}

/** @returns what answers a call, as the engine does or as the defects have it */
function breaker(gateway: EmbeddedGateway, has: (defect: Defect) => boolean): (call: Call) => Promise<Reply> {
  /** How far each registration has come, by the last connection that succeeded. */
  const reached = new Map<string, string>();
  return async ({ service, authorization, fields, body }) => {
    if (has('fails at bad JSON') && fields === null && body.length > 0)
      return { status: 500, body: 'Internal Server Error' };
    const isSignIn = service.startsWith('authentication/');
    const rightKey = authorizationFor(FRONT_END_KEY);
    const invents =
      (has('answers for any challenge') && isSignIn) ||
      (has('takes notifications for any phone') && service.startsWith('notification/'));
    if (invents && fields !== null && authorization === rightKey)
      return { status: 200, body: { resultCodes: SUCCESS } };
    const takesAnyKey = has(isSignIn ? 'opens signing in to any key' : 'takes any key');
    const key = takesAnyKey ? rightKey : authorization;
    const sent = { ...fields };
    if (has('reads bodies of any length')) delete sent['filling'];
    const description = sent['description'];
    if (has('cuts long descriptions') && typeof description === 'string')
      sent['description'] = description.slice(0, 255);
    const isChanged = has('reads bodies of any length') || has('cuts long descriptions');
    const passed = fields !== null && isChanged ? Buffer.from(JSON.stringify(sent)) : body;
    const answer = await gateway.handle({ service, authorization: key, body: passed });

    const name = service.split('/').at(-1) ?? '';
    const identifier = String(fields?.['registrationIdentifier']);
    const { statusCodeEnum } = answer.body.resultCodes;
    if (statusCodeEnum === 'STAT_SUCCESS') reached.set(identifier, name);
    const invented = invent(name, statusCodeEnum, reached.get(identifier), fields, has);
    if (invented) return { status: 200, body: { resultCodes: SUCCESS, result: invented } };
    const isWrongType = typeof fields?.['registrationIdentifier'] === 'object';
    return has('shows its stack') && isWrongType ? { status: 400, body: { ...answer.body, trace: STACK } } : answer;
  };
}

/** What a defect answers where the engine refuses; null where it has nothing to say. */
function invent(
  name: string,
  refusal: string,
  reached: string | undefined,
  fields: JsonObject | null,
  has: (defect: Defect) => boolean,
): object | null {
  const key = fields?.['clientEphemeralPublicKey'];
  const isZero = typeof key === 'string' && (/^0+$/.test(key) || /^(?:ac6bdb|158d7b)/i.test(key));
  switch (`${name} ${refusal}`) {
    case 'DSAPPSRPGenerateEphemeralKey STAT_INVALID_PARAMETER':
      return has('takes a key of zero') && isZero ? { serverEphemeralPublicKey: hex(256), salt: hex(16) } : null;
    case 'DSAPPSRPGenerateEphemeralKey STAT_NOT_FOUND':
      return has('starts a used registration again') && reached === 'MdlActivate'
        ? { serverEphemeralPublicKey: hex(256), salt: hex(16) }
        : null;
    case 'DSAPPSRPGenerateActivationData STAT_INVCREDENTIALS':
      return has('accepts a wrong proof of the password')
        ? {
            serverEvidenceMessage: hex(32),
            encryptedLicenseActivationMessage: hex(54),
            encryptedCounter: hex(8),
            mac: hex(32),
          }
        : null;
    case 'MdlAddDevice STAT_INVALID_STATE':
      return (has('adds a second device') && HAS_PROVED.has(reached)) ||
        (has('adds a device before the proof') && reached === 'DSAPPSRPGenerateEphemeralKey')
        ? { instanceActivationMessage: hex(64) }
        : null;
    default:
      return null;
  }
}

function hex(bytes: number): string {
  return hexFromBytes(systemRandom.bytes(bytes));
}
