import type { Language } from '../../shared/language';
import type { Role } from '../../accounts/users/role';
import type { ServiceScope } from '../../helpdesk/service-accounts/service-scope';
import type { KeptPasskey } from './software-authenticator';

/** The kit's requests to a server that it started. */
export type Question =
  /** Adds an account that can sign in at once. Requires no permission. */
  | {
      kind: 'add-person';
      userId: string;
      displayName: string;
      password: string;
      roles: readonly Role[];
      mailAddress: string;
      language: Language;
      /** Null for none. */
      group: string | null;
      /** On record for calling back, from the start. */
      phoneNumber: string;
      /** User ID of the manager on record; null for none. */
      manager: string | null;
    }
  /** Adds a passkey to a user's account, at every enrolment level and without probation. */
  | { kind: 'add-passkey'; userId: string }
  /** Adds a service account, and makes its key. */
  | {
      kind: 'add-service-account';
      name: string;
      scopes: readonly ServiceScope[];
      requestsPerMinute: number;
      /** Where people come back to from its activation links. */
      returnAddresses: readonly { url: string; name: string }[];
    }
  /** Starts an activation for a user and shows its image, without page, proof or limit. */
  | { kind: 'start-activation'; userId: string; deviceName: string; password: string };

export type Answers = {
  'add-person': null;
  'add-passkey': KeptPasskey;
  'add-service-account': { key: string };
  'start-activation': { payload: string };
};

/** On the process's own channel to whoever started it. @property door names the question */
export type Asked = { door: number; question: Question };
export type Answered = { door: number } & ({ value: Answers[Question['kind']] } | { refusal: string });

export function isAsked(message: unknown): message is Asked {
  return typeof message === 'object' && message !== null && 'question' in message && 'door' in message;
}

export function isAnswered(message: unknown): message is Answered {
  return typeof message === 'object' && message !== null && 'door' in message && !('question' in message);
}
