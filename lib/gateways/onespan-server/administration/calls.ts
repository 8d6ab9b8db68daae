/**
 * Every call of the administration interface that this site makes: no other can be made. The doctor derives from the
 * privileges (OneSpan §4.8) what a service user needs; null where none is known to be needed. Repeatable is what looks, or
 * finds done what it was to do. What waits for a second administrator (OneSpan §4.7) would wait twice, and a one-time
 * password that was tested is used up.
 */
export const CALLS = {
  userQuery: { privilege: 'View User', isRepeatable: true },
  USERCMD_VIEW: { privilege: 'View User', isRepeatable: true },
  USERCMD_SET_PASSWORD: { privilege: 'Set User Password', isRepeatable: true },
  USERCMD_RESET_PASSWORD: { privilege: 'Reset User Password', isRepeatable: true },
  digipassQuery: { privilege: 'View DIGIPASS', isRepeatable: true },
  digipassActivityQuery: { privilege: 'View Recent DIGIPASS Activity', isRepeatable: true },
  DIGIPASSCMD_VIEW: { privilege: 'View DIGIPASS', isRepeatable: true },
  DIGIPASSCMD_DEACTIVATE: { privilege: 'Deactivate DIGIPASS', isRepeatable: true },
  DIGIPASSCMD_ASSIGN: { privilege: 'Assign DIGIPASS', isRepeatable: false },
  DIGIPASSCMD_UNASSIGN: { privilege: 'Unassign DIGIPASS', isRepeatable: false },
  POLICYCMD_GET_EFFECTIVE_POLICY: { privilege: 'View Policy', isRepeatable: true },
  DIGIPASSAPPLCMD_TEST_OTP: { privilege: 'Test DIGIPASS', isRepeatable: false },
  DIGIPASSAPPLCMD_RESET_ERROR_COUNT: { privilege: 'Reset DIGIPASS Application', isRepeatable: true },
  viewPendingOperation: { privilege: null, isRepeatable: true },
  queryPendingOperation: { privilege: null, isRepeatable: true },
  deletePendingOperation: { privilege: null, isRepeatable: true },
  USERCMD_GET_PERMISSION: { privilege: 'View User', isRepeatable: true },
  USERCMD_GET_ASSIGNED_ADMIN_ROLES: { privilege: 'View User', isRepeatable: true },
  adminRoleQuery: { privilege: null, isRepeatable: true },
} as const satisfies Record<string, { privilege: PrivilegeName | null; isRepeatable: boolean }>;

export type AdministrationCall = keyof typeof CALLS;

type Privilege = {
  /** Whether the vendor's readable pages name it; otherwise its name is inferred from those that they do. */
  isPublished: boolean;
  /** Privileges that are given with it (OneSpan §4.8). */
  with: readonly PrivilegeName[];
};

const LOOKING = ['View Domain', 'View Organizational Unit'] as const;

export const PRIVILEGES: Record<PrivilegeName, Privilege> = {
  'Administrative Logon': { isPublished: true, with: [] },
  'View Domain': { isPublished: true, with: ['Administrative Logon'] },
  'View Organizational Unit': { isPublished: true, with: ['View Domain'] },
  'View User': { isPublished: true, with: LOOKING },
  'View DIGIPASS': { isPublished: true, with: LOOKING },
  'View Recent DIGIPASS Activity': { isPublished: true, with: ['View DIGIPASS'] },
  'Set DIGIPASS Expiration': { isPublished: true, with: ['View DIGIPASS'] },
  'Assign DIGIPASS': { isPublished: true, with: ['View User', 'View DIGIPASS', 'Set DIGIPASS Expiration'] },
  'Unassign DIGIPASS': { isPublished: true, with: ['View User', 'View DIGIPASS'] },
  'Access Data in All Domains': { isPublished: true, with: ['Administrative Logon'] },
  'View Policy': { isPublished: false, with: ['Administrative Logon'] },
  'Deactivate DIGIPASS': { isPublished: false, with: ['View DIGIPASS'] },
  'Test DIGIPASS': { isPublished: false, with: ['View DIGIPASS'] },
  'Reset DIGIPASS Application': { isPublished: false, with: ['View DIGIPASS'] },
  'Set User Password': { isPublished: false, with: ['View User'] },
  'Reset User Password': { isPublished: false, with: ['View User'] },
};

export type PrivilegeName =
  | 'Administrative Logon'
  | 'View Domain'
  | 'View Organizational Unit'
  | 'View User'
  | 'View DIGIPASS'
  | 'View Recent DIGIPASS Activity'
  | 'Set DIGIPASS Expiration'
  | 'Assign DIGIPASS'
  | 'Unassign DIGIPASS'
  | 'Access Data in All Domains'
  | 'View Policy'
  | 'Deactivate DIGIPASS'
  | 'Test DIGIPASS'
  | 'Reset DIGIPASS Application'
  | 'Set User Password'
  | 'Reset User Password';

/** Decides on pending operations: for people, and never for the site, which asks for them (OneSpan §4.7). */
export const OF_A_CHECKER = 'Approve/Reject Pending Operation';
