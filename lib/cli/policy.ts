import { parseArgs } from 'node:util';
import { readHoldings } from '../accounts/ways-back/holdings';
import { rehearse, scoreBackups } from '../accounts/ways-back/rehearsal';
import { explainForUser } from '../accounts/proofs/explain-for-user';
import { policyLines } from '../accounts/policy/policy-lines';
import { ENROLMENT_LEVELS, PROTECTED_ACTIONS, type ProtectedAction } from '../accounts/proofs/proof-policy';
import { normalizeUserId } from '../accounts/users/user';
import { openInstallation } from '../server/composition/installation';
import { openPolicy } from '../server/composition/open-policy';
import { explanationLines } from './policy/explanation-lines';
import { wayLines } from './policy/way-lines';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

const USAGE = `Says why: which proofs an action would take of a person now, and how they could give them; then what would still
work for them after a loss. It changes nothing.
Tessera must be stopped when it uses the embedded database.

  ${calledAs('policy')} explain --user jane.doe [--action bind-device]...
  ${calledAs('policy')} table [--level standard]     what every action, route, page and operation demands, in Markdown

Without --action, all of them: ${PROTECTED_ACTIONS.join(', ')}.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: 'string', default: '' },
      action: { type: 'string', multiple: true, default: [] },
      level: { type: 'string', default: 'standard' },
      ...HELP_OPTION,
    },
  });
  const level = ENROLMENT_LEVELS.find((one) => one === values.level);
  if (!values.help && positionals.join(' ') === 'table' && level) {
    console.log(policyLines(level));
    return 0;
  }
  const userId = normalizeUserId(values.user);
  if (values.help || positionals.join(' ') !== 'explain' || userId === '') {
    return printUsage(USAGE, values.help);
  }
  const unknown = values.action.find((action) => !isAction(action));
  if (unknown !== undefined) {
    console.error(`There is no action ${unknown}. There are: ${PROTECTED_ACTIONS.join(', ')}.`);
    return 1;
  }
  const actions = values.action.filter(isAction);
  return explain(userId, actions.length > 0 ? actions : PROTECTED_ACTIONS);
});

async function explain(userId: string, actions: readonly ProtectedAction[]): Promise<number> {
  const installation = await openInstallation((error) => console.error(error));
  const { proofs, hasPhoneSignIn, close } = openPolicy(installation);
  try {
    const user = await proofs.users.find(userId, proofs.settings.domain);
    if (!user) {
      console.error(`There is no account ${userId}.`);
      return 1;
    }
    const held = await readHoldings(proofs, user, hasPhoneSignIn);
    const about = { level: proofs.staff.level, now: proofs.clock.now() };
    console.log(explanationLines(user, await explainForUser(proofs, user, actions, hasPhoneSignIn)));
    console.log(`\n${wayLines(scoreBackups(held, about), rehearse(held, about))}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'GatewayError') throw error;
    console.error(`The gateway does not answer: ${calledAs('doctor')} tells why.`);
    return 1;
  } finally {
    await close();
    await installation.close();
  }
}

function isAction(text: string): text is ProtectedAction {
  return (PROTECTED_ACTIONS as readonly string[]).includes(text);
}
