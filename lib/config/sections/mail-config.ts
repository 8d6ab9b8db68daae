import { z } from 'zod';
import { parseMailAddress, type MailAddress } from '../../shared/mail-address';
import { withoutBrackets } from '../host-in-url';
import { isLoopbackHost } from '../../shared/loopback-host';

export type MailServer = {
  host: string;
  port: number;
  /** `implicit` from the first byte, `required` by STARTTLS before any command, `none` on this machine only. */
  encryption: 'implicit' | 'required' | 'none';
  login: { user: string; password: string } | null;
};

/** Sender of mails. @property name empty for none */
export type MailSender = { name: string; address: MailAddress };

const SMTP_WORDS = 'needs smtp://[user:password@]host[:port], or smtps:// for encryption from the first byte';

export const mailServerSchema = z.string().transform((text, context): MailServer => {
  const server = readMailServer(text);
  if (!server) context.addIssue({ code: 'custom', message: SMTP_WORDS });
  return server ?? z.NEVER;
});

export const mailAddressSchema = z.string().transform((text, context): MailAddress => {
  const address = parseMailAddress(text);
  if (!address) context.addIssue({ code: 'custom', message: 'needs address@host' });
  return address ?? z.NEVER;
});

export const mailSenderSchema = z.string().transform((text, context): MailSender => {
  const sender = readMailSender(text);
  if (!sender) context.addIssue({ code: 'custom', message: 'needs address@host or Name <address@host>' });
  return sender ?? z.NEVER;
});

function readMailServer(text: string): MailServer | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isImplicit = url?.protocol === 'smtps:';
  if (!url || !(isImplicit || url.protocol === 'smtp:') || url.hostname === '') return null;
  // Other parts are refused, above all those that would turn checks off.
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const login = readLogin(url);
  if (login === undefined) return null;
  const hostname = url.hostname.toLowerCase();
  return {
    host: withoutBrackets(hostname),
    // RFC 8314 §3.3 and RFC 6409 §3.1: submission with implicit encryption, and without.
    port: url.port === '' ? (isImplicit ? 465 : 587) : Number(url.port),
    encryption: isImplicit ? 'implicit' : isLoopbackHost(hostname) ? 'none' : 'required',
    login,
  };
}

/** @returns null without a login, undefined when it is malformed */
function readLogin({ username, password }: URL): MailServer['login'] | undefined {
  if (username === '') return null;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function readMailSender(text: string): MailSender | null {
  const [, name = '', inBrackets] = /^\s*([^<>"\p{C}]*?)\s*<([^<>]*)>\s*$/u.exec(text) ?? [];
  const address = parseMailAddress(inBrackets ?? text);
  return address === null ? null : { name, address };
}
