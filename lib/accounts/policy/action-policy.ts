import type { Permission } from '../users/permission';
import type { Demand } from './demand';

/**
 * What each server action requires, by the file that exports it. Each `formAction` also takes the budget
 * `person:action`.
 */
export const ACTION_POLICY: Readonly<Record<string, Readonly<Record<string, Demand>>>> = {
  'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/actions.ts': {
    endAction: ['service-account:manage', { without: 'reduces' }],
    endKeyAction: ['service-account:manage', { without: 'reduces' }],
    resumeAction: ['service-account:manage', 'decide-as-staff'],
    saveLimitsAction: ['service-account:manage', { without: 'where-it-widens' }],
    saveScopesAction: ['service-account:manage', { without: 'where-it-widens' }],
    suspendAction: ['service-account:manage', { without: 'reduces' }],
  },
  'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/key/actions.ts': {
    replaceKeyAction: ['service-account:manage', 'decide-as-staff'],
    showKeyAction: ['service-account:manage', 'decide-as-staff'],
  },
  'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/return-address-actions.ts': {
    addReturnAddressAction: ['service-account:manage', 'decide-as-staff'],
    removeReturnAddressAction: ['service-account:manage', { without: 'reduces' }],
  },
  'app/(helpdesk)/administration/service-accounts/new/actions.ts': {
    requestServiceAccountAction: ['service-account:manage', 'decide-as-staff'],
  },
  'app/(helpdesk)/administration/setup/[step]/actions.ts': {
    checkGatewayAction: ['organisation:change', { without: 'reads' }, ['person:gateway-check']],
    saveColoursAction: ['organisation:change', 'decide-as-staff'],
    saveHelpdeskAction: ['organisation:change', 'decide-as-staff'],
    saveLogoAction: ['organisation:change', 'decide-as-staff'],
    saveNameAction: ['organisation:change', 'decide-as-staff'],
    sendTestMailAction: ['organisation:change', { without: 'reads' }, ['person:test-mail']],
  },
  'app/(helpdesk)/helpdesk/users/[userId]/account/actions.ts': {
    changeContactsAction: ['account:manage', 'decide-as-staff'],
    changeDetailsAction: ['account:manage', 'decide-as-staff'],
    deleteAccountAction: ['account:manage', 'decide-as-staff'],
    disableAccountAction: ['account:manage', { without: 'reduces' }],
    enableAccountAction: ['account:manage', 'decide-as-staff'],
    endAccountSessionsAction: ['account:manage', { without: 'reduces' }],
    giveRoleAction: ['account:manage', 'decide-as-staff'],
    sendLinkAction: ['account:manage', 'decide-as-staff'],
    takeRoleAction: ['account:manage', { without: 'reduces' }],
  },
  'app/(helpdesk)/administration/users/new/actions.ts': {
    createAccountAction: ['account:manage', 'decide-as-staff'],
  },
  'app/(helpdesk)/helpdesk/checks/actions.ts': {
    readPhoneCheckAction: ['phone-check:read', { without: 'reads' }, ['person:phone-check-code']],
  },
  'app/(helpdesk)/helpdesk/approvals/actions.ts': {
    approveAction: ['approval:decide', 'decide-as-staff'],
    declineAction: ['approval:decide', { without: 'reduces' }],
    declineLiftAction: ['approval:decide', { without: 'reduces' }],
  },
  'app/(helpdesk)/helpdesk/approvals/change-actions.ts': {
    approveChangeAction: ['account:approve', 'decide-as-staff'],
    declineChangeAction: ['account:approve', { without: 'reduces' }],
  },
  'app/(helpdesk)/helpdesk/approvals/role-actions.ts': {
    approveRoleAction: ['account:approve', 'decide-as-staff'],
    declineRoleAction: ['account:approve', { without: 'reduces' }],
  },
  'app/(helpdesk)/helpdesk/approvals/service-account-actions.ts': {
    approveServiceAccountAction: ['account:approve', 'decide-as-staff'],
    declineServiceAccountAction: ['account:approve', { without: 'reduces' }],
  },
  'app/(helpdesk)/helpdesk/cases/actions.ts': {
    closeCaseAction: ['user:view', 'decide-as-staff'],
  },
  'app/(helpdesk)/helpdesk/invitations/[invitationId]/actions.ts': {
    confirmReadOutAction: ['invitation:send', 'decide-as-staff'],
    revokeInvitationAction: ['invitation:revoke', { without: 'reduces' }],
  },
  'app/(helpdesk)/helpdesk/messages/actions.ts': {
    replayMessageAction: ['message:replay', 'decide-as-staff'],
  },
  'app/(helpdesk)/helpdesk/status/actions.ts': {
    sendHistoryAction: ['audit:forward', { without: 'reads' }, ['person:audit-forwarding']],
    testForwardingAction: ['audit:forward', { without: 'reads' }, ['person:audit-forwarding']],
  },
  'app/(helpdesk)/helpdesk/users/[userId]/actions.ts': {
    askToLiftAction: ['invitation:send', 'decide-as-staff'],
    endSessionsAction: ['session:end', { without: 'reduces' }],
    lockDeviceAction: ['device:lock', { without: 'reduces' }],
    requestRemovalAction: ['removal:request', 'decide-as-staff'],
    requestUnlockingAction: ['device:lock', 'decide-as-staff'],
    undoLockAction: ['device:lock', 'decide-as-staff'],
  },
  'app/(helpdesk)/helpdesk/users/[userId]/reissue/actions.ts': {
    askCallerAction: [
      'invitation:send',
      { without: 'asks-somebody' },
      ['person:asked-caller', 'person:caller-request'],
    ],
    askManagerAction: ['invitation:send', { without: 'asks-somebody' }],
    reissueAction: ['invitation:send', 'decide-as-staff'],
  },
  'app/(self-service)/activations/[activationId]/actions.ts': {
    cancelActivationAction: ['activation:start', { without: 'reduces' }],
    deviceCodeAction: ['activation:start', { without: 'checked-inside' }],
    renewActivationAction: ['activation:start', 'bind-device'],
    signatureAction: ['activation:start', { without: 'checked-inside' }],
  },
  'app/(self-service)/activations/new/actions.ts': {
    startActivationAction: ['activation:start', 'bind-device'],
  },
  'app/(self-service)/authenticators/assign/actions.ts': {
    answerAssignmentAction: [
      'authenticator:change',
      { without: 'continues' },
      ['person:hardware-serial-number', 'person:gateway-password', 'person:gateway-passwords-a-day'],
    ],
    assignHardwareAction: [
      'authenticator:change',
      'assign-hardware',
      ['person:hardware-serial-number', 'person:gateway-password', 'person:gateway-passwords-a-day'],
    ],
  },
  'app/(self-service)/authenticators/[instanceId]/hardware-actions.ts': {
    answerChallengeAction: ['authenticator:view', { without: 'checked-inside' }],
    repairClockAction: ['authenticator:change', { without: 'checked-inside' }],
    requestChallengeAction: ['authenticator:view', { without: 'checked-inside' }],
  },
  'app/(self-service)/authenticators/[instanceId]/actions.ts': {
    deleteCopyAction: ['authenticator:change', { without: 'reduces' }],
    lockAction: ['authenticator:change', { without: 'reduces' }],
    removeAction: ['authenticator:change', 'remove-device'],
    renameAction: ['authenticator:change', 'rename-device'],
    testLoginAction: ['authenticator:view', { without: 'checked-inside' }],
    testNotificationAction: ['authenticator:view', { without: 'checked-inside' }],
    unlockAction: ['authenticator:change', 'unlock-device'],
  },
  'app/(self-service)/authenticators/[instanceId]/replace/actions.ts': {
    giveUpReplacementAction: ['authenticator:change', { without: 'reduces' }],
    startReplacementAction: ['authenticator:change', 'replace-device'],
    undoReplacementAction: ['authenticator:change', 'unlock-device'],
  },
  'app/(self-service)/confirm-caller/[requestId]/actions.ts': {
    confirmCallerAction: ['caller:confirm', 'confirm-caller'],
    declineCallerAction: ['caller:confirm', { without: 'reduces' }],
  },
  'app/(self-service)/profile/actions.ts': {
    changeAddressesAction: ['profile:change', 'change-address'],
    changeNumbersAction: ['profile:change', 'change-address'],
    changePasswordAction: [
      'profile:change',
      { without: 'checked-inside' },
      ['object:step-up', 'object:step-ups-a-day'],
    ],
    adoptTimeZoneAction: ['profile:change', { without: 'only-shown' }],
    chooseLanguageAction: ['profile:change', { without: 'only-shown' }],
    chooseTimeZoneAction: ['profile:change', { without: 'only-shown' }],
    endSessionAction: ['profile:change', { without: 'reduces' }],
    freezeAction: ['profile:change', { without: 'reduces' }],
    signOutEverywhereAction: ['profile:change', { without: 'reduces' }],
  },
  'app/(self-service)/profile/gateway-actions.ts': {
    changeGatewayPasswordAction: [
      'profile:change',
      'change-gateway-password',
      ['object:step-up', 'object:step-ups-a-day'],
    ],
    synchronisePasswordAction: ['profile:change', 'sync-gateway-password', ['object:step-up', 'object:step-ups-a-day']],
    changeGatewayPinAction: ['profile:change', 'change-gateway-pin', ['object:step-up', 'object:step-ups-a-day']],
  },
  'app/(self-service)/profile/passkeys/actions.ts': {
    beginPasskeyAction: ['profile:change', 'add-passkey'],
    finishPasskeyAction: ['profile:change', { without: 'continues' }, ['object:refused-passkey']],
    removePasskeyAction: ['profile:change', 'remove-passkey'],
    renamePasskeyAction: ['profile:change', { without: 'only-shown' }],
    turnPasswordOffAction: ['profile:change', 'turn-password-off'],
    turnPasswordOnAction: ['profile:change', 'turn-password-on'],
  },
  'app/(self-service)/reminder-actions.ts': {
    countReminderAction: ['profile:change', { without: 'only-shown' }],
    dismissReminderAction: ['profile:change', { without: 'only-shown' }],
  },
  'app/(self-service)/profile/recovery-code/actions.ts': {
    deleteRecoveryCodeAction: ['authenticator:change', { without: 'reduces' }],
    makeRecoveryCodeAction: ['authenticator:change', 'make-recovery-code'],
  },
  'app/activation-links/[linkId]/actions.ts': {
    goBackAction: ['activation:start', { without: 'continues' }, ['object:refused-activation-link']],
    openLinkAction: ['activation:start', { without: 'continues' }, ['object:refused-activation-link']],
    signOutForLinkAction: ['any session', { without: 'reduces' }, []],
  },
  'app/invitation/actions.ts': {
    openInvitationAction: ['any session', { without: 'has-a-secret' }, ['network:link']],
    previewInvitationAction: ['any session', { without: 'has-a-secret' }, ['network:link']],
    showReadOutAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
  },
  'app/invitation/code/actions.ts': {
    openFirstPasswordAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
    openLetterAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
    openNoticeAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
  },
  'app/lost-phone/actions.ts': {
    askForLostPhoneCodeAction: [
      'nobody',
      { without: 'public' },
      ['network:lost-phone-code', 'object:lost-phone-code-in-known-browser'],
    ],
    freezeLostPhoneAction: ['nobody', { without: 'reduces' }, ['network:lost-phone']],
    leaveCaseAction: ['nobody', { without: 'reduces' }],
    lockLostPhoneAction: ['nobody', { without: 'reduces' }, ['network:lost-phone']],
    reportWithCodeAction: ['nobody', { without: 'has-a-secret' }, ['network:mailed-secret']],
    reportWithPasswordAction: [
      'nobody',
      { without: 'checked-inside' },
      ['object:password-in-known-browser', 'person:passwords-a-day-in-known-browsers'],
    ],
  },
  'app/not-me/actions.ts': {
    freezeByLinkAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
    previewNoticeAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
    reportNotMeAction: ['nobody', { without: 'has-a-secret' }, ['network:link']],
  },
  'app/sign-in/first-password/actions.ts': {
    setFirstPasswordAction: ['nobody', { without: 'has-a-secret' }, ['network:mailed-secret']],
  },
  'app/sign-in/forgotten/actions.ts': {
    askForCodeAction: [
      'nobody',
      { without: 'public' },
      ['network:forgotten-password', 'object:forgotten-password-in-known-browser'],
    ],
    resetPasswordAction: ['any session', { without: 'has-a-secret' }, ['network:mailed-secret']],
  },
  'app/sign-in/one-time-password/actions.ts': {
    sendOneTimePasswordAction: [
      'nobody',
      { without: 'gives-a-proof' },
      [
        'object:password-in-known-browser',
        'person:passwords-a-day-in-known-browsers',
        'person:sent-one-time-password',
        'person-network:sent-one-time-password',
      ],
    ],
  },
  'app/sign-in/register/actions.ts': {
    registerSelfAction: [
      'nobody',
      { without: 'checked-inside' },
      [
        'network:self-registration',
        'object:password-in-known-browser',
        'person:passwords-a-day-in-known-browsers',
        'person:self-registration',
        'person-network:self-registration',
      ],
    ],
  },
  'app/sign-in/phone/actions.ts': {
    cancelPhoneSignInAction: ['nobody', { without: 'reduces' }, []],
    sendPhoneSignInAction: ['nobody', { without: 'gives-a-proof' }, ['object:sent-sign-in-of-known-browser']],
    startPhoneSignInAction: ['nobody', { without: 'gives-a-proof' }, ['object:phone-sign-in-of-known-browser']],
    startSignInHereAction: ['nobody', { without: 'gives-a-proof' }, ['object:phone-sign-in-of-known-browser']],
  },
  'app/sign-in/phone/confirm-actions.ts': {
    askConfirmationAction: ['profile:change', { without: 'gives-a-proof' }, ['person:phone-confirmation']],
    cancelConfirmationAction: ['profile:change', { without: 'reduces' }, []],
    finishConfirmationAction: ['profile:change', { without: 'gives-a-proof' }, []],
  },
  'app/sign-in/phone/response-actions.ts': {
    answerConfirmationAction: ['profile:change', { without: 'gives-a-proof' }, []],
    answerSignInAction: ['nobody', { without: 'gives-a-proof' }, ['object:typed-response-of-known-browser']],
    showConfirmationImageAction: ['profile:change', { without: 'gives-a-proof' }, ['person:phone-confirmation']],
    showSignInImageAction: ['nobody', { without: 'gives-a-proof' }, ['object:phone-sign-in-of-known-browser']],
  },
  'app/sign-in/second-factor/actions.ts': {
    actAsStaffAction: ['profile:change', 'act-as-staff'],
    decideAsStaffAction: ['profile:change', 'decide-as-staff'],
  },
  'app/sign-out-action.ts': {
    signOutAction: ['any session', { without: 'reduces' }, []],
  },
};

/**
 * Actions that take effect only when a second person agrees, by the permission to decide: never the requester, nor the
 * user concerned.
 */
export const SECOND_PERSONS: Readonly<Record<string, Permission>> = {
  reissueAction: 'approval:decide',
  requestRemovalAction: 'approval:decide',
  requestUnlockingAction: 'account:approve',
  askToLiftAction: 'approval:decide',
  giveRoleAction: 'account:approve',
  requestServiceAccountAction: 'account:approve',
  saveScopesAction: 'account:approve',
};
