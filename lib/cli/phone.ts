import { controlPhones } from './phone/control-phones';
import { runPhone } from './phone/run-phone';

const args = process.argv.slice(2);
const terminal = { say: console.log, complain: console.error };
process.exitCode = await (args.includes('--control') ? controlPhones(args, terminal) : runPhone(args, terminal));
