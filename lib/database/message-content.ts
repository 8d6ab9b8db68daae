import type { MailContent } from '../messaging/mail-content';
import type { NewMail } from '../messaging/new-message';
import type { WebhookEvent } from '../messaging/webhook-event';

/** What of a message is sealed: everything but where it goes and how it is doing. */
export type SealedPart = Pick<NewMail, 'language' | 'content'> | { event: WebhookEvent };

type TimeField<Member> = Member extends unknown
  ? { [Key in keyof Member]: Member[Key] extends Date ? Key : never }[keyof Member]
  : never;

/** JSON has no times. */
const TIME_FIELDS: Record<TimeField<MailContent> | TimeField<WebhookEvent>, true> = {
  at: true,
  validUntil: true,
  undoUntil: true,
};

export function writeSealedPart(part: SealedPart): string {
  return JSON.stringify(part);
}

export function readSealedPart(text: string): SealedPart {
  return JSON.parse(text, (key, value: unknown) =>
    Object.hasOwn(TIME_FIELDS, key) ? new Date(value as string) : value,
  ) as SealedPart;
}
