import { defineAuditEvent } from '../define-audit-event';
import { text } from '../properties';
import { oneVoice } from '../voice';

const WEBHOOK = {
  facts: {
    serviceAccountId: text,
    webhookId: text,
    // Of its address; the rest may be a secret of the receiver’s.
    host: text,
  },
  example: { serviceAccountId: 'sva-00', webhookId: 'whk-00', host: 'hooks.bank.example' },
};

const itsHost = ({ host }: { host: string }) => ({ host });

const itsUrl = ({ url }: { url: string }) => ({ url });

/** Where service accounts are called, and where they may send people back to. */
export const WEBHOOK_EVENTS = [
  defineAuditEvent({
    type: 'webhook-added',
    ...WEBHOOK,
    name: 'Webhook added',
    sentence: oneVoice('Added the webhook at {host}', itsHost),
  }),
  defineAuditEvent({
    type: 'webhook-changed',
    ...WEBHOOK,
    name: 'Webhook changed',
    sentence: oneVoice('Changed the webhook at {host}', itsHost),
  }),
  defineAuditEvent({
    type: 'webhook-removed',
    ...WEBHOOK,
    name: 'Webhook deleted',
    sentence: oneVoice('Deleted the webhook at {host}', itsHost),
  }),
  defineAuditEvent({
    type: 'webhook-secret-rotated',
    ...WEBHOOK,
    name: 'Secret of a webhook rotated',
    sentence: oneVoice('Rotated the secret of the webhook at {host}', itsHost),
  }),
  defineAuditEvent({
    type: 'webhook-tested',
    ...WEBHOOK,
    name: 'Test event sent to a webhook',
    sentence: oneVoice('Sent a test event to the webhook at {host}', itsHost),
  }),
  defineAuditEvent({
    type: 'return-address-added',
    facts: { serviceAccountId: text, url: text, name: text },
    example: { serviceAccountId: 'sva-00', url: 'https://bank.example/back', name: 'Example Bank' },
    name: 'Return address of a service account registered',
    sentence: oneVoice('Registered the return address {url}', itsUrl),
  }),
  defineAuditEvent({
    type: 'return-address-removed',
    facts: { serviceAccountId: text, url: text },
    example: { serviceAccountId: 'sva-00', url: 'https://bank.example/back' },
    name: 'Return address of a service account removed',
    sentence: oneVoice('Removed the return address {url}', itsUrl),
  }),
] as const;
