import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../poll';
import { readMail, type Mail } from './read-mail';
import type { Server } from './server';

/** What a server without a mail server has written, as it would be sent, the oldest first. */
function sourcesOf({ dataDirectory }: Server): string[] {
  const folder = join(dataDirectory, 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function sourcesFor(server: Server, address: string): string[] {
  const toAddress = new RegExp(`^To: .*${address.replaceAll('.', String.raw`\.`)}`, 'm');
  return sourcesOf(server).filter((mail) => toAddress.test(mail));
}

/** The mails for somebody as texts, the oldest first. */
export function mailsFor(server: Server, address: string): string[] {
  return sourcesFor(server, address).map((mail) => mail.replaceAll('=\n', '').replaceAll('=3D', '='));
}

/** @returns them read, the oldest first */
export function listMails(server: Server, address: string): Mail[] {
  return sourcesFor(server, address).map(readMail);
}

/** Everybody's, the oldest first. */
export function listAllMails(server: Server): Mail[] {
  return sourcesOf(server).map(readMail);
}

/** Waits for the invitation's mail, and takes the link from the newest. @param after links that are known already */
export async function invitationLink(
  server: Server,
  address: string,
  after: readonly string[] = [],
  patienceMs?: number,
): Promise<string> {
  let link: string | undefined;
  const isThere = async () => {
    const links = mailsFor(server, address).flatMap((mail) => mail.match(/https?:\S+\/invitation#[\w-]+/g) ?? []);
    link = links.findLast((match) => !after.includes(match));
    return link !== undefined;
  };
  await poll(`a mail with an invitation for ${address}`, isThere, patienceMs);
  if (link === undefined) throw new Error('poll ended without a link');
  return link;
}
