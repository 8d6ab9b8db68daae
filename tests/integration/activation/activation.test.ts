import { beforeAll, beforeEach, describe } from 'vitest';
import { forUseCases } from '../../support/databases/databases';
import { databaseStores, fakeActivation, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { cancelActivationSuite } from './cancel-activation.suite';
import { clockJumpSuite } from './clock-jump.suite';
import { followActivationSuite } from './follow-activation.suite';
import { gatewayCredentialSuite } from './gateway-credential.suite';
import { inferredCompletionSuite } from './inferred-completion.suite';
import { gatewayUnreachableSuite } from './gateway-unreachable.suite';
import { offlineActivationSuite } from './offline-activation.suite';
import { offlineCodesSuite } from './offline-codes.suite';
import { revealPayloadSuite } from './reveal-payload.suite';
import { seenStepsSuite } from './seen-steps.suite';
import { startActivationSuite } from './start-activation.suite';
import { watchingPaceSuite } from './watching-pace.suite';

const SUITES = [
  ['start', startActivationSuite],
  ['cancel', cancelActivationSuite],
  ['reveal', revealPayloadSuite],
  ['gateway', gatewayUnreachableSuite],
  ['credential', gatewayCredentialSuite],
  ['inferred completion', inferredCompletionSuite],
  ['seen steps', seenStepsSuite],
  ['follow', followActivationSuite],
  ['offline', offlineActivationSuite],
  ['offline codes', offlineCodesSuite],
  ['pace', watchingPaceSuite],
  ['clock', clockJumpSuite],
] as const;

forUseCases((_database, open) => {
  let fake: FakeActivation;

  beforeAll(async () => {
    fake = fakeActivation(databaseStores(await open()));
  });

  beforeEach(() => fake.reset());

  describe.each(SUITES)('%s', (_name, suite) => {
    suite(() => fake);
  });
});
