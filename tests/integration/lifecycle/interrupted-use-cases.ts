import {
  activateReplacing,
  approveLift,
  approveLock,
  approveRemoval,
  approveUnlock,
  approveWithRemoval,
  askForRemoval,
  beginReplacing,
  completeInvited,
  completeRevoked,
  endRetired,
  freezeOwn,
  lockByStaff,
  lockOwn,
  openLink,
  removeAlone,
  removeOwn,
  renameOwn,
  reportNewDevice,
  requestAnew,
  revokeOpened,
  retireOld,
  startInvited,
  startRecovered,
  startVouched,
  undoRetired,
  undoStaffLock,
  unlockOwn,
} from './interrupted-acts';
import type { UseCases } from './interrupted.suite';
import type { InterruptedWorld } from './interrupted-world';

/** Use cases by their steps. */
export const USE_CASES: UseCases<InterruptedWorld> = {
  'report-not-me': {
    'the report': {
      prepare: reportNewDevice,
      brings: [
        'device 2 New phone locked reported',
        'activation New phone cancelled',
        'invitation new-phone revoked not-me old device in-use',
        'notice New phone disowned not-me locked',
        'replacement Old phone stopped New phone',
        'session ended',
        'record activation-cancelled',
        'record device-disowned',
        'record disowned-device-locked',
        'record invitation-revoked',
        'record replacement-stopped',
        'webhook invitation-revoked',
        'webhook not-me-reported',
        'mail not-me-reported to agent@example.org',
        'mail not-me-reported to approver@example.org',
        'mail not-me-reported to other.agent@example.org',
      ],
    },
  },
  're-issue': {
    'the request, for a stolen device and in place of an invitation': {
      prepare: requestAnew,
      brings: [
        'device 1 Old phone locked helpdesk',
        'activation New phone cancelled',
        'invitation new-phone revoked replaced',
        'invitation stolen awaiting-approval old device locked',
        'replacement Old phone cancelled',
        'record activation-cancelled',
        'record device-locked-by-helpdesk',
        'record invitation-requested',
        'record invitation-revoked',
        'record replacement-cancelled',
        'webhook approval-requested',
        'webhook invitation-revoked',
        'mail approval-requested to approver@example.org',
        'mail approval-requested to other.agent@example.org',
      ],
    },
    'the approval, of a removal': {
      prepare: approveWithRemoval,
      brings: [
        'device 1 Old phone removed',
        'invitation new-phone live old device removed',
        'record device-removed-by-helpdesk',
        'record invitation-approved',
        'record invitation-sent',
        'webhook approval-decided',
        'webhook invitation-created',
        'mail invitation to them@example.org',
      ],
    },
    'the opening': {
      prepare: openLink,
      brings: ['invitation new-phone opened', 'record invitation-opened', 'webhook invitation-opened'],
    },
    'the start of the activation': {
      prepare: startInvited,
      brings: ['activation New phone issued', 'record activation-issued', 'record activation-requested'],
    },
    'the new device': {
      prepare: completeInvited,
      brings: [
        'device 1 Old phone locked helpdesk',
        'device 2 New phone active',
        'activation New phone active',
        'invitation new-phone used old device locked',
        'notice New phone sent',
        'record activation-active',
        'record activation-linked',
        'record activation-scanned',
        'record activation-verified',
        'record device-locked-by-helpdesk',
        'record invitation-used',
        'webhook device-activated',
        'webhook invitation-completed',
        'mail device-activated to them@example.org',
        'mail device-activated to them@mail.example.net',
      ],
    },
    'the revocation': {
      prepare: revokeOpened,
      brings: [
        'activation New phone cancelled',
        'invitation new-phone revoked by-staff',
        'record activation-cancelled',
        'record invitation-revoked',
        'webhook invitation-revoked',
      ],
    },
    'the new device of a revoked invitation': {
      prepare: completeRevoked,
      brings: [
        'device 2 New phone locked reported',
        'activation New phone active',
        'notice New phone disowned revoked-invitation locked',
        'record activation-active',
        'record activation-linked',
        'record activation-scanned',
        'record activation-verified',
        'record device-disowned',
        'record disowned-device-locked',
      ],
    },
  },
  'a lost phone': {
    'the start with a recovery code, on the way from another site': {
      prepare: startRecovered,
      brings: [
        'activation New phone issued',
        'link opened to an activation',
        'session open recovery-code',
        'record activation-issued',
        'record activation-requested',
        'record recovery-code-used',
      ],
    },
  },
  'a backup': {
    'the start of a second device, for which the first one vouches': {
      prepare: startVouched,
      brings: [
        'activation Second phone issued',
        'session open activated-device',
        'voucher used',
        'record activation-issued',
        'record activation-requested',
      ],
    },
  },
  replacement: {
    'the start': {
      prepare: beginReplacing,
      brings: ['replacement Old phone awaiting-device', 'record replacement-started'],
    },
    'the new device': {
      prepare: activateReplacing,
      brings: [
        'device 2 New phone active',
        'activation New phone active',
        'notice New phone sent',
        'replacement Old phone awaiting-test New phone',
        'record activation-active',
        'record activation-linked',
        'record activation-scanned',
        'record activation-verified',
        'webhook device-activated',
        'mail device-activated to them@example.org',
        'mail device-activated to them@mail.example.net',
      ],
    },
    'the test login': {
      prepare: retireOld,
      brings: [
        'device 1 Old phone locked replaced',
        'replacement Old phone retired New phone',
        'record device-retired',
        'webhook device-retiring',
        'mail device-retiring to them@example.org',
        'mail device-retiring to them@mail.example.net',
      ],
    },
    'the undoing': {
      prepare: undoRetired,
      brings: ['device 1 Old phone active', 'replacement Old phone undone New phone', 'record replacement-undone'],
    },
    'the end': {
      prepare: endRetired,
      brings: [
        'device 1 Old phone removed replaced',
        'replacement Old phone finished New phone',
        'record replacement-finished',
        'webhook device-replaced',
        'mail device-replaced to them@example.org',
        'mail device-replaced to them@mail.example.net',
      ],
    },
  },
  lock: {
    'of a device that is being replaced, by the helpdesk': {
      prepare: lockByStaff,
      brings: [
        'device 1 Old phone locked helpdesk',
        'replacement Old phone cancelled',
        'record device-locked-by-helpdesk',
        'record replacement-cancelled',
      ],
    },
    'of one’s own device': {
      prepare: lockOwn,
      brings: ['device 1 Old phone locked person', 'record authenticator-locked'],
    },
    'of one’s own device, lifted': {
      prepare: unlockOwn,
      brings: ['device 1 Old phone active', 'record authenticator-unlocked'],
    },
    'of the helpdesk, undone': {
      prepare: undoStaffLock,
      brings: ['device 1 Old phone active', 'record device-unlocked-by-helpdesk'],
    },
  },
  freeze: {
    'of one’s own account': {
      prepare: freezeOwn,
      brings: ['device 1 Old phone locked frozen', 'record account-frozen', 'record authenticator-locked'],
    },
  },
  'a device of one’s own': {
    'the new name': {
      prepare: renameOwn,
      brings: ['device 1 Kitchen phone active', 'record authenticator-renamed'],
    },
    'the removal': {
      prepare: removeOwn,
      brings: ['device 1 Old phone removed', 'record authenticator-removed'],
    },
  },
  'a change that two people agreed to': {
    'the approval, of an unlocking': {
      prepare: approveUnlock,
      brings: [
        'device 1 Old phone active',
        'change approved approver',
        'record change-approved',
        'record device-unlocked-by-helpdesk',
      ],
    },
    'the approval, of a lock': {
      prepare: approveLock,
      brings: [
        'device 1 Old phone locked helpdesk',
        'change approved approver',
        'record change-approved',
        'record device-locked-by-helpdesk',
      ],
    },
    'the approval, of the end of a freeze': {
      prepare: approveLift,
      brings: [
        'device 1 Old phone active',
        'lift approved approver',
        'record account-unfrozen',
        'record freeze-lift-approved',
        'webhook approval-decided',
      ],
    },
  },
  removal: {
    'the request': {
      prepare: askForRemoval,
      brings: [
        'removal awaiting open',
        'record removal-requested',
        'webhook approval-requested',
        'mail approval-requested to approver@example.org',
        'mail approval-requested to other.agent@example.org',
      ],
    },
    'the approval': {
      prepare: approveRemoval,
      brings: [
        'device 1 Old phone removed',
        'removal approved approver',
        'record device-removed-by-helpdesk',
        'record removal-approved',
        'webhook approval-decided',
      ],
    },
    'the request without a second person': {
      prepare: removeAlone,
      brings: [
        'device 1 Old phone removed',
        'removal approved',
        'record break-glass-used',
        'record device-removed-by-helpdesk',
        'record removal-requested',
        'webhook break-glass-used',
        'mail break-glass-used to approver@example.org',
        'mail break-glass-used to other.agent@example.org',
      ],
    },
  },
};
