import { poll } from '@/lib/kit/poll';
import { mailsFor } from '@/lib/kit/server/mailbox';
import type { Server } from '@/lib/kit/server/server';

/** Waits for a mail with this subject, and takes the code from it. */
export async function codeFrom(server: Server, userId: string, subject: string): Promise<string> {
  let code: string | undefined;
  await poll(`a mail “${subject}”`, async () => {
    const mail = mailsFor(server, userId).findLast((text) => text.includes(`Subject: ${subject}`));
    code = /Code: (\w{4}-\w{4})/.exec(mail ?? '')?.[1];
    return code !== undefined;
  });
  return code ?? '';
}
