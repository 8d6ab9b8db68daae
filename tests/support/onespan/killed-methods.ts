/**
 * @property place after which the suite of that name kills a process: the port's method, or the call that arrives @property test
 * of a file, which kills it or loses its answer @property why no process has to be killed
 */
type Killed =
  | { suite: 'interrupted-use-cases' | 'interrupted-onespan'; place: string }
  | { file: string; test: string }
  | { why: string };

const ofUseCases = (place: string) => ({ suite: 'interrupted-use-cases', place }) as const;
const COUNTS_ONLY = {
  why: 'a password or a code is compared, which uses it up or counts it: nothing else is left to finish',
};
const BY_THE_SAME_FUNCTION = { why: 'runs in changeAtGateway, whose process dies after passwords.change' };
const NO_ROUND = { why: 'the gateway gives it up by itself, and the person presses again' };

/** Every method that changes something at a gateway, and how a process dies between its call and its record. */
export const KILLED: Readonly<Record<string, Killed>> = {
  'activation.register': ofUseCases('gateway.register'),
  'activation.cancel': ofUseCases('gateway.cancel'),
  'offline.register': ofUseCases('offline.register'),
  'offline.addDevice': ofUseCases('offline.addDevice'),
  'offline.activate': ofUseCases('offline.activate'),
  'directory.rename': ofUseCases('directory.rename'),
  'directory.lock': ofUseCases('directory.lock'),
  'directory.unlock': ofUseCases('directory.unlock'),
  'directory.remove': ofUseCases('directory.remove'),
  'directory.testOneTimePassword': COUNTS_ONLY,
  'removal.send': {
    file: 'tests/integration/gateways/onespan-server/pending-removals.test.ts',
    test: 'a process that dies after the call leaves a row, by which another finds the reference and queues nothing',
  },
  'removal.withdraw': { why: 'the row stays open until its end is saved, and the next look finds the request gone' },
  'assignment.send': {
    file: 'tests/integration/gateways/onespan-server/pending-assignments.test.ts',
    test: 'a process that dies after the call leaves a row, by which another finds the reference and queues nothing',
  },
  'assignment.withdraw': { why: 'the row stays open until its end is saved, and the next look finds the request gone' },
  'users.verifyPassword': COUNTS_ONLY,
  'contacts.verifyPassword': COUNTS_ONLY,
  'passwords.change': { suite: 'interrupted-onespan', place: 'updatePassword' },
  'passwordSync.learn': BY_THE_SAME_FUNCTION,
  'pins.change': BY_THE_SAME_FUNCTION,
  'selfRegistration.register': {
    why: 'the registration is written down before, and bars the account until its code is typed or asked for anew',
  },
  'virtualAuthenticator.send': NO_ROUND,
  'virtualAuthenticator.verify': COUNTS_ONLY,
  'hardwareAssignment.assign': {
    file: 'tests/integration/gateways/onespan-server/hardware.test.ts',
    test: 'an assignment whose answer is lost is recorded once, by the round, and one that never arrived is not',
  },
  'hardwareAssignment.answer': { why: 'runs in actAtGateway as the assignment itself does' },
  'hardwareTrials.challenge': NO_ROUND,
  'hardwareTrials.answer': COUNTS_ONLY,
  'hardwareTrials.repairClock': { why: 'the codes are used up, and nothing but the line of the log is left to finish' },
};

/** Places after which a suite has to kill a process. */
export function placesOf(suite: 'interrupted-use-cases' | 'interrupted-onespan'): string[] {
  return Object.values(KILLED).flatMap((killed) => ('suite' in killed && killed.suite === suite ? [killed.place] : []));
}
