import { z } from 'zod';
import { parseMailAddress } from '../../shared/mail-address';
import type { HelpdeskContact } from '../../shared/helpdesk-contact';

const PARTS = ['name', 'phone', 'email', 'hours'] as const;
const MAXIMUM_PART_LENGTH = 120;

/** `name=IT Service Desk; phone=+49 30 12 34; email=help@example.org; hours=Mon to Fri, 8:00 to 18:00`. */
export const helpdeskContactSchema = z
  .string()
  .max(600)
  .transform((text, context): HelpdeskContact => {
    const contact: HelpdeskContact = { name: '', phone: null, email: null, hours: null };
    for (const part of text.split(';').filter((one) => one.trim() !== '')) {
      const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
      const partKey = PARTS.find((one) => one === key);
      if (partKey === undefined || value === '' || value.length > MAXIMUM_PART_LENGTH || /\p{Cc}/u.test(value))
        return refuse(context, `needs parts like name=…; phone=…, of: ${PARTS.join(', ')}`);
      contact[partKey] = value;
    }
    if (contact.name === '' || (contact.phone ?? contact.email) === null)
      return refuse(context, 'needs a name, and a phone number or an email address');
    if (contact.email !== null && parseMailAddress(contact.email) === null)
      return refuse(context, 'needs a valid email address');
    return contact;
  });

function refuse(context: z.RefinementCtx<string>, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
