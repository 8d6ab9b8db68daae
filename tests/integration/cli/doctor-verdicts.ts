/** Of each check by its name; of the last server where there are several. */
export function verdictsIn(output: string): Record<string, string> {
  const lines = output.matchAll(/^ {2}(ok|warning|failed|skipped) +([a-z -]+): /gm);
  return Object.fromEntries(Array.from(lines, ([, verdict, name]) => [name, verdict]));
}

/** Of an authentication server at which nothing is wrong. */
export const WELL = {
  name: 'ok',
  port: 'ok',
  certificate: 'ok',
  'client certificate': 'ok',
  answer: 'ok',
  clock: 'ok',
  'log-on': 'ok',
  privileges: 'ok',
  completion: 'ok',
  'start times': 'skipped',
  licences: 'ok',
  'log-off': 'ok',
  component: 'ok',
  registration: 'skipped',
  'request to a phone': 'skipped',
  'image for a phone': 'skipped',
};
