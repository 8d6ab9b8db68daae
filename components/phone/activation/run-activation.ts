import type { Connection, Linked } from '@/lib/phone/activation/activation-steps';
import type { FlowEvent } from '@/lib/phone/activation/activation-flow';
import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import type { PinChoice } from '@/lib/phone/keys/pin-steps';
import { completeActivation, storePendingActivation } from '@/lib/phone/activation/complete-activation';
import { makeConnection } from '@/lib/phone/activation/drive-activation';
import { pinSite } from '@/lib/phone/site/pin-site';
import { askToKeep } from '@/lib/shared/keeping';
import { nameOfThisDevice } from '@/components/site/devices/device-words';
import { refreshDetails } from '../accounts/device-details';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

/*
 * What the states of an activation do, and the event that each leads to. In a file of its own, which is loaded with the first
 * connection, so that the scan screen does not load the protocol's cryptography.
 */

/** Makes one of the first three connections. @throws GatewayFailure when the gateway fails */
export async function connect({ random }: Phone, connection: Connection, signal: AbortSignal): Promise<FlowEvent> {
  const description = await nameOfThisDevice();
  const result = await makeConnection(connection, { random, description, channel: { signal } });
  if (!result.ok) return { type: 'refused', failure: result.refusal };
  return { type: 'connected', next: result.value };
}

/** Keeps the activation before connection 4. @throws DOMException when the browser does not store it */
export async function prepare(
  phone: Phone,
  linked: Linked,
  choice: PinChoice,
  signal: AbortSignal,
): Promise<FlowEvent> {
  // Not awaited: a browser may ask its user.
  inBackground(askToKeep(window));
  const pending = await storePendingActivation(phone, linked, choice, new Date(), signal);
  return { type: 'prepared', pending };
}

/** Makes connection 4. @throws GatewayFailure when the gateway fails @throws DOMException as `prepare` */
export async function activate(
  phone: Phone,
  { pending, instanceKey, isRepeated }: Extract<ActivationFlow, { state: 'activating' }>,
): Promise<FlowEvent> {
  const completed = await completeActivation(phone, pending, { isRepeated, instanceKey });
  if (!completed.ok) return { type: 'refused', failure: completed.refusal };
  const { instanceId } = completed.value;
  // Before success is shown, so that the next image is already judged by the pinned keys, and the screen names the device.
  await Promise.all([
    pinSite({ origin: window.location.origin, pins: phone.pins }),
    instanceKey && refreshDetails(phone, instanceId, instanceKey),
  ]);
  const named = await phone.store.find(instanceId);
  const account = named?.state === 'usable' ? named : completed.value;
  return { type: 'activated', account, instanceKey, mosaic: pending.mosaic ?? null };
}
