import { SECOND } from '@/lib/shared/time/duration';

/** Milliseconds of processor time that a server has used so far. @param metrics what it answers at `/api/metrics` */
export function processorMsIn(metrics: string): number {
  return Number(/^process_cpu_seconds_total ([\d.]+)/m.exec(metrics)?.[1]) * SECOND;
}
