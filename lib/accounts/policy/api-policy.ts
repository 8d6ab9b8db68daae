import type { Permission } from '../users/permission';

/**
 * What each operation of the API demands of a service account's key, which holds for its domain and networks: a scope, and
 * whether its effect may wait for people, whom no key replaces. Every call takes the account's budget of requests.
 */
export type ApiDemand = readonly [scope: Permission | null, mayWaitForPeople?: 'people'];

export const API_POLICY: Readonly<Record<string, ApiDemand>> = {
  readServiceAccount: [null],
  findPeople: ['user:find'],
  readPerson: ['user:view'],
  createPerson: ['account:manage'],
  changePerson: ['account:manage'],
  giveRole: ['account:manage', 'people'],
  takeRole: ['account:manage'],
  listDevices: ['user:view'],
  readDevice: ['user:view'],
  lockDevice: ['device:lock'],
  requestRemoval: ['removal:request', 'people'],
  sendInvitation: ['invitation:send', 'people'],
  listInvitations: ['invitation:view'],
  readInvitation: ['invitation:view'],
  revokeInvitation: ['invitation:revoke'],
  listActivations: ['user:view'],
  readActivation: ['user:view'],
  makeActivationLink: ['activation-link:make'],
  readActivationLink: ['activation-link:make'],
  listApprovals: ['approval:view'],
  readApproval: ['approval:view'],
  readEvents: ['audit:read'],
  readActivationStatistics: ['numbers:view'],
};
