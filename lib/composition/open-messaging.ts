import type { Config } from '../config/config';
import type { AuditAppender } from '../database/side-effects/append-audit-records';
import { type AppendMessages, messageAppender } from '../database/side-effects/append-messages';
import { type PersistSideEffects, sideEffectPersister } from '../database/side-effects/persist-side-effects';
import { PrismaWebhookStore } from '../database/tables/messaging/prisma-webhook-store';
import { PrismaOutbox } from '../database/tables/messaging/prisma-outbox';
import type { Carriers, MessagingPorts } from '../messaging/carrier';
import type { ManagedWebhookStore } from '../messaging/managed-webhook';
import { FileMailCarrier } from '../messaging/mail/file-mail-carrier';
import { SmtpMailCarrier } from '../messaging/mail/smtp-mail-carrier';
import { HttpWebhookCarrier } from '../messaging/webhooks/http-webhook-carrier';
import { systemRandom } from '../shared/random';
import type { Clock } from '../shared/time/clock';
import type { Installation } from './installation';

type OpenedMessages = Omit<MessagingPorts, 'carriers'> & {
  outbox: PrismaOutbox;
  carriers: Omit<Carriers, 'notice'>;
  append: AppendMessages;
  persist: PersistSideEffects;
  webhooks: ManagedWebhookStore;
};

/**
 * The outbox and its carriers, without that of notices. `persist` writes audit events and messages in the transaction of
 * the caller's change.
 */
export function openMessaging(
  { config, database, keyRing, clock }: Pick<Installation, 'config' | 'database' | 'keyRing' | 'clock'>,
  appender: AuditAppender,
): OpenedMessages {
  const webhookUrls = Array.from(config.webhooks, ({ url }) => url);
  const append = messageAppender(keyRing, systemRandom, webhookUrls);
  const persist = sideEffectPersister(append, clock, appender);
  const webhooks = new PrismaWebhookStore(database.client, keyRing, persist);
  return {
    webhooks,
    append,
    outbox: new PrismaOutbox(database, keyRing, clock, appender),
    persist,
    carriers: carriers(config, clock, webhooks),
    clock,
    random: systemRandom,
  };
}

function carriers(
  { mail, webhooks, webhookNetworks, publicUrl, timeZone, helpdesk }: Config,
  clock: Clock,
  managed: ManagedWebhookStore,
): OpenedMessages['carriers'] {
  const settings = { from: mail.from, site: publicUrl, links: mail.links, timeZone, contact: helpdesk.contact };
  return {
    mail: mail.server ? new SmtpMailCarrier(mail.server, settings) : new FileMailCarrier(mail.folder, settings),
    webhook: new HttpWebhookCarrier(webhooks, clock, undefined, {
      webhooks: managed,
      guard: { allowed: webhookNetworks },
    }),
  };
}
