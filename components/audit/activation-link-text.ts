import { t, type PlainMessage } from '@/lib/language/t';
import type { ActivationLinkFact } from '@/lib/audit/facts/activation-link-facts';
import { tell, type Voice } from './voice';

/** What happened to a link by which another site sends a person here and back. */
export function activationLinkText(event: ActivationLinkFact, voice: Voice): string {
  switch (event.type) {
    case 'activation-link-made':
      return tell(
        [
          'Another site was to send you here to activate a device',
          'Another site was to send them here to activate a device',
        ],
        voice,
      );
    case 'activation-link-opened':
      return tell(
        ['You came from another site to activate a device', 'Came from another site to activate a device'],
        voice,
      );
    case 'activation-link-refused':
      return t('An activation link was refused: {reason}', { reason: t(REFUSED[event.reason]) });
    case 'activation-link-returned': {
      const outcome = t(OUTCOMES[event.outcome]);
      return voice.isOwner
        ? t('You went back to the other site: {outcome}', { outcome })
        : t('Went back to the other site: {outcome}', { outcome });
    }
  }
}

const REFUSED: Record<Extract<ActivationLinkFact, { type: 'activation-link-refused' }>['reason'], PlainMessage> = {
  'other-user': 'somebody else was signed in',
  used: 'it had been used',
  expired: 'it had expired',
  'not-connected': 'its site is not connected any more',
};

const OUTCOMES: Record<Extract<ActivationLinkFact, { type: 'activation-link-returned' }>['outcome'], PlainMessage> = {
  activated: 'device activated',
  pending: 'activation under way',
  cancelled: 'activation cancelled',
  expired: 'activation expired',
  failed: 'activation failed',
  'not-started': 'nothing started',
};
