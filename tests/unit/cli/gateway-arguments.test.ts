import { expect, test } from 'vitest';
import { readGatewayArguments } from '@/lib/cli/gateway/read-gateway-arguments';
import { fault } from '@/lib/kit/faults/fault';

test('the arguments set ports, users and faults, and how often a fault applies', () => {
  const line =
    '--profile onespan-server --servers 2 --port soap=8888,8889 --port gateway=11080 --user jane.doe:pass:word ' +
    '--fault digipassExecute=status:503@2 --fault *=drip --begin clock-off:-90000 --lifetime-seconds 60 --control 8090';

  const read = readGatewayArguments(line.split(' '));
  expect(read).toMatchObject({
    profile: 'onespan-server',
    options: {
      servers: 2,
      ports: { soap: [8888, 8889], digipassGateway: 11080 },
      users: [{ userId: 'jane.doe', staticPassword: 'pass:word' }],
      registrationLifetimeSeconds: 60,
    },
    controlPort: 8090,
    faults: [
      { call: 'digipassExecute', fault: fault.status(503), times: 2 },
      { call: '*', fault: fault.drip(), times: null },
    ],
    begun: [fault.clockOff(-90_000)],
  });
});

test('a service user lacks the privilege that the arguments name, and a record has the attribute that they name', () => {
  const args = [
    '--without-privilege',
    'view recent digipass activity',
    '--last-authentication-field',
    'DIGIPASSFLD_LAST',
  ];
  const options = { missingPrivileges: ['View Recent DIGIPASS Activity'], lastAuthenticationField: 'DIGIPASSFLD_LAST' };
  expect(readGatewayArguments(args)).toMatchObject({ options });
});

test.each([
  [['--profile', 'onespan'], '--profile'],
  [['--port', 'phone=70000'], '--port'],
  [['--port', 'phone=1,2'], '--port'],
  [['--port', 'smtp=25'], '--port'],
  [['--user', 'jane.doe'], '--user'],
  [['--fault', 'MdlActivate'], '--fault'],
  [['--fault', 'MdlActivate=status:700'], '--fault'],
  [['--begin', 'drip'], '--begin'],
  [['--servers', '0'], '--servers'],
  [['--without-privilege', 'Fly'], '--without-privilege'],
  [['--colour', 'red'], '--colour'],
])('the arguments %o are refused with what is wrong', (args, name) => {
  expect(() => readGatewayArguments(args)).toThrow(new RegExp(name));
});
