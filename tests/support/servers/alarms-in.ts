/**
 * What the log of a server says above "info", and what of it is no JSON object: lines that somebody is called for.
 * @param output what the server has written
 */
export function alarmsIn(output: string): string[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.filter((line) => !line.startsWith('{') || (JSON.parse(line) as { level: number }).level >= 40);
}
