import type { ActivationLinkFact } from '@/lib/audit/facts/activation-link-facts';
import type { Voice } from './voice';

/** What happened to a link by which another site sends a person here and back. */
export function activationLinkText(event: ActivationLinkFact, { did, you }: Voice): string {
  switch (event.type) {
    case 'activation-link-made':
      return `Another site was to send ${you} here to activate a device`;
    case 'activation-link-opened':
      return did('came from another site to activate a device');
    case 'activation-link-refused':
      return `An activation link was refused: ${REFUSED[event.reason]}`;
    case 'activation-link-returned':
      return `${did('went back to the other site')}: ${OUTCOMES[event.outcome]}`;
  }
}

const REFUSED: Record<Extract<ActivationLinkFact, { type: 'activation-link-refused' }>['reason'], string> = {
  'other-user': 'somebody else was signed in',
  used: 'it had been used',
  expired: 'it had expired',
  'not-connected': 'its site is not connected any more',
};

const OUTCOMES: Record<Extract<ActivationLinkFact, { type: 'activation-link-returned' }>['outcome'], string> = {
  activated: 'device activated',
  pending: 'activation under way',
  cancelled: 'activation cancelled',
  expired: 'activation expired',
  failed: 'activation failed',
  'not-started': 'nothing started',
};
