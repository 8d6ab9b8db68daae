import { MAILS, type ContentOf, type MailContent, type MailKind } from '@/lib/messaging/mail-content';
import type { Field } from '@/lib/messaging/mail-kinds/define-mail';

const AT = new Date('2026-05-04T10:00:00Z');

/** Of members that read better with a value of their kind. */
const TEXTS: Readonly<Record<string, string>> = {
  displayName: 'Jane Doe',
  person: 'Ada Lovelace',
  userId: 'jane.doe',
  device: 'Pixel 3',
  newDevice: 'Pixel 9',
  instanceId: 'VDS1000042-1',
  name: 'Ticket system',
  browser: 'Firefox on Linux',
  network: '203.0.113.0/24',
  code: 'KX4P-7MQ2',
  askedBy: 'Helpdesk',
  requestedBy: 'Tickets (Anna Admin)',
  usedBy: 'Ann Agent',
  madeBy: 'administrator',
  justification: 'the director stands at the counter',
};

/** Of mails that pictures show. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'invitation-letter': { code: '7K3MX-Q2ZPA-94TVB', codeUrl: 'https://tessera.example.org/invitation/code' },
  'account-notice': { name: 'Pixel 9' },
};

function valueOf(kind: string, name: string, { shape, codes = [] }: Field<unknown>): Date | string | boolean {
  switch (shape) {
    case 'time':
      return AT;
    case 'flag':
      return true;
    case 'code':
      return codes[0] ?? '';
    case 'link':
      // A secret link has a secret; an address of a page has none.
      return `https://tessera.example.org/${kind}/${name}${name.endsWith('Link') ? '#s3cret' : ''}`;
    case 'text':
      return TEXTS[name] ?? `${name} of ${kind}`;
  }
}

function exampleOf([kind, { holds }]: [string, { holds: Readonly<Record<string, Field<unknown>>> }]) {
  const held = Object.entries(holds).map(([name, field]) => [name, valueOf(kind, name, field)]);
  return [kind, { kind, ...Object.fromEntries(held), ...OWN[kind] }];
}

/** One of each kind, made from its declaration. A link of each says in its path what it is. */
export const MAIL_CONTENTS = Object.fromEntries(Object.entries(MAILS).map(exampleOf)) as {
  [Kind in MailKind]: ContentOf<Kind>;
};

/** With every code that a member may be. */
export const MAIL_VARIANTS = Object.entries(MAILS).flatMap(([kind, { holds }]) => {
  const content = MAIL_CONTENTS[kind as MailKind];
  const fields: [string, Field<unknown>][] = Object.entries(holds);
  return fields.flatMap(([name, { codes = [] }]) => codes.map((code): MailContent => ({ ...content, [name]: code })));
});
