import { z } from 'zod';
import { formatActivationPayload } from '../../../shared/codes/activation-payload';
import { parseJsonObject } from '../../../shared/json-object';
import { FAULTS } from '../../faults/fault-list';
import { parseFault } from '../../faults/fault-text';
import { isPlaceFault } from '../../faults/place';
import { isCallNamed } from '../../faults/call';
import { jsonReply, type Reply } from '../../faults/reply';
import type { StandIn } from '../stand-in';
import { WIRE_CALLS } from '../wire-calls';
import { problem } from './problem';

type ControlRequest = { method: string; url: URL; body: Uint8Array };
type Route = (standIn: StandIn, request: ControlRequest, id: string) => Promise<Reply> | Reply;

const faultSchema = z.strictObject({
  /** Null begins a fault of a place at once. */
  call: z.string().min(1).max(200).nullable(),
  fault: z.string().min(1).max(20_000),
  times: z.int().min(1).max(1_000_000).optional(),
  url: z.string().max(200).optional(),
});

const ownerSchema = z.strictObject({
  userId: z.string().min(1).max(255),
  domain: z.string().min(1).max(255).optional(),
});

const REGISTER_REFUSALS = {
  'activation-limit-reached': 'The person has as many devices as the licence allows.',
  'type-limit-reached': 'The person has as many devices of the type as the policy allows.',
  'no-licence': 'No licence is free for the person.',
};

/** By method and first part of the path. */
const ROUTES: Record<string, Route> = {
  'GET /': (standIn) => {
    const { profile, addresses, environment, gatewayId, frontEndKey, wires } = standIn;
    const calls = Object.fromEntries(wires.map((wire) => [wire, WIRE_CALLS[wire]]));
    return jsonReply(200, { profile, addresses, environment, gatewayId, frontEndKey, calls, faults: FAULTS });
  },
  'GET /faults': ({ faults }) => {
    // JSON has no infinity: null stands for "until cleared".
    const list = faults
      .list()
      .map(({ call, fault, left, url }) => ({ call, fault, left: Number.isFinite(left) ? left : null, url }));
    return jsonReply(200, { faults: list });
  },
  'POST /faults': async ({ faults }, { body }) => {
    const read = faultSchema.safeParse(parseJsonObject(body));
    if (!read.success) return problem(400, z.prettifyError(read.error));
    const { call, fault: text, times, url = null } = read.data;
    const wrong = parseFault(text);
    if (!wrong) return problem(400, `There is no fault "${text}".`);
    return placed(async () => {
      if (call !== null) faults.set(call, wrong, { url, ...(times !== undefined && { times }) });
      else if (isPlaceFault(wrong)) await faults.begin(wrong, url);
      else throw new RangeError(`"${wrong.kind}" needs the name of a call`);
      return jsonReply(201, { call, fault: wrong, times: times ?? null, url });
    });
  },
  'DELETE /faults': async ({ faults }, { url }) => {
    await faults.clear(url.searchParams.get('call') ?? undefined);
    return noContent();
  },
  'GET /calls': ({ calls }, { url }) => {
    const name = url.searchParams.get('name') ?? '*';
    return jsonReply(200, { calls: calls.list().filter((call) => isCallNamed(call.name, name)) });
  },
  'DELETE /calls': ({ calls }) => {
    calls.clear();
    return noContent();
  },
  'POST /registrations': async (standIn, { body }) => {
    const read = ownerSchema.safeParse(parseJsonObject(body));
    if (!read.success) return problem(400, z.prettifyError(read.error));
    const { userId, domain = standIn.domain } = read.data;
    const registered = await standIn.register({ userId, domain });
    if (!registered.ok) return problem(409, REGISTER_REFUSALS[registered.refusal]);
    const { registrationIdentifier, activationPassword } = registered.value;
    const payload = formatActivationPayload({ ...registered.value, gatewayId: standIn.gatewayId });
    if (!payload.ok) return problem(400, 'No image can say this user ID or domain.');
    return jsonReply(201, { registrationIdentifier, activationPassword, payload: payload.value });
  },
  'GET /registrations': async ({ gateway }, _request, id) => {
    const observed = await gateway.observe(id);
    return observed ? jsonReply(200, observed) : problem(404, 'There is no such registration.');
  },
};

/** Answers a request of the control port. */
export async function controlAnswer(standIn: StandIn, request: ControlRequest): Promise<Reply> {
  const [, room = '', id = '', ...rest] = request.url.pathname.split('/');
  const route = rest.length === 0 ? ROUTES[`${request.method} /${room}`] : undefined;
  // Only registrations have addresses of their own.
  const isOne = room === 'registrations' && request.method === 'GET';
  if (!route || isOne !== (id !== '')) return problem(404, 'The control port has no such address.');
  return route(standIn, request, id);
}

async function placed(set: () => Promise<Reply>): Promise<Reply> {
  try {
    return await set();
  } catch (error) {
    if (error instanceof RangeError) return problem(400, `${error.message}.`);
    throw error;
  }
}

function noContent(): Reply {
  return { status: 204, headers: {}, body: '' };
}
