import { runPhone } from './run-phone';

process.exitCode = await runPhone(process.argv.slice(2), { say: console.log, complain: console.error });
