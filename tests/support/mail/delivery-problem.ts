import type { DeliveryProblem } from '@/lib/messaging/delivery-error';

/** What a delivery ran into; null when it went well. */
export function deliveryProblem(delivered: Promise<void>): Promise<DeliveryProblem | null> {
  return delivered.then(
    () => null,
    (error: { code: DeliveryProblem }) => error.code,
  );
}
