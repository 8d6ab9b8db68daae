import { z } from 'zod';
import { isLoginNumber } from '../../phone/login/login-steps';
import { parseFault } from '../faults/fault-text';
import { PHONE_CALLS, type PhoneCall } from '../faults/phone-calls';
import type { Shown } from '../phone/camera';
import type { Device } from '../phone/device';
import type { PhoneLogin } from '../phone/phone-login';
import { NotYet } from '../phone/phone-refused';
import type { ControlledPhone } from './controlled-phones';

/** What a phone is shown: a picture of a screen as a PNG in base64, or what an image says or a link to an activation. */
const shownSchema = z
  .union([z.strictObject({ png: z.base64() }), z.strictObject({ text: z.string().min(1).max(2_000) })])
  .meta({ description: 'a screenshot (PNG in base64), or the text of an image, or the link of an activation page' });

const deviceSchema = z.object({
  instanceId: z.string(),
  userId: z.string(),
  domain: z.string(),
  issuer: z.object({ kind: z.enum(['verified', 'not-verifiable']), origin: z.string(), reason: z.string().optional() }),
});

const requestSchema = z.object({
  origin: z.string(),
  browser: z.string(),
  address: z.string(),
  secondsLeft: z.number(),
});

const callSchema = z.object({
  name: z.string(),
  at: z.iso.datetime(),
  body: z.string(),
  fault: z.string().nullable(),
  status: z.number().nullable(),
});

/** A call by its path, or by the end of it. */
const callNameSchema = z
  .string()
  .refine((name) => PHONE_CALLS.some((call) => call === name || call.endsWith(`/${name}`)), 'is no call of a phone')
  .meta({ description: `one of ${PHONE_CALLS.join(', ')}, or the end of one, such as MdlAddDevice` });

const faultSchema = z
  .string()
  .refine((text) => parseFault(text) !== null, 'is no fault')
  .meta({ description: 'for instance timeout, lost-answer, reset, status:503, delay:2000, html' });

const pinSchema = z.string().regex(/^\d{4,16}$/);

export type Route = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/phones/{phone}`. */
  path: string;
  summary: string;
  /** Of the body; null for none. */
  request: z.ZodType | null;
  /** Of the answer; null for 204. */
  answer: z.ZodType | null;
  /** @param body has the shape of `request` */
  run: (controlled: ControlledPhone, body: unknown) => Promise<unknown>;
};

/** Keeps the shape of a body and the function that gets it together. */
function route<Body>(
  method: Route['method'],
  path: string,
  summary: string,
  schemas: { request?: z.ZodType<Body>; answer?: z.ZodType },
  run: (controlled: ControlledPhone, body: Body) => Promise<unknown>,
): Route {
  const { request = null, answer = null } = schemas;
  return { method, path, summary, request, answer, run: (controlled, body) => run(controlled, body as Body) };
}

const shownRequest = { request: shownSchema };

/** The operations on one phone. The handlers and the OpenAPI document are generated from it. */
export const ROUTES: readonly Route[] = [
  route(
    'POST',
    '/activate',
    'Activates: image, issuer, four connections, PIN',
    { ...shownRequest, answer: deviceSchema },
    async ({ phone }, body) => describeDevice(await phone.activate(shownOf(body))),
  ),
  route(
    'POST',
    '/link',
    'Activates up to the PIN',
    { ...shownRequest, answer: z.object({ instanceId: z.string() }) },
    async (controlled, body) => {
      controlled.linked = await controlled.phone.link(shownOf(body));
      return { instanceId: controlled.linked.instanceId };
    },
  ),
  route(
    'POST',
    '/pin',
    'Chooses the PIN, after link',
    { request: z.strictObject({ pin: pinSchema.optional() }), answer: deviceSchema },
    async ({ linked }, { pin }) => {
      if (!linked) throw new NotYet('out-of-order', 'link an activation first');
      return describeDevice(await linked.choosePin(pin));
    },
  ),
  route(
    'POST',
    '/offline/first',
    'Reads the first image of an activation without a network',
    { ...shownRequest, answer: z.object({ deviceCode: z.string() }) },
    async (controlled, body) => {
      controlled.offline = await controlled.phone.beginOffline(shownOf(body));
      return { deviceCode: controlled.offline.deviceCode };
    },
  ),
  route(
    'POST',
    '/offline/second',
    'Reads the second image',
    { ...shownRequest, answer: z.object({ signature: z.string() }) },
    async ({ phone, offline }, body) => {
      if (!offline) throw new NotYet('out-of-order', 'read the first image first');
      return { signature: await phone.finishOffline(offline, shownOf(body)) };
    },
  ),
  route('POST', '/notifications', 'Lets the gateway send requests, where that failed before', {}, ({ phone }) =>
    phone.turnNotificationsOn(),
  ),
  route(
    'GET',
    '/otp',
    'The one-time password of this moment',
    { answer: z.object({ oneTimePassword: z.string() }) },
    async ({ phone }) => ({
      oneTimePassword: await phone.otp(),
    }),
  ),
  route(
    'POST',
    '/scan',
    'Reads a sign-in image, and who asks',
    { ...shownRequest, answer: requestSchema },
    async ({ phone }, body) => describeLogin(await phone.scan(shownOf(body))),
  ),
  route(
    'POST',
    '/receive',
    'Waits for a request that is sent to the phone',
    { answer: requestSchema },
    async ({ phone }) => describeLogin(await phone.receive()),
  ),
  route(
    'POST',
    '/approve',
    'Confirms what was read or sent',
    { request: z.strictObject({ number: z.string().refine(isLoginNumber, 'has two digits') }) },
    ({ phone }, body) => phone.approve(body),
  ),
  route(
    'POST',
    '/decline',
    'Declines it',
    { request: z.strictObject({ reason: z.enum(['cancelled', 'not-me']) }) },
    ({ phone }, { reason }) => phone.decline(reason),
  ),
  route(
    'POST',
    '/faults',
    'Spoils the next call of a name, or all of them',
    { request: z.strictObject({ call: callNameSchema, fault: faultSchema, always: z.boolean().optional() }) },
    async ({ phone }, { call, fault, always }) => {
      const parsed = parseFault(fault);
      if (!parsed) throw new TypeError('the fault was checked before');
      phone[always ? 'always' : 'once'](call as PhoneCall, parsed);
    },
  ),
  route('DELETE', '/faults', 'Puts everything right again', {}, ({ phone }) => phone.heal()),
  route('GET', '/calls', 'The calls of the phone, in their order', { answer: z.array(callSchema) }, async ({ phone }) =>
    phone.calls().map(({ name, at, body, fault, status }) => ({ name, at: at.toISOString(), body, fault, status })),
  ),
];

function shownOf(body: z.infer<typeof shownSchema>): Shown {
  return 'png' in body ? Buffer.from(body.png, 'base64') : body.text;
}

function describeDevice({ instanceId, userId, domain, issuer }: Device): z.infer<typeof deviceSchema> {
  return { instanceId, userId, domain, issuer };
}

function describeLogin({ request }: PhoneLogin): z.infer<typeof requestSchema> {
  return request;
}
