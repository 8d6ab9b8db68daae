import { GatewayError } from '../../activation/gateway-error';
import { followOperation, type PendingOperationPorts } from './follow-operation';

const BATCH = 50;

/**
 * One round: asks the gateway about commands that wait for a second administrator, and repeats those that were approved.
 * Replicas may run rounds at the same time.
 * @param onFault receives the error of one that failed; the round goes on
 */
export async function watchPendingOperations(
  ports: PendingOperationPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const operation of await ports.operations.listDue(ports.clock.now(), BATCH)) {
    if (signal.aborted) return;
    try {
      await followOperation(ports, operation);
    } catch (error) {
      // The lease ends, and the next round asks again.
      if (!(error instanceof GatewayError)) onFault(error);
    }
  }
}
