import type { PERMISSIONS } from './account-facts';

/** What was tried with a service account. */
export const SERVICE_ACCOUNT_CHANGES = [
  'make',
  'add-scopes',
  'remove-scopes',
  'change-limits',
  'suspend',
  'resume',
  'end',
  'make-key',
  'end-key',
  'add-return-address',
  'remove-return-address',
] as const;

/** Why it was refused. */
export const SERVICE_ACCOUNT_REFUSALS = [
  'not-found',
  'not-permitted',
  'name-taken',
  'already-asked',
  'has-scopes',
  'no-scope-left',
  'not-awaiting',
  'own-request',
  'already-suspended',
  'not-suspended',
  'expired',
  'ended',
  'not-requester',
  'has-key',
  'no-key',
  'key-ended',
  'has-return-address',
  'no-return-address',
  'too-many-return-addresses',
] as const;

/** Why a key with the right secret opened nothing. */
export const SERVICE_KEY_REFUSALS = ['expired', 'suspended', 'wrong-network'] as const;

/** What a machine may do so often in a day; see `limits.ts`. */
export const DAILY_BUDGETS = [
  'account-changes',
  'new-accounts',
  'device-locks',
  'requests',
  'webhook-changes',
] as const;

export type DailyBudget = (typeof DAILY_BUDGETS)[number];

type Scope = (typeof PERMISSIONS)[number];

type Named = { serviceAccountId: string };

/** @property expiresAt ISO 8601 */
type Limits = { networks: readonly string[]; requestsPerMinute: number; expiresAt: string };

/** Facts about the systems that call this site, and who looks after them. No subject: they concern no user. */
export type ServiceAccountFact =
  /** @property scopes all of a new account, or those that one is to have besides its own */
  | (Named & {
      type: 'service-account-requested' | 'service-account-declined' | 'service-account-request-expired';
      requestId: string;
      isNew: boolean;
      name: string;
      scopes: readonly Scope[];
    })
  | (Named & Limits & { type: 'service-account-made'; requestId: string; name: string; scopes: readonly Scope[] })
  | (Named & { type: 'service-scopes-added'; requestId: string; scopes: readonly Scope[] })
  | (Named & { type: 'service-scopes-removed'; scopes: readonly Scope[] })
  | (Named & Limits & { type: 'service-limits-changed' })
  | (Named & { type: 'service-account-suspended' | 'service-account-resumed' | 'service-account-ended' })
  /** @property overlapMs how long the earlier key goes on opening; null for a first one */
  | (Named & { type: 'service-key-made'; keyId: string; overlapMs: number | null })
  | (Named & { type: 'service-key-ended'; keyId: string })
  | (Named & { type: 'service-key-refused'; keyId: string; reason: (typeof SERVICE_KEY_REFUSALS)[number] })
  /** A day's budget of changes without a second person is used up: administrators and approvers are alarmed. */
  | (Named & { type: 'service-budget-used-up'; budget: DailyBudget; domain: string })
  /** @property host of its address; the rest may be a secret of the receiver's */
  | (Named & {
      type: 'webhook-added' | 'webhook-changed' | 'webhook-removed' | 'webhook-secret-rotated' | 'webhook-tested';
      webhookId: string;
      host: string;
    })
  | (Named & { type: 'return-address-added'; url: string; name: string })
  | (Named & { type: 'return-address-removed'; url: string })
  | {
      type: 'service-account-change-refused';
      /** Null if there is no such account. */
      serviceAccountId: string | null;
      change: (typeof SERVICE_ACCOUNT_CHANGES)[number];
      reason: (typeof SERVICE_ACCOUNT_REFUSALS)[number];
    };
