import { z } from 'zod';
import { onOrOff, wholeNumber } from '../environment/kinds';
import { setting, type Section } from '../environment/setting';
import { helpdeskContactSchema } from './helpdesk-contact';
import { securityContactSchema } from './security-contact';
import { staffSchema } from './staff-config';

export const PEOPLE = {
  title: 'People and sessions',
  settings: {
    TESSERA_DOMAIN: setting(z.string().min(1).max(255), {
      default: 'example.org',
      meaning: 'domain of the people who sign in; with `onespan-server` the server’s domain',
      shown: String,
    }),
    TESSERA_DEMO_PASSWORD: setting(z.string().min(1).max(128), {
      unset: 'generated',
      meaning: 'password of the demo accounts',
    }),
    TESSERA_DEMO: setting(onOrOff(), {
      default: 0,
      meaning:
        'with `1` the first start also makes people with devices and a week behind them, so that every page can be tried; only on the embedded database and gateway, at a loopback address',
      shown: String,
      example: '1',
    }),
    TESSERA_SESSION_SECONDS: setting(wholeNumber(300, 86_400), {
      default: 28800,
      meaning: 'how long a session lasts',
      shown: String,
    }),
    TESSERA_STAFF_IDLE_MINUTES: setting(wholeNumber(5, 1_440), {
      default: 30,
      meaning:
        'how long a member of staff may do nothing before they are signed out; a page that is left open does nothing',
      shown: String,
    }),
    TESSERA_ENROLMENT: setting(
      z.enum(['standard', 'strong', 'open'], { error: 'must be "standard", "strong" or "open"' }),
      {
        default: 'standard',
        meaning:
          'what binding a device takes: `standard`, a password for the first and a second proof for everything after it; `strong`, a second proof for the first too; `open`, a password alone, for tests',
        shown: String,
      },
    ),
    TESSERA_PROBATION_HOURS: setting(z.enum(['0', '12', '24'], { error: 'must be 0, 12 or 24' }), {
      default: '24',
      meaning:
        'how long a new device signs in and vouches for nothing (`0`, `12` or `24`); twice as long after a re-issue, with a recovery code, or within seven days of a change of the mail addresses',
      shown: String,
    }),
    TESSERA_PHONE_COPIES: setting(z.enum(['on', 'off'], { error: 'must be "on" or "off"' }), {
      default: 'on',
      meaning:
        'whether people may keep a copy of their phone at the embedded gateway, encrypted under a passkey and the PIN, and bring it back into an emptied browser (`on` or `off`); always off with `TESSERA_ENROLMENT=strong`, because a passkey that is synced is bound to no device',
      shown: String,
    }),
    TESSERA_STEP_UP_SECONDS: setting(wholeNumber(0, 3_600), {
      default: 300,
      meaning: 'age of a proof, such as a password check, after which a sensitive action asks for it again',
      shown: String,
    }),
    TESSERA_ORGANISATION: setting(z.string().regex(/^(?=.*\S)\P{C}{1,64}$/u, 'needs 1 to 64 characters on one line'), {
      unset: 'what administrators say, or the name in `MAIL_FROM`',
      meaning:
        'whose site it is, in pages, mails and the phone app; at most 64 characters. Administrators cannot change it then',
      shown: String,
    }),
    TESSERA_HELPDESK_CONTACT: setting(helpdeskContactSchema, {
      unset: 'what administrators say',
      meaning:
        'who helps people, in pages, mails, letters and the phone app: `name=…; phone=…; email=…; hours=…`, of which a name and one way to reach it are needed. Administrators cannot change it then',
      shown: ({ name, phone, email, hours }) => [name, phone, email, hours].filter((part) => part !== null).join(', '),
      example: 'name=IT Service Desk; phone=+49 30 1234567; email=help@example.org; hours=Mon to Fri, 8:00 to 18:00',
    }),
    TESSERA_SECURITY_CONTACT: setting(securityContactSchema, {
      unset: 'none',
      meaning:
        'whom to tell of a weakness in this site: up to five `mailto:`, `https:` or `tel:` addresses separated by commas, the first preferred; published as `/.well-known/security.txt`',
      shown: (addresses) => addresses.join(', '),
      example: 'mailto:security@example.org',
    }),
    TESSERA_STAFF: setting(staffSchema, {
      unset: 'none',
      meaning:
        'with `onespan-server`: `role:user-id` pairs separated by commas; roles `helpdesk-agent`, `break-glass`, `helpdesk-approver`, `auditor`, `administrator`',
      example: 'helpdesk-agent:ann.lee,helpdesk-approver:max.poe',
    }),
  },
} satisfies Section;
