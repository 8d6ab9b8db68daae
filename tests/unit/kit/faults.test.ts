import { describe, expect, test } from 'vitest';
import { SERVICES } from '@/lib/gateways/embedded/engine/phone-services/phone-services';
import { CallLog } from '@/lib/kit/faults/call-log';
import { fault } from '@/lib/kit/faults/fault';
import { FaultBoard } from '@/lib/kit/faults/fault-board';
import { FAULT_KINDS, FAULTS } from '@/lib/kit/faults/fault-list';
import { parseFault } from '@/lib/kit/faults/fault-text';
import { PHONE_CALLS, phoneCallName, type PhoneCall } from '@/lib/kit/faults/phone-calls';

const HERE = 'https://localhost:1';

describe('a board of faults', () => {
  test('a fault hits the call that is named most specifically first', () => {
    const board = new FaultBoard();
    board.set('*', fault.html());
    board.once('MdlActivate', fault.drip());
    board.once('provisioning/MdlActivate', fault.reset());
    const met = Array.from({ length: 3 }, () => board.take('provisioning/MdlActivate', HERE)?.kind);
    expect(met).toEqual(['reset', 'drip', 'html']);
  });

  test('a phone’s call can be named by its path or by the end of it', () => {
    const names: PhoneCall[] = ['provisioning/MdlAddDevice', 'MdlAddDevice'];
    for (const name of names) {
      const board = new FaultBoard();
      board.once(name, fault.timeout());
      expect(board.take(phoneCallName('/rest/v2/provisioning/MdlAddDevice'), HERE)).toEqual(fault.timeout());
    }
  });

  test('a fault can be limited to a command, a server and a number of calls', () => {
    const board = new FaultBoard();
    board.set('userExecute', fault.timeout(), { times: 2, url: HERE });
    expect(board.take('userExecute USERCMD_UNLOCK', 'https://localhost:2')).toBeNull();
    expect(board.take('userExecute USERCMD_UNLOCK', HERE)).toEqual({ kind: 'timeout' });
    expect(board.list()).toEqual([{ call: 'userExecute', fault: { kind: 'timeout' }, left: 1, url: HERE }]);
    board.take('userExecute USERCMD_VIEW', HERE);
    expect(board.take('userExecute USERCMD_VIEW', HERE)).toBeNull();
  });

  test.each([fault.refused(), fault.certificate(), fault.clockOff(1), fault.sessionExpired()])(
    'a board refuses the fault $kind where nothing can cause it',
    (wrong) => {
      expect(() => new FaultBoard().set('*', wrong)).toThrow(RangeError);
    },
  );

  test('clearing the board restores a place once', async () => {
    const said: number[] = [];
    const board = new FaultBoard({ moveClock: (ms) => void said.push(ms) });
    await board.begin({ kind: 'clock-off', ms: 5_000 });
    await board.clear();
    await board.clear();
    expect(said).toEqual([5_000, 0]);
  });
});

describe('a fault in text', () => {
  test.each([
    ['timeout', fault.timeout()],
    ['status:503', fault.status(503)],
    ['delay:2000', fault.delay(2_000)],
    ['proxy-timeout:60000', fault.proxyTimeout(60_000)],
    ['clock-off:-90000', fault.clockOff(-90_000)],
    ['certificate', fault.certificate('untrusted')],
    ['certificate:expired', fault.certificate('expired')],
    ['redirect:http://localhost/a:b', fault.redirect('http://localhost/a:b')],
    ['reply:{"status":418,"headers":{},"body":"no"}', fault.reply({ status: 418, headers: {}, body: 'no' })],
  ])('%s', (text, wrong) => {
    expect(parseFault(text)).toEqual(wrong);
  });

  test.each([
    '',
    'tiemout',
    'timeout:1',
    'status',
    'status:99',
    'status:503x',
    'delay:-1',
    'certificate:old',
    'reply:{',
  ])('a malformed fault text is refused: %o', (text) => {
    expect(parseFault(text)).toBeNull();
  });

  test('a fault text may be any fault without an argument', () => {
    const plain = FAULT_KINDS.filter((kind) => FAULTS[kind].argument === null);
    expect(plain.map((kind) => parseFault(kind))).toEqual(plain.map((kind) => ({ kind })));
  });
});

test('the calls of the phone are all that its gateway answers', () => {
  const paths = [...SERVICES.keys()].map((service) => phoneCallName(`/rest/v2/${service}`));
  expect(PHONE_CALLS).toEqual(expect.arrayContaining(paths));
});

test('a log forgets the oldest calls, not the newest', () => {
  const log = new CallLog();
  for (let count = 0; count < 10_001; count++) log.note(`call ${count}`, HERE);
  expect([log.count(), log.list()[0]?.name, log.count('call 10000', HERE)]).toEqual([10_000, 'call 1', 1]);
});

describe('what a test expects of calls', () => {
  const log = new CallLog();
  log.note('provisioning/MdlAddDevice', HERE, {
    body: '{"device":{"code":"123"},"description":"A phone"}',
  }).status = 200;
  log.note('provisioning/MdlActivate', HERE, { fault: 'html' });

  test('the expected call matches by members of the body, the status and the fault', () => {
    const body = { device: { code: /^\d+$/ }, description: 'A phone' };
    expect(log.verify('MdlAddDevice', { times: 1, status: 200, fault: null, body })).toHaveLength(1);
    expect(log.verify('MdlAddDevice', { body: /"code":"123"/ })).toHaveLength(1);
    expect(log.verify('MdlAddDevice', { times: 0, body: { description: 'Another' } })).toEqual([]);
    expect(log.verify('MdlActivate', { fault: 'html', status: null })).toHaveLength(1);
  });

  test('an unmet expectation is reported with the nearest call, and how it differs', () => {
    expect(() =>
      log.verify('MdlAddDevice', { body: { device: { code: /^[a-z]+$/ }, description: 'A phone' } }),
    ).toThrow(
      /expected at least one call of MdlAddDevice, and 0 arrived.*\n.*body\.device\.code is "123", which \/\^\[a-z\]\+\$\/ does not match/s,
    );
    expect(() => log.verify('MdlAddDevice', { times: 2 })).toThrow('expected 2 calls of MdlAddDevice, and 1 arrived');
    expect(() => log.verify('MdlAddDevice', { body: { owner: 'me' } })).toThrow('body.owner is missing, not "me"');
    expect(() => log.verify('provisioning/MdlActivat')).toThrow(/nearest of what did: provisioning\/MdlActivate,/);
    expect(() => new CallLog().verify('MdlActivate')).toThrow('No call arrived at all');
  });
});

describe('faults that no call has met', () => {
  test('faults that no call met are reported once, also if cleared, and those that were met are not', async () => {
    const board = new FaultBoard();
    board.once('MdlActivate', fault.html());
    board.set('MdlAddDevice', fault.reset());
    board.once('getServerTime', fault.drip());
    board.take('provisioning/MdlAddDevice', HERE);
    await board.clear('getServerTime');
    expect((await board.takeUnmet()).map(({ call }) => call).toSorted()).toEqual(['MdlActivate', 'getServerTime']);
    expect(await board.takeUnmet()).toEqual([]);
    expect(board.list()).toEqual([]);
  });
});
