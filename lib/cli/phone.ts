import { runPhone } from './phone/run-phone';

process.exitCode = await runPhone(process.argv.slice(2), { say: console.log, complain: console.error });
