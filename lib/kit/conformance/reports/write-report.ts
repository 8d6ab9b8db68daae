import { writeFile } from 'node:fs/promises';
import type { Report } from '../run-conformance';
import { htmlReport } from './html-report';
import { jsonReport } from './json-report';
import { junitReport } from './junit-report';
import { textReport } from './text-report';

const WRITERS: Record<string, (report: Report) => string> = {
  txt: textReport,
  html: htmlReport,
  xml: junitReport,
  json: jsonReport,
};

/**
 * What writes a report to a file, and throws a RangeError where it cannot.
 * @returns null when no report has this ending: .txt, .html, .xml (JUnit) or .json
 */
export function reportWriter(file: string): ((report: Report) => Promise<void>) | null {
  const write = WRITERS[/\.(\w+)$/.exec(file)?.[1] ?? ''];
  if (!write) return null;
  return (report) =>
    writeFile(file, write(report)).catch((error: unknown) => {
      throw new RangeError(`The report ${file} cannot be written`, { cause: error });
    });
}
