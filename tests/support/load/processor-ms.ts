import { SECOND } from '@/lib/shared/time/duration';

/** Milliseconds of processor time that a server has used so far. @param url the server's */
export async function processorMs(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/api/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.]+)/m.exec(metrics)?.[1]) * SECOND;
}
