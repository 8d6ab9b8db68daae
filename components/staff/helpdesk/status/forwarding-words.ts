import type { ReceiverProblem } from '@/lib/audit/forwarding/forward-records';
import type { Message } from '@/lib/shared/language/t';

/** Why the SIEM has not taken records over, and what to do. */
export const FORWARDING_PROBLEMS = {
  unreachable: 'It can’t be reached. Check the address in TESSERA_SIEM, and let this machine through to it.',
  'not-trusted': 'Its certificate is not trusted. Name the authority that vouches for it in TESSERA_SIEM_CA_FILE.',
  'broken-off':
    'The connection was ended before everything was taken over: by the SIEM, whose log says why, or by something in between that ends TLS while the SIEM is away.',
  'no-acknowledgement':
    'It takes records and does not end the connection in return, so nothing says that it has them. Let it close connections that this site has closed.',
  refused:
    'It refuses what is posted. Check TESSERA_SIEM_AUTHORIZATION and the path in TESSERA_SIEM; its own log says why.',
} as const satisfies Record<ReceiverProblem, Message>;
