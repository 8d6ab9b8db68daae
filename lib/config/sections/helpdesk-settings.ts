import { z } from 'zod';
import { wholeNumber } from '../environment/kinds';
import { setting, type Section } from '../environment/setting';
import { mailAddressSchema } from './mail-config';

export const HELPDESK = {
  title: 'Helpdesk and audit log',
  settings: {
    TESSERA_PROTECTED_GROUPS: setting(z.string().max(10_000), {
      unset: 'none',
      meaning: 'groups, separated by commas, whose people two members of staff look after',
      shown: String,
      example: 'board,treasury',
    }),
    TESSERA_PRINT_MAILBOX: setting(mailAddressSchema, {
      unset: 'none',
      meaning: 'mailbox of the printer that letters come out of; without it nothing is sent as a letter',
      shown: String,
      example: 'printer@example.org',
    }),
    TESSERA_APPROVAL_SECONDS: setting(wholeNumber(300, 86_400), {
      default: 3600,
      meaning: 'how long a request waits for a second person',
      shown: String,
    }),
    TESSERA_AUDIT_HEAD_SECONDS: setting(wholeNumber(10, 86_400), {
      default: 3600,
      meaning: 'how often the end of the audit log is signed',
      shown: String,
    }),
    TESSERA_AUDIT_HEAD_FILE: setting(z.string().min(1), {
      unset: 'none',
      meaning:
        'file that gets each signed head, beside the log and the webhooks; put it out of the reach of the database’s administrators',
      shown: String,
      example: '/var/log/tessera/heads.jsonl',
    }),
  },
} satisfies Section;
