/**
 * Loaded into a server under measurement: when the process that started it asks, answers what its memory holds after
 * everything unreachable has been let go.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

process.on('message', (message) => {
  if (message !== 'measure') return;
  collectGarbage();
  process.send(process.memoryUsage());
});
process.channel?.unref();
