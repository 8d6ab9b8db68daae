/** What a platform asks of one process, each at a path of its own. */
export const HEALTH_PROBES = ['live', 'started', 'ready'] as const;

export type HealthProbe = (typeof HEALTH_PROBES)[number];

const HEALTH_PATH = '/api/health';

const PATHS: ReadonlySet<string> = new Set([HEALTH_PATH, ...HEALTH_PROBES.map((probe) => `${HEALTH_PATH}/${probe}`)]);

/** Whether a path reveals nothing but health: load balancers and platforms call it by an address of their own. */
export function isHealthPath(path: string): boolean {
  return PATHS.has(path);
}

export function isHealthProbe(text: string): text is HealthProbe {
  return HEALTH_PROBES.some((probe) => probe === text);
}
