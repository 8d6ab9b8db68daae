import { ACCOUNT_MAILS } from './mail-kinds/account-mails';
import { APPROVAL_MAILS } from './mail-kinds/approval-mails';
import type { DefinedMail, Field, HeldIn } from './mail-kinds/define-mail';
import { DEVICE_MAILS } from './mail-kinds/device-mails';
import { INVITATION_MAILS } from './mail-kinds/invitation-mails';
import { NOTICE_MAIL } from './mail-kinds/notice-mail';
import { SERVICE_MAILS } from './mail-kinds/service-mails';

const DECLARED = {
  ...INVITATION_MAILS,
  ...DEVICE_MAILS,
  ...NOTICE_MAIL,
  ...APPROVAL_MAILS,
  ...ACCOUNT_MAILS,
  ...SERVICE_MAILS,
};

export type MailKind = keyof typeof DECLARED;

type Holds = { [Kind in MailKind]: (typeof DECLARED)[Kind]['holds'] };

/** All mails there are. */
export const MAILS: { readonly [Kind in MailKind]: DefinedMail<Holds[Kind]> } = DECLARED;

export type ContentOf<Kind extends MailKind> = { kind: Kind } & HeldIn<Holds[Kind]>;

/**
 * What a use case gives for a mail. Links and codes are secrets: like the rest they are encrypted at rest and erased after
 * delivery, and no webhook event contains them.
 */
export type MailContent = { [Kind in MailKind]: ContentOf<Kind> }[MailKind];

/** Makes a stored content whole: JSON has no dates. One of a kind that is gone stays as it is. */
export function reviveContent(stored: { kind: string }): MailContent {
  const holds: Readonly<Record<string, Field<unknown>>> =
    Object.entries(MAILS).find(([kind]) => kind === stored.kind)?.[1].holds ?? {};
  const revived = Object.entries(stored).map(([name, value]) => [
    name,
    holds[name]?.shape === 'time' && typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(revived) as MailContent;
}

/** When a mail is of no use any more; null for never. */
export function endOf<Kind extends MailKind>(content: ContentOf<Kind>): Date | null {
  return MAILS[content.kind].endsAt(content);
}
