import type { Message } from '@/lib/shared/language/t';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { freezeEverything, type KeyedDevice } from '@/lib/phone/device-details';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Random } from '@/lib/shared/random';

/** What a try to freeze came to. `unclear` is refused after a try whose answer was lost, which may have frozen. */
export type FreezeOutcome = 'frozen' | 'refused' | 'unanswered' | 'unclear';

export const FREEZE_WORDS = {
  frozen: {
    title: phoneAppNames.frozen,
    lead: 'Nobody can sign in as you now, with this phone neither. Call the helpdesk when you want to go on: they check that it’s you, and two of them decide.',
  },
  refused: {
    title: 'Nothing was frozen',
    lead: 'The website refused: this phone may be locked or removed there. Freeze everything in your profile on the website, or tell the helpdesk.',
  },
  unanswered: {
    title: 'No answer yet',
    lead: 'It may not be frozen. Check that this phone is online and try again, or tell the helpdesk.',
  },
  unclear: {
    title: 'Everything may be frozen',
    lead: 'The website refuses this phone now, as it does once everything is frozen, and its first answer was lost. Call the helpdesk: they can see whether it is, and lock your devices.',
  },
} as const satisfies Record<FreezeOutcome, { title: Message; lead: Message }>;

/** One try to freeze everything. @param wasUnanswered whether an earlier try got no answer */
export async function tryToFreeze(
  gateway: Promise<GatewayAddress>,
  device: KeyedDevice,
  random: Random,
  wasUnanswered: boolean,
): Promise<FreezeOutcome> {
  try {
    const frozen = await freezeEverything(await gateway, device, random);
    return frozen.ok ? 'frozen' : wasUnanswered ? 'unclear' : 'refused';
  } catch (error) {
    if (error instanceof GatewayFailure) return 'unanswered';
    throw error;
  }
}
