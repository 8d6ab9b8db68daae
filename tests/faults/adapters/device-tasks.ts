import { refusalWords } from '@/components/site/forms/refusal-words';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import {
  generatePendingOperationId,
  type OperationKind,
  type PendingOperation,
} from '@/lib/devices/pending/pending-operation';
import type { Message } from '@/lib/shared/language/t';
import { testLoginNames } from '@/lib/shared/names/device-names';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { PASSWORD, type AdapterSite } from './adapter-site';
import { required, type AdapterTask, type Tried } from './adapter-task';

const [TIMED, TYPED] = ['0097000001', '0097000002'];
const CLOCK_REPAIRED = 'The clock is repaired. Your next code works.' satisfies Message;
const NOT_COUNTED = 'They have not been counted yet.' satisfies Message;
const IN_THE_LIST = 'The list shows the device.';
const WAITS = 'Hardware authenticator {serial}: sent for approval' satisfies Message;
const TYPE_LIMIT = 2;

const hardware: OneSpanServerConfig['hardware'] = {
  assignment: { by: 'login', separator: '' },
  isTested: true,
  clockFields: ['CREDFLD_DP_RESPONSE', 'CREDFLD_DP_RESPONSE2'],
  virtualTypes: ['VIR*'],
};

const tokens = {
  selfAssignment: { separator: '' },
  tokens: [
    { serialNumber: TIMED, type: 'DP770', kind: 'time' },
    { serialNumber: TYPED, type: 'DP770', kind: 'challenge' },
  ],
  furtherPrivileges: ['Assign DIGIPASS'],
} as const;

function tokenOf({ oneSpan }: AdapterSite, serialNumber: string) {
  const token = oneSpan.state.hardware.find(serialNumber);
  if (!token) throw new TypeError('no such token');
  const show = () => oneSpan.state.hardware.show(token);
  const give = (owner: Parameters<typeof oneSpan.state.hardware.assign>[1]) =>
    oneSpan.state.hardware.assign(token, owner);
  return { token, show, give };
}

const challenge: AdapterTask = {
  name: 'Show a challenge for a hardware device',
  calls: { 'onespan-server': ['getChallenge'] },
  options: tokens,
  settings: { hardware },
  async begin(site, gateway) {
    const owner = site.addPerson();
    tokenOf(site, TYPED).give(owner);
    return {
      async attempt() {
        const shown = await required(gateway.hardware.trials).challenge(owner, TYPED);
        return { isDone: shown !== null, words: shown ? 'The challenge is shown.' : refusalWords('not-found') };
      },
      failing: refusalWords('gateway-unreachable'),
      kept: () => 'nothing to keep',
    };
  },
};

const answerChallenge: AdapterTask = {
  name: 'Answer the challenge of a hardware device',
  calls: { 'onespan-server': ['authUser'] },
  options: tokens,
  settings: { hardware },
  async begin(site, gateway) {
    const owner = site.addPerson();
    const { token, give } = tokenOf(site, TYPED);
    give(owner);
    const trials = required(gateway.hardware.trials);
    site.oneSpan.calls.clear();
    return {
      async attempt() {
        // Each is answered once.
        const shown = required(await trials.challenge(owner, TYPED));
        const response = await site.oneSpan.state.hardware.show(token, shown.text);
        const isRight = await trials.answer(owner, TYPED, shown.key, response);
        return { isDone: isRight, words: isRight ? testLoginNames.works : refusalWords('one-time-password-wrong') };
      },
      failing: refusalWords('gateway-unreachable'),
      kept: () => `the server was asked ${site.oneSpan.calls.count('authUser') === 1 ? 'once' : 'more than once'}`,
    };
  },
};

const repairClock: AdapterTask = {
  name: 'Repair the clock of a hardware device',
  calls: { 'onespan-server': ['syncTokenAndHost'] },
  options: tokens,
  settings: { hardware },
  async begin(site, gateway) {
    const owner = site.addPerson();
    const { token, show, give } = tokenOf(site, TIMED);
    give(owner);
    Object.assign(token, { ahead: 100, corrected: 0, lastUsed: -1 });
    const next = () => {
      site.clock.aheadMs += 36 * SECOND;
      return show();
    };
    return {
      async attempt() {
        const codes = [await next(), await next()] as const;
        const isRepaired = await required(gateway.hardware.trials).repairClock(owner, TIMED, codes);
        return { isDone: isRepaired, words: isRepaired ? CLOCK_REPAIRED : refusalWords('one-time-password-wrong') };
      },
      failing: refusalWords('gateway-unreachable'),
      kept: () => (token.corrected === 0 ? 'the clock as it was' : 'the clock, repaired'),
      async findInForce() {
        const tested = await gateway.directory.testOneTimePassword(TIMED, await next());
        return tested.ok ? 'the next code works' : null;
      },
    };
  },
};

function assign(by: 'login' | 'administration', call: string): AdapterTask {
  return {
    name: by === 'login' ? 'Assign a hardware device to oneself' : 'Assign one by an administrator’s command',
    calls: { 'onespan-server': [call] },
    options: tokens,
    settings: { hardware: { ...hardware, assignment: { by, separator: '' } } },
    async begin(site, gateway) {
      const owner = site.addPerson();
      const { token, show, give } = tokenOf(site, TIMED);
      give(null);
      return {
        async attempt(): Promise<Tried> {
          site.clock.aheadMs += MINUTE;
          const request = { serialNumber: TIMED, password: PASSWORD, response: await show(), newPin: null };
          const { kind } = await required(gateway.hardware.assignment).assign(owner, request);
          if (kind === 'assigned') return { isDone: true, words: IN_THE_LIST };
          if (kind === 'unconfirmed') return { isDone: false, words: refusalWords('assignment-unconfirmed') };
          if (kind !== 'proved') return { isDone: false, words: refusalWords('assignment-refused') };
          const operation = operationOf(site, owner, 'assignment', TIMED);
          const { state } = await required(gateway.commands).assignment.send(operation, null);
          return { isDone: state === 'done', words: state === 'done' ? IN_THE_LIST : WAITS };
        },
        failing: refusalWords('gateway-unreachable'),
        kept: () => (token.owner?.userId === owner.userId ? 'the device is theirs' : 'the device is nobody’s'),
        async findInForce() {
          const { others } = await gateway.directory.holdings(owner);
          return others.some(({ instanceId }) => instanceId === TIMED) ? 'the list shows the device' : null;
        },
      };
    },
  };
}

const countLicences: AdapterTask = {
  name: 'Count the free licences',
  calls: { 'onespan-server': ['digipassQuery'], 'onespan-cloud': ['authenticators'] },
  begin: async (_site, gateway) => ({
    async attempt() {
      const { pools } = await required(gateway.licences).count();
      const free = pools.reduce((sum, pool) => sum + pool.free, 0);
      return { isDone: free > 0, words: `The status page counts ${free > 0 ? 'them' : 'none'}.` };
    },
    failing: NOT_COUNTED,
    kept: () => 'nothing to keep',
  }),
};

const readTypeLimit: AdapterTask = {
  name: 'Look at the limit of a device type',
  calls: { 'onespan-server': ['policyExecute POLICYCMD_GET_EFFECTIVE_POLICY'] },
  options: { typeLimits: { DAL10: TYPE_LIMIT }, furtherPrivileges: ['View Policy'] },
  settings: { policy: 'Self-Management Policy' },
  async begin(site, gateway) {
    const owner = site.addPerson();
    await site.activate(owner);
    return {
      async attempt() {
        // The policy is remembered for ten minutes, and so is that it could not be read.
        site.clock.aheadMs += 11 * MINUTE;
        const limits = await gateway.directory.limits(owner);
        if (!limits) return { isDone: false, words: 'No limit is shown.' };
        return { isDone: limits.limit === TYPE_LIMIT, words: `1 of ${limits.limit} devices is in use.` };
      },
      failing: refusalWords('gateway-unreachable'),
      kept: () => 'nothing to keep',
    };
  },
};

function operationOf(
  { clock }: AdapterSite,
  { userId, domain }: UserKey,
  kind: OperationKind,
  instanceId: string,
  snapshot = '',
): PendingOperation {
  const now = clock.now();
  return {
    id: generatePendingOperationId(systemRandom),
    kind,
    userId,
    domain,
    instanceId,
    deviceName: 'Phone',
    requestedBy: userId,
    snapshot,
    requestedAt: now,
    version: 1,
    state: 'sent',
    reference: null,
    lookAt: now,
    endedAt: null,
  };
}

/** @param does what fails: of all but `send` a second administrator has to agree, and of `search` no reference is known yet */
function unassign(name: string, call: string, does: 'send' | 'look' | 'search' | 'withdraw'): AdapterTask {
  const waits = does !== 'send';
  return {
    name,
    calls: { 'onespan-server': [call] },
    options: { makerChecker: waits ? ['DIGIPASSCMD_UNASSIGN'] : [], furtherPrivileges: ['Unassign DIGIPASS'] },
    settings: { takesLicencesBack: true },
    async begin(site, gateway) {
      const owner = site.addPerson();
      const { instanceId } = await site.activate(owner);
      const removals = required(gateway.commands).removal;
      const snapshot = (await removals.prepare(owner, instanceId)) ?? '';
      const operation = operationOf(site, owner, 'removal', instanceId, snapshot);
      const sent = waits ? await removals.send(operation, null) : null;
      const reference = sent?.state === 'waiting' && does !== 'search' ? sent.reference : null;
      const isGone = () => site.oneSpan.state.records.listOf(owner).every(({ kind }) => kind !== 'instance');
      const pending = () => site.oneSpan.state.pendingOperations.list().length;
      const send = async (): Promise<Tried> => {
        const { state } = await removals.send(operation, null);
        return state === 'done'
          ? { isDone: true, words: 'The list shows the device no more.' }
          : { isDone: false, words: refusalWords('awaiting-approval') };
      };
      const look = async (): Promise<Tried> => {
        const { state } = await removals.look({ ...operation, state: 'waiting', reference });
        // What the gateway does not let the site see is asked again later.
        return { isDone: state === 'waiting', words: refusalWords('awaiting-approval') };
      };
      const withdraw = async (): Promise<Tried> => {
        await removals.withdraw(reference ?? '');
        return { isDone: true, words: 'The removal is over.' };
      };
      const before = pending() - (waits ? 1 : 0);
      return {
        attempt: { send, look, search: look, withdraw }[does],
        failing: waits ? refusalWords('awaiting-approval') : refusalWords('gateway-unreachable'),
        kept: () => `the device is ${isGone() ? 'gone' : 'there'}, ${pending() - before} waiting`,
        async findInForce() {
          const left = await gateway.directory.list(owner);
          return left.length === 0 ? 'the list shows the device no more' : null;
        },
      };
    },
  };
}

/** What people have, and what the server has left. */
export const DEVICE_TASKS: readonly AdapterTask[] = [
  challenge,
  answerChallenge,
  repairClock,
  assign('login', 'authUser'),
  assign('administration', 'digipassExecute DIGIPASSCMD_ASSIGN'),
  countLicences,
  readTypeLimit,
  unassign('Give a licence back', 'digipassExecute DIGIPASSCMD_UNASSIGN', 'send'),
  unassign('Look at a removal that waits', 'viewPendingOperation', 'look'),
  unassign('Look for a removal whose reference is not known', 'queryPendingOperation', 'search'),
  unassign('Withdraw a removal that nobody needs any more', 'deletePendingOperation', 'withdraw'),
];
