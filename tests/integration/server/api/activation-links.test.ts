import { describe } from 'vitest';
import { forUseCases } from '../../../support/databases/databases';
import { activationLinksFixture } from './activation-links-fixture';
import { followActivationLinkSuite } from './follow-activation-link.suite';
import { makeActivationLinkSuite } from './make-activation-link.suite';
import { signedResultSuite } from './signed-result.suite';

const SUITES = [
  ['making an activation link', makeActivationLinkSuite],
  ['the way of a person', followActivationLinkSuite],
  ['the signed result, verified as the documentation shows', signedResultSuite],
] as const;

forUseCases((_kind, open) => {
  const fixture = activationLinksFixture(open);

  describe.each(SUITES)('%s', (_name, suite) => {
    suite(fixture);
  });
});
