import { z } from 'zod';
import { contactProblem, type ContactProblem, type HelpdeskContact } from '../../shared/helpdesk-contact';

const PARTS = ['name', 'phone', 'email', 'hours'] as const;
const UNREADABLE = `needs parts like name=…; phone=…, of: ${PARTS.join(', ')}`;

const WORDS: Readonly<Record<ContactProblem, string>> = {
  'part-invalid': UNREADABLE,
  'name-missing': 'needs a name, and a phone number or an email address',
  'no-way-to-reach': 'needs a name, and a phone number or an email address',
  'email-invalid': 'needs a valid email address',
};

/** `name=IT Service Desk; phone=+49 30 12 34; email=help@example.org; hours=Mon to Fri, 8:00 to 18:00`. */
export const helpdeskContactSchema = z
  .string()
  .max(600)
  .transform((text, context): HelpdeskContact => {
    const contact: HelpdeskContact = { name: '', phone: null, email: null, hours: null };
    for (const part of text.split(';').filter((one) => one.trim() !== '')) {
      const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
      const partKey = PARTS.find((one) => one === key);
      if (partKey === undefined || value === '') return refuse(context, UNREADABLE);
      contact[partKey] = value;
    }
    const problem = contactProblem(contact);
    return problem === null ? contact : refuse(context, WORDS[problem]);
  });

function refuse(context: z.RefinementCtx<string>, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
