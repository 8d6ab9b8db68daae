import type { DailyBudget } from '../../audit/events/service-account-events';
import type { Permission } from '../users/permission';

/**
 * What an operation of the API requires of a service account's key, which is limited to its domain and networks. Every
 * call also takes the account's budget of requests.
 * @property scope null for any key
 * @property daily what a call takes from the account's daily quota
 * @property secondPerson whether its effect waits for the approval of a person, which no key replaces: always, or for
 *   staff only
 */
export type ApiDemand = { scope: Permission | null; daily?: DailyBudget; secondPerson?: 'always' | 'staff' };

export const API_POLICY: Readonly<Record<string, ApiDemand>> = {
  readServiceAccount: { scope: null },
  findPeople: { scope: 'user:find' },
  readPerson: { scope: 'user:view' },
  createPerson: { scope: 'account:manage', daily: 'new-accounts' },
  changePerson: { scope: 'account:manage', daily: 'account-changes', secondPerson: 'staff' },
  deletePerson: { scope: 'account:manage', daily: 'requests', secondPerson: 'always' },
  giveRole: { scope: 'account:manage', daily: 'account-changes', secondPerson: 'staff' },
  takeRole: { scope: 'account:manage', daily: 'account-changes', secondPerson: 'staff' },
  listDevices: { scope: 'user:view' },
  readDevice: { scope: 'user:view' },
  lockDevice: { scope: 'device:lock', daily: 'device-locks', secondPerson: 'staff' },
  requestUnlocking: { scope: 'device:lock', daily: 'requests', secondPerson: 'always' },
  requestRemoval: { scope: 'removal:request', daily: 'requests', secondPerson: 'always' },
  sendInvitation: { scope: 'invitation:send', secondPerson: 'staff' },
  listInvitations: { scope: 'invitation:view' },
  readInvitation: { scope: 'invitation:view' },
  revokeInvitation: { scope: 'invitation:revoke' },
  listActivations: { scope: 'user:view' },
  readActivation: { scope: 'user:view' },
  makeActivationLink: { scope: 'activation-link:make' },
  readActivationLink: { scope: 'activation-link:make' },
  listApprovals: { scope: 'approval:view' },
  readApproval: { scope: 'approval:view' },
  listWebhooks: { scope: 'webhook:manage' },
  createWebhook: { scope: 'webhook:manage', daily: 'webhook-changes' },
  readWebhook: { scope: 'webhook:manage' },
  changeWebhook: { scope: 'webhook:manage', daily: 'webhook-changes' },
  deleteWebhook: { scope: 'webhook:manage', daily: 'webhook-changes' },
  rotateWebhookSecret: { scope: 'webhook:manage', daily: 'webhook-changes' },
  testWebhook: { scope: 'webhook:manage', daily: 'webhook-changes' },
  readEvents: { scope: 'audit:read' },
  readActivationStatistics: { scope: 'numbers:view' },
};
