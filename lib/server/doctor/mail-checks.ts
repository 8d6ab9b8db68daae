import type { MailServer } from '../../config/sections/mail-config';
import { DeliveryError, type DeliveryProblem } from '../../messaging/delivery-error';
import { tryMailServer } from '../../messaging/mail/smtp-mail-carrier';
import { failed, ok, type Check, type Finding } from './finding';

/** Checks the way to the mail server, up to its answer to name and password, without a mail. */
export function mailChecks(server: MailServer): Check[] {
  return [{ name: 'mail server', needs: null, run: () => serverFinding(server) }];
}

async function serverFinding(server: MailServer): Promise<Finding> {
  const place = `${server.host}:${server.port}`;
  try {
    await tryMailServer(server);
    return ok(`${place} answers${server.login ? ', and accepts the name and the password' : ''}`);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const fix = FIXES[error.code] ?? 'Look at its log.';
    return failed(`${place} is of no use (${error.message})`, fix);
  }
}

const FIXES: Partial<Record<DeliveryProblem, string>> = {
  unreachable: 'Correct SMTP_URL, or let this machine through the firewalls to that port.',
  timeout: 'Correct SMTP_URL, or let this machine through the firewalls to that port.',
  insecure:
    'Give it a certificate that is trusted and names its host, or name the authority in NODE_EXTRA_CA_CERTS; smtp:// needs STARTTLS, smtps:// TLS from the first byte.',
  'not-authorised': 'Correct the name and the password in SMTP_URL.',
};
