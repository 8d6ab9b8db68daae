import type { User } from '../../accounts/users/user';
import type { MailContent } from '../../messaging/mail-content';
import { makeMailLink } from '../../messaging/mail-link';
import { mailTo, type NewMail, type NewMessage } from '../../messaging/new-message';
import type { SendPorts } from './invitation-ports';
import { send, type AwaitingApproval, type Live } from './invitation';
import { formatLetterCode, generateLetterCode, tokenOfCode, type LetterCode } from '../../shared/codes/letter-code';
import { formatSecondCode, generateSecondCode, secondCodeHash, type SecondCode } from './read-out/second-code';
import { invitationEvent } from './invitation-event';
import { sha256OfText } from '../../shared/bytes';

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
  const { random, clock } = ports;
  const letter =
    invitation.delivery === 'letter' ? { typed: generateLetterCode(random), code: generateSecondCode(random) } : null;
  const link = letter ? await pictureLink(ports, letter.typed) : await makeMailLink(ports, '/invitation');
  const tokenHash = await sha256OfText(link.token);
  const codeHash = letter && (await secondCodeHash(link.token, letter.code));
  const now = clock.now();
  const live = send(invitation, { tokenHash, codeHash }, approvedBy, now);
  return {
    live,
    messages: [...mailsOf(ports, live, user, link.url, letter), invitationEvent('invitation-created', live, now)],
  };
}

/** The link that the picture of a letter says. A letter is read on paper, so that it may contain one. */
async function pictureLink({ settings }: SendPorts, input: LetterCode): Promise<{ token: string; url: string }> {
  const token = await tokenOfCode(input);
  return { token, url: `${settings.publicUrl}/invitation#${token}` };
}

/**
 * Link and second code never travel by the same channel.
 * @param letter the codes of an invitation by letter; null for another
 */
function mailsOf(
  { settings }: SendPorts,
  live: Live,
  user: User,
  invitationLink: string,
  letter: { typed: LetterCode; code: SecondCode } | null,
): NewMail[] {
  const { displayName, userId } = user;
  const greeting = { displayName, userId, validUntil: live.endsAt };
  const mail = (to: NewMail['to'] | null | undefined, content: MailContent): NewMail[] =>
    to ? [mailTo(to, user, content, live.id)] : [];
  const [own] = user.mailAddresses;
  if (letter) {
    const input = { code: formatLetterCode(letter.typed), codeUrl: `${settings.publicUrl}/invitation/code` };
    return [
      ...mail(settings.printAddress, { ...greeting, ...input, kind: 'invitation-letter', invitationLink }),
      ...mail(own, { ...greeting, kind: 'invitation-code', code: formatSecondCode(letter.code) }),
    ];
  }
  const proof = live.delivery === 'phone' ? 'read-out' : 'password';
  return mail(own, { ...greeting, kind: 'invitation', invitationLink, proof, site: new URL(invitationLink).host });
}
