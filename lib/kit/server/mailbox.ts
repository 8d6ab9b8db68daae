import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../poll';
import type { Server } from './server';

/** The mails that a server without a mail server has written for somebody, as texts, the oldest first. */
export function mailsFor(server: Server, address: string): string[] {
  const folder = join(server.dataDirectory, 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => new RegExp(`^To: .*${address.replaceAll('.', String.raw`\.`)}`, 'm').test(mail))
    .map((mail) => mail.replaceAll('=\n', '').replaceAll('=3D', '='));
}

/** Waits for the invitation's mail, and takes the link from the newest. @param after links that are known already */
export async function invitationLink(server: Server, address: string, after: readonly string[] = []): Promise<string> {
  let link: string | undefined;
  await poll(`a mail with an invitation for ${address}`, async () => {
    const links = mailsFor(server, address).flatMap((mail) => mail.match(/https?:\S+\/invitation#[\w-]+/g) ?? []);
    link = links.findLast((found) => !after.includes(found));
    return link !== undefined;
  });
  if (link === undefined) throw new Error('poll ended without a link');
  return link;
}
