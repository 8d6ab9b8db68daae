import type { ServerResponse } from 'node:http';
import type { Call } from './call';
import type { CallLog } from './call-log';
import type { FaultBoard } from './fault-board';
import { send, spoil } from './spoil';

/** Notes a call, and answers it: rightly, or as the board has it. The one way in for servers and lines. */
export async function answerCall(
  { faults, calls }: { faults: FaultBoard; calls: CallLog },
  call: Call,
  response: ServerResponse,
): Promise<void> {
  const fault = faults.take(call.name, call.url);
  const loggedCall = calls.note(call.name, call.url, { fault: fault?.kind ?? null, body: call.body });
  if (fault) await spoil(fault, call, response, faults);
  else send(response, await call.perform());
  if (response.headersSent) loggedCall.status = response.statusCode;
  faults.noteAnswer();
}
