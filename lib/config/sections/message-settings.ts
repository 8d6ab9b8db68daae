import { PUSH_HOSTS } from '../../shared/push-hosts';
import { onOrOff } from '../environment/kinds';
import { setting, type Section } from '../environment/setting';
import { mailSenderSchema, mailServerSchema } from './mail-config';
import { pushHostsSchema } from './push-config';
import { webhookNetworksSchema, webhookSecretsSchema, webhookUrlsSchema } from './webhook-config';

export const MESSAGES = {
  title: 'Mails, webhooks and notifications',
  note: 'Without a mail server, mails are files in .data/outbox.',
  settings: {
    SMTP_URL: setting(mailServerSchema, {
      unset: 'none',
      meaning:
        '`smtp://user:password@host:587` (STARTTLS or nothing is sent, except to this machine) or `smtps://…`; without it mails are files in the data directory',
      example: 'smtp://tessera:secret@mail.example.org:587',
    }),
    MAIL_FROM: setting(mailSenderSchema, {
      unset: 'none',
      meaning: 'sender, `address` or `Name <address>`; needed with `SMTP_URL`',
      shown: ({ name, address }) => `${name} <${address}>`,
      example: 'Tessera <no-reply@example.org>',
    }),
    TESSERA_MAIL_LINKS: setting(onOrOff(), {
      default: 1,
      meaning:
        '`0`: no mail contains a link, so that people learn to follow none; instead an address to type and, where one is needed, a code',
      shown: String,
    }),
    WEBHOOK_URLS: setting(webhookUrlsSchema, {
      unset: 'none',
      meaning: 'different https addresses, separated by commas',
      example: 'https://hooks.example.org/tessera',
    }),
    WEBHOOK_SECRETS: setting(webhookSecretsSchema, {
      unset: 'none',
      meaning: 'one for each address, separated by commas, 32 characters or more each',
      example: '',
    }),
    TESSERA_WEBHOOK_NETWORKS: setting(webhookNetworksSchema, {
      unset: 'none',
      meaning:
        'networks such as `10.1.0.0/16`, separated by commas, that webhooks which systems make by the API may lead into; without it into the Internet alone',
    }),
    TESSERA_PUSH_HOSTS: setting(pushHostsSchema, {
      default: PUSH_HOSTS,
      meaning:
        'hosts of the push services that phones of the embedded gateway may be reached by, separated by commas; `*.` stands for all below. `none`: phones hear of requests only while their app is open. One of this machine may have a port, and be called by http: for tests',
      shown: (hosts) => hosts.join(', ') || 'none',
    }),
  },
} satisfies Section;
