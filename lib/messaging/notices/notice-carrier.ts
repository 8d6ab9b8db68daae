import type { User } from '../../accounts/users/user';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Carrier } from '../carrier';
import type { NoticeDelivery } from '../delivery';
import { mailsTo, type MessageId, type NewMail } from '../new-message';
import { sha256OfText } from '../../shared/bytes';

/** What a notice needs to become mails. */
export type NoticePorts = {
  findUser(user: UserKey): Promise<User | null>;
  /** The name of a user's device; null if it is not known. */
  nameDevice(user: UserKey, instanceId: string): Promise<string | null>;
  /** Appends mails to the outbox, all or none. A mail whose identifier is there already is not appended again. */
  append(mails: (NewMail & { id: MessageId })[]): Promise<void>;
  /** Of this site, without a slash at the end. */
  publicUrl: string;
};

/**
 * "Delivers" a notice by writing a mail to each address. The mails' identifiers come from the notice's, so that a process
 * that dies in between tells nobody twice.
 */
export class NoticeCarrier implements Carrier<NoticeDelivery> {
  readonly #ports: NoticePorts;

  constructor(ports: NoticePorts) {
    this.#ports = ports;
  }

  async deliver({ id, user: key, alsoTo, notice }: NoticeDelivery): Promise<void> {
    const ports = this.#ports;
    const user = await ports.findUser(key);
    if (!user) return;
    const { instanceId, ...noticeFields } = notice;
    const name = notice.name ?? (instanceId && ((await ports.nameDevice(user, instanceId)) ?? instanceId));
    const { userId, displayName } = user;
    const { notMeUrl = `${ports.publicUrl}/profile/not-me`, reference = null } = notice;
    const content = {
      kind: 'account-notice',
      displayName,
      userId,
      ...noticeFields,
      name,
      reference,
      notMeUrl,
    } as const;
    const mailAddresses = [...new Set([...user.mailAddresses, ...alsoTo])];
    const mails = mailsTo({ ...user, mailAddresses }, content, id).map(async (mail) => {
      const hash = await sha256OfText(`${id} ${mail.to}`);
      return Object.assign(mail, { id: `msg-${hash.slice(0, 32)}` as MessageId });
    });
    await ports.append(await Promise.all(mails));
  }
}
