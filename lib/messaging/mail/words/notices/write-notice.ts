import type { NoticedChange } from '../../../notices/account-notice';
import type { MailContent } from '../../../mail-content';
import type { Fact, MailBody } from '../../mail-body';

type NoticeContent = Extract<MailContent, { kind: 'account-notice' }>;

/** Notices in one language. A change without words does not compile. */
export type NoticeWords = {
  changes: Record<NoticedChange, { subject: string; text: string }>;
  hello: (displayName: string) => string;
  labels: Record<'userId' | 'device' | 'passkey' | 'time' | 'browser' | 'network' | 'by', string>;
  by: Record<NoticeContent['by'], string>;
  notMe: string;
  closing: readonly string[];
};

/** All notices say the same things in the same order: what, whose, when, where from, by whom, and what to do. */
export function writeNotice(words: NoticeWords): (content: NoticeContent, time: (at: Date) => string) => MailBody {
  const { changes, hello, labels, by, notMe, closing } = words;
  return (content, time) => {
    const { what, displayName, userId, name, at, browser, network, notMeUrl } = content;
    const { subject, text } = changes[what];
    const known: [label: string, value: string | null][] = [
      [labels.userId, userId],
      [what.startsWith('passkey') ? labels.passkey : labels.device, name],
      [labels.time, time(at)],
      [labels.browser, browser],
      [labels.network, network],
      [labels.by, by[content.by]],
    ];
    const facts = known.filter((fact): fact is [string, string] => fact[1] !== null) satisfies Fact[];
    return { subject, paragraphs: [hello(displayName), text], facts, action: { label: notMe, url: notMeUrl }, closing };
  };
}
