import { z } from 'zod';
import { isLoopbackHost } from '../../shared/loopback-host';

const ROLES = ['helpdesk-agent', 'break-glass', 'helpdesk-approver', 'auditor', 'administrator'] as const;

/** What a value of the roles' claim gives. */
export type ClaimedRole = { value: string; role: (typeof ROLES)[number] };

export const issuerSchema = z.string().refine(isIssuer, {
  error: 'needs an https:// address, without a name, a password, a question mark or a hash',
});

export const providerNameSchema = z.string().regex(/^[^\p{C}]{1,40}$/u, 'needs at most 40 characters');

export const claimSchema = z.string().regex(/^[^\p{C}\s]{1,200}$/u, 'needs the name of one claim');

/** Of `acr_values` (OpenID Connect Core §3.1.2.1): separated by spaces. */
export const strongContextsSchema = z
  .string()
  .max(1_000)
  .transform((text) => text.split(/\s+/).filter((value) => value !== ''));

/** The role is what follows the last colon: values may contain some. */
export const claimedRolesSchema = z.string().transform((text, context): ClaimedRole[] =>
  text.split(',').map((pair) => {
    const [, value = '', roleName = ''] = /^\s*(.*?)\s*:\s*([^:]*?)\s*$/s.exec(pair) ?? [];
    const role = ROLES.find((one) => one === roleName);
    if (role !== undefined && value !== '') return { value, role };
    context.addIssue({
      code: 'custom',
      message: `needs value:role pairs, separated by commas; roles: ${ROLES.join(', ')}`,
    });
    return z.NEVER;
  }),
);

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isPlain = username === '' && password === '' && search === '' && hash === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname)));
}
