import type { Config } from '../../config/config';
import type { AuditAppender } from '../../database/side-effects/append-audit-records';
import { type AppendMessages, messageAppender } from '../../database/side-effects/append-messages';
import { type PersistSideEffects, sideEffectPersister } from '../../database/side-effects/persist-side-effects';
import { PrismaWebhookStore } from '../../database/tables/messaging/prisma-webhook-store';
import { PrismaOutbox } from '../../database/tables/messaging/prisma-outbox';
import type { Carriers, MailTrial, MessagingPorts } from '../../messaging/carrier';
import type { ManagedWebhookStore } from '../../messaging/managed-webhook';
import { FileMailCarrier } from '../../messaging/mail/file-mail-carrier';
import type { MailBrand, MailSettings } from '../../messaging/mail/mail-body';
import { SmtpMailCarrier } from '../../messaging/mail/smtp-mail-carrier';
import { HttpWebhookCarrier } from '../../messaging/webhooks/http-webhook-carrier';
import type { OrganisationLook } from '../../shared/organisation-look';
import { systemRandom } from '../../shared/random';
import type { LiveOrganisation } from '../../messaging/organisation/live-organisation';
import { paletteOf } from '../../messaging/organisation/palette';
import type { Clock } from '../../shared/time/clock';
import type { Installation } from './installation';
import { liveOrganisation } from './open-organisation';
import { alertsPhones } from './open-phone-alerts';

type OpenedMessages = Omit<MessagingPorts, 'carriers'> & {
  outbox: PrismaOutbox;
  carriers: Pick<Carriers, 'webhook'> & { mail: Carriers['mail'] & MailTrial };
  append: AppendMessages;
  persist: PersistSideEffects;
  webhooks: ManagedWebhookStore;
};

/**
 * The outbox and the carriers of mails and webhooks. `persist` writes audit events and messages in the transaction of
 * the caller's change.
 * @param live left out by programs, which send nothing
 */
export function openMessaging(
  { config, database, keyRing, clock }: Pick<Installation, 'config' | 'database' | 'keyRing' | 'clock'>,
  appender: AuditAppender,
  live: Pick<LiveOrganisation, 'look'> = liveOrganisation({ config, database }),
): OpenedMessages {
  const webhookUrls = Array.from(config.webhooks, ({ url }) => url);
  const append = messageAppender(keyRing, systemRandom, webhookUrls, alertsPhones(config));
  const persist = sideEffectPersister(append, clock, appender);
  const webhooks = new PrismaWebhookStore(database.client, keyRing, persist);
  return {
    webhooks,
    append,
    outbox: new PrismaOutbox(database, keyRing, clock, appender),
    persist,
    carriers: carriers(config, clock, webhooks, live),
    clock,
    random: systemRandom,
  };
}

function carriers(
  { mail, webhooks, webhookNetworks, publicUrl, timeZone }: Config,
  clock: Clock,
  managed: ManagedWebhookStore,
  live: Pick<LiveOrganisation, 'look'>,
): OpenedMessages['carriers'] {
  const settings: MailSettings = {
    from: mail.from,
    site: publicUrl,
    links: mail.links,
    timeZone,
    // Read for each mail, because administrators change it while the site runs.
    get contact() {
      return live.look().contact;
    },
    get brand() {
      return brandOf(live.look());
    },
  };
  return {
    mail: mail.server ? new SmtpMailCarrier(mail.server, settings) : new FileMailCarrier(mail.folder, settings),
    webhook: new HttpWebhookCarrier(webhooks, clock, undefined, {
      webhooks: managed,
      guard: { allowed: webhookNetworks },
    }),
  };
}

/** The product's own where nobody has said anything. */
function brandOf({ name, isNamed, colours }: OrganisationLook): MailBrand {
  const palettes = colours && { light: paletteOf('light', colours.light), dark: paletteOf('dark', colours.dark) };
  return {
    name: isNamed ? name : null,
    colours: palettes && {
      accent: [palettes.light.accent, palettes.dark.accent],
      onAccent: [palettes.light.onAccent, palettes.dark.onAccent],
    },
  };
}
