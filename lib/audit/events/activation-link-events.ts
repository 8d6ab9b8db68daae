import { t, type PlainMessage } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { nullable, text, word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices } from '../voice';

/** Why an activation link was not followed. */
export const ACTIVATION_LINK_REFUSALS = words('refused activation link', [
  'other-user',
  'used',
  'expired',
  'not-connected',
]);

/** What came of an activation, as the site that asked for it reads. */
export const LINK_OUTCOMES = words('outcome of an activation link', [
  'activated',
  'pending',
  'cancelled',
  'expired',
  'failed',
  'not-started',
]);

const REFUSED: Record<WordOf<typeof ACTIVATION_LINK_REFUSALS>, PlainMessage> = {
  'other-user': 'somebody else was signed in',
  used: 'it had been used',
  expired: 'it had expired',
  'not-connected': 'its site is not connected any more',
};

const OUTCOMES: Record<WordOf<typeof LINK_OUTCOMES>, PlainMessage> = {
  activated: 'device activated',
  pending: 'activation under way',
  cancelled: 'activation cancelled',
  expired: 'activation expired',
  failed: 'activation failed',
  'not-started': 'nothing started',
};

const LINK = {
  facts: { linkId: text, serviceAccountId: text },
  example: { linkId: 'lnk-00', serviceAccountId: 'sva-00' },
};

/** Links by which other sites send a person here and back. The subject is that person, whoever acts. */
export const ACTIVATION_LINK_EVENTS = [
  defineAuditEvent({
    type: 'activation-link-made',
    facts: {
      ...LINK.facts,
      // The registered address that the person comes back to.
      returnUrl: text,
    },
    example: { linkId: 'lnk-00', serviceAccountId: 'sva-00', returnUrl: 'https://bank.example/back' },
    name: 'Activation link made',
    sentence: twoVoices(
      'Another site was to send you here to activate a device',
      'Another site was to send them here to activate a device',
    ),
  }),
  defineAuditEvent({
    type: 'activation-link-opened',
    ...LINK,
    name: 'Activation link opened',
    sentence: twoVoices(
      'You came from another site to activate a device',
      'Came from another site to activate a device',
    ),
  }),
  defineAuditEvent({
    type: 'activation-link-refused',
    facts: { ...LINK.facts, reason: word(ACTIVATION_LINK_REFUSALS) },
    example: { linkId: 'lnk-00', serviceAccountId: 'sva-00', reason: 'other-user' },
    name: 'Activation link refused',
    sentence: oneVoice('An activation link was refused: {reason}', ({ reason }) => ({ reason: t(REFUSED[reason]) })),
  }),
  defineAuditEvent({
    type: 'activation-link-returned',
    facts: {
      ...LINK.facts,
      outcome: word(LINK_OUTCOMES),
      // Null if none was started.
      activationId: nullable(text),
    },
    example: { linkId: 'lnk-00', serviceAccountId: 'sva-00', outcome: 'activated', activationId: 'act-00' },
    name: 'Sent back from an activation link',
    sentence: twoVoices(
      'You went back to the other site: {outcome}',
      'Went back to the other site: {outcome}',
      ({ outcome }) => ({ outcome: t(OUTCOMES[outcome]) }),
    ),
  }),
] as const;
