import type { User } from '../../accounts/users/user';
import type { MailContent } from '../../messaging/mail-content';
import type { NewMail, NewMessage } from '../../messaging/new-message';
import type { SendPorts } from '../helpdesk-ports';
import { send, type AwaitingApproval, type Live } from './invitation';
import { generateLinkToken, type LinkToken } from './invitation-link';
import { formatLetterCode, generateLetterCode, linkTokenOf, type LetterCode } from './letter-code';
import { formatSecondCode, generateSecondCode, secondCodeHash, type SecondCode } from '../read-out/second-code';
import { invitationEvent } from '../webhook-events';

export type SendObstacle = 'no-mail-address' | 'letter-not-possible';

/** Why an invitation cannot reach the user; null if it can. */
export function findSendObstacle(
  { settings }: Pick<SendPorts, 'settings'>,
  user: Pick<User, 'mailAddresses'>,
  delivery: Live['delivery'],
): SendObstacle | null {
  if (user.mailAddresses.length === 0) return 'no-mail-address';
  return delivery === 'letter' && settings.printAddress === null ? 'letter-not-possible' : null;
}

/**
 * Makes a live invitation with its secrets, of which it keeps the hashes, and the messages that carry them. The caller
 * stores both.
 * @param approvedBy null if no approval was needed
 */
export async function sendInvitation(
  ports: SendPorts,
  invitation: AwaitingApproval,
  user: User,
  approvedBy: string | null,
): Promise<{ live: Live; messages: NewMessage[] }> {
  const { random, sha256, clock } = ports;
  const letter =
    invitation.delivery === 'letter' ? { typed: generateLetterCode(random), code: generateSecondCode(random) } : null;
  const token = letter ? await linkTokenOf(letter.typed) : generateLinkToken(random);
  const tokenHash = await sha256(token);
  const codeHash = letter && (await secondCodeHash(token, letter.code, sha256));
  const now = clock.now();
  const live = send(invitation, { tokenHash, codeHash }, approvedBy, now);
  return {
    live,
    messages: [...mailsOf(ports, live, user, token, letter), invitationEvent('invitation-created', live, now)],
  };
}

/**
 * Link and second code never travel by the same channel.
 * @param letter the codes of an invitation by letter; null for another
 */
function mailsOf(
  { settings }: SendPorts,
  live: Live,
  user: User,
  token: LinkToken,
  letter: { typed: LetterCode; code: SecondCode } | null,
): NewMail[] {
  const { displayName, userId, language, timeZone } = user;
  const greeting = { displayName, userId, validUntil: live.endsAt };
  const invitationLink = `${settings.publicUrl}/invitation#${token}`;
  const mail = (to: NewMail['to'] | null | undefined, content: MailContent): NewMail[] =>
    to ? [{ channel: 'mail', to, language, timeZone, content, about: live.id, expiresAt: live.endsAt }] : [];
  const [own] = user.mailAddresses;
  if (letter) {
    const typed = { code: formatLetterCode(letter.typed), codeUrl: `${settings.publicUrl}/invitation/code` };
    return [
      ...mail(settings.printAddress, { ...greeting, ...typed, kind: 'invitation-letter', invitationLink }),
      ...mail(own, { ...greeting, kind: 'invitation-code', code: formatSecondCode(letter.code) }),
    ];
  }
  const proof = live.delivery === 'phone' ? 'read-out' : 'password';
  return mail(own, { ...greeting, kind: 'invitation', invitationLink, proof });
}
