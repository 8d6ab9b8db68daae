import type { User } from '@/lib/accounts/users/user';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';

/** A new user with one active device. */
export async function activatedUser(world: FakeHelpdesk): Promise<{ jane: User; instanceId: string }> {
  const jane = await world.newcomer();
  const { instanceId } = await world.activate(jane);
  return { jane, instanceId };
}
