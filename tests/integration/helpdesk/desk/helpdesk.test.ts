import { beforeAll, describe } from 'vitest';
import { forUseCases } from '../../../support/databases/databases';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { announceDeviceSuite } from './announce-device.suite';
import { askManagerSuite } from './ask-manager.suite';
import { calledBackSuite } from './called-back.suite';
import { callerCheckSuite } from './caller-check.suite';
import { callerPhoneSuite } from './caller-phone.suite';
import { casesSuite } from './cases.suite';
import { freezeSuite } from './freeze.suite';
import { invitedActivationSuite } from './invitations/invited-activation.suite';
import { locklessSuite } from './lockless.suite';
import { lostPhoneSuite } from './lost-phone.suite';
import { openInvitationSuite } from './invitations/open-invitation.suite';
import { openedInvitationSuite } from './invitations/opened-invitation.suite';
import { progressSuite } from './invitations/progress.suite';
import { queuesSuite } from './queues.suite';
import { removalSuite } from './removal.suite';
import { replaceDeviceSuite } from './replace-device.suite';
import { reportNotMeSuite } from './report-not-me.suite';
import { requestInvitationSuite } from './invitations/request-invitation.suite';
import { secondPersonSuite } from './second-person.suite';
import { undoLockSuite } from './undo-lock.suite';

const SUITES = [
  ['requesting', requestInvitationSuite],
  ['checking the caller', callerCheckSuite],
  ['calling back', calledBackSuite],
  ['the caller’s phone', callerPhoneSuite],
  ['asking the manager', askManagerSuite],
  ['the second person', secondPersonSuite],
  ['removing a device', removalSuite],
  ['undoing a lock', undoLockSuite],
  ['opening', openInvitationSuite],
  ['opened', openedInvitationSuite],
  ['activating', invitedActivationSuite],
  ['telling of a device', announceDeviceSuite],
  ['following', progressSuite],
  ['replacing', replaceDeviceSuite],
  ['“It wasn’t me”', reportNotMeSuite],
  ['a gateway without a lock', locklessSuite],
  ['lists', queuesSuite],
  ['freezing', freezeSuite],
  ['lost phones', lostPhoneSuite],
  ['cases', casesSuite],
] as const;

// Each test has people of its own, so they share a database.
forUseCases((_database, open) => {
  let world: FakeHelpdesk;

  beforeAll(async () => {
    world = await fakeHelpdesk(onDatabase(await open()));
  });

  describe.each(SUITES)('%s', (_name, suite) => {
    suite(() => world);
  });
});
