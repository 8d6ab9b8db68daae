import { GatewayError } from '../activation/gateway-error';
import { lockAndHold } from '../authenticators/lock-and-hold';
import { locked, type DisownedNotice } from './device-notice';
import type { HelpdeskPorts } from './helpdesk-ports';

/** Locks a device that was disowned, and notes it. A gateway that cannot be reached is asked again by the next round. */
export async function lockDisowned(
  ports: Pick<HelpdeskPorts, 'directory' | 'holds' | 'notices' | 'clock'>,
  notice: DisownedNotice,
): Promise<void> {
  const { instanceId, activationId, userId, domain } = notice;
  try {
    // One that is gone already is as good as locked.
    await lockAndHold(ports, instanceId);
  } catch (error) {
    if (error instanceof GatewayError) return;
    throw error;
  }
  const about = { subject: { userId, domain }, correlationId: activationId, address: null };
  const event = {
    type: 'disowned-device-locked',
    instanceId,
    activationId,
    actor: { kind: 'system' },
    ...about,
  } as const;
  // Another process may have been as fast, and has noted it then.
  await ports.notices.save(locked(notice), { events: [event], messages: [] });
}
