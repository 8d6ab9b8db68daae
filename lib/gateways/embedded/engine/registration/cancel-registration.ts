import { findLiveRegistration } from './find-live-registration';
import type { GatewayContext } from '../gateway-context';

/** A phone moves at most this many steps while it is being cancelled. */
const ATTEMPTS = 5;

/** Ends a live registration; does nothing when it has ended or is unknown. */
export async function cancelRegistration(context: GatewayContext, identifier: string): Promise<void> {
  const { store, clock } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findLiveRegistration(context, identifier);
    if (!found) return;
    if (await store.endRegistration(identifier, found.registration.version, 'cancelled', clock.now())) return;
  }
  throw new Error('the registration kept changing while it was cancelled');
}
