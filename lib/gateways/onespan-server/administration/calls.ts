/**
 * Every call of the administration interface that this site makes, with the privilege that it takes (OneSpan §4.8): only
 * these can be made, and the doctor derives from them what a service user needs. Null where none is known to be needed.
 */
export const CALLS = {
  userQuery: 'View User',
  USERCMD_VIEW: 'View User',
  USERCMD_SET_PASSWORD: 'Set User Password',
  USERCMD_RESET_PASSWORD: 'Reset User Password',
  digipassQuery: 'View DIGIPASS',
  digipassActivityQuery: 'View Recent DIGIPASS Activity',
  DIGIPASSCMD_VIEW: 'View DIGIPASS',
  DIGIPASSCMD_DEACTIVATE: 'Deactivate DIGIPASS',
  DIGIPASSCMD_ASSIGN: 'Assign DIGIPASS',
  DIGIPASSCMD_UNASSIGN: 'Unassign DIGIPASS',
  POLICYCMD_GET_EFFECTIVE_POLICY: 'View Policy',
  DIGIPASSAPPLCMD_TEST_OTP: 'Test DIGIPASS',
  DIGIPASSAPPLCMD_RESET_ERROR_COUNT: 'Reset DIGIPASS Application',
  viewPendingOperation: null,
  queryPendingOperation: null,
  deletePendingOperation: null,
  USERCMD_GET_PERMISSION: 'View User',
  USERCMD_GET_ASSIGNED_ADMIN_ROLES: 'View User',
  adminRoleQuery: null,
} as const satisfies Record<string, PrivilegeName | null>;

export type AdministrationCall = keyof typeof CALLS;

/** May wait for a second administrator (OneSpan §4.7): sent a second time, it would wait twice. */
export const MAY_WAIT: ReadonlySet<AdministrationCall> = new Set(['DIGIPASSCMD_ASSIGN', 'DIGIPASSCMD_UNASSIGN']);

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
