import { z } from 'zod';
import { services } from '@/lib/server/composition/compose';
import { listGhosts, lockGhost } from '@/lib/devices/marks/ghosts';
import { markDevice, unmarkDevices } from '@/lib/devices/marks/mark-device';
import { bytesFromHex } from '@/lib/shared/bytes';
import { MARKS_AT_ONCE } from '@/lib/shared/codes/device-marks';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { readJson } from '@/lib/server/web/answers/read-json';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { deviceMarksCookie } from '@/lib/server/web/sessions/browser-secret-cookie';

const MAXIMUM_BYTES = 2_048;

/** Said, because an app must not take what a proxy answers for this. */
const DONE = { done: true };

const instanceId = z.string().min(1).max(64);

const questionSchema = z.union([
  z.strictObject({ list: z.literal(true) }),
  z.strictObject({ mark: instanceId, message: z.string().regex(/^(?:[0-9a-f]{2}){29,128}$/) }),
  z.strictObject({ unmark: z.array(instanceId).min(1).max(MARKS_AT_ONCE) }),
  z.strictObject({ lock: z.string().regex(/^[0-9a-f]{32}$/) }),
]);

/**
 * What the app in a browser asks of the devices that were activated there: to remember one, which proves its key; to forget
 * some; which are gone from the browser; to lock one of these. A browser without the cookie, or with another's idea of one,
 * has none.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, questionSchema, MAXIMUM_BYTES);
  if (!body.ok) return uncachedRefusal(400);
  const question = body.value;
  const secret = await deviceMarksCookie.read();
  if ('mark' in question) return mark(question.mark, question.message, secret);
  if (secret === null) return 'list' in question ? uncachedJson({ ghosts: [] }) : uncachedRefusal(404);
  const { deviceMarks } = await services();
  if ('unmark' in question) {
    await unmarkDevices(deviceMarks, secret, question.unmark);
    return uncachedJson(DONE);
  }
  if ('lock' in question) return lock(question.lock, secret);
  const origin = await requestOrigin();
  // Nothing is said of a device of which the gateway says nothing.
  const ghosts = await withGatewayFallback(null, () => listGhosts(deviceMarks, secret, origin));
  if (ghosts?.ok === false) return uncachedRefusal(429);
  return uncachedJson({ ghosts: ghosts?.value ?? [] });
}

async function mark(device: string, message: string, secret: BrowserSecret | null): Promise<Response> {
  const { deviceMarks, embeddedGateway } = await services();
  if (!(await embeddedGateway?.provesMark(device, bytesFromHex(message)))) return uncachedRefusal(404);
  const marked = await markDevice(deviceMarks, device, secret);
  if (!marked.ok) return uncachedRefusal(429);
  await deviceMarksCookie.write(marked.value);
  return uncachedJson(DONE);
}

async function lock(ghostId: string, secret: BrowserSecret): Promise<Response> {
  const { deviceMarks } = await services();
  const origin = await requestOrigin();
  const locked = await withGatewayFallback(null, () => lockGhost(deviceMarks, secret, ghostId, origin));
  // The hold stands, and the lock follows.
  if (locked === null || locked.ok) return uncachedJson(DONE);
  return uncachedRefusal(locked.refusal === 'not-found' ? 404 : 429);
}
