import { parseArgs } from 'node:util';
import { PROFILES, type ConformanceProfile } from '../../kit/conformance/check';
import { LONGEST_WAIT_SECONDS } from '../../kit/conformance/end-of-time';
import { reportWriter } from '../../kit/conformance/reports/write-report';
import type { Report } from '../../kit/conformance/run-conformance';
import { HELP_OPTION } from '../run-command';

export type ConformanceArguments = {
  url: string;
  /** Null to prompt for it. */
  key: string | null;
  profile: ConformanceProfile;
  /** Name of a file. */
  authorityFile: string | null;
  /** How activations come to be; null for not at all. */
  source: { command: string } | { payloads: string[] } | { control: string } | null;
  lifetimeSeconds: number | null;
  writers: ((report: Report) => Promise<void>)[];
  only: string[] | null;
  isStrict: boolean;
};

const OPTIONS = {
  url: { type: 'string' },
  key: { type: 'string' },
  profile: { type: 'string', default: 'embedded' },
  ca: { type: 'string' },
  register: { type: 'string' },
  payload: { type: 'string', multiple: true },
  control: { type: 'string' },
  'lifetime-seconds': { type: 'string' },
  report: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  strict: { type: 'boolean', default: false },
  ...HELP_OPTION,
} as const;

/** @returns null if help was requested. @throws RangeError with a sentence about the wrong argument */
export function readConformanceArguments(args: string[]): ConformanceArguments | null {
  const { values } = parsed(args);
  if (values.help) return null;
  const profile = PROFILES.find((one) => one === values.profile);
  if (!profile) throw new RangeError(`--profile is one of ${PROFILES.join(', ')}`);
  const { register, payload, control } = values;
  if ([register, payload, control].filter((one) => one !== undefined).length > 1)
    throw new RangeError('--register, --payload and --control exclude one another');
  return {
    url: readUrl('--url', values.url ?? ''),
    key: values.key ?? null,
    profile,
    authorityFile: values.ca ?? null,
    source: sourceFrom(register, payload, control),
    lifetimeSeconds: readLifetime(values['lifetime-seconds']),
    writers: (values.report ?? []).map(readReport),
    only: values.only ?? null,
    isStrict: values.strict,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS });
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function sourceFrom(
  register: string | undefined,
  payloads: string[] | undefined,
  control: string | undefined,
): ConformanceArguments['source'] {
  if (register !== undefined) return { command: register };
  if (payloads) return { payloads };
  return control === undefined ? null : { control: readUrl('--control', control) };
}

/** Reports name the address, so it may hold no secret. */
function readUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isPlain || url.search !== '' || url.hash !== '')
    throw new RangeError(`${name} is an http or https address without a user, a query or a fragment`);
  return text.replace(/\/+$/, '');
}

function readLifetime(text: string | undefined): number | null {
  if (text === undefined) return null;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > LONGEST_WAIT_SECONDS)
    throw new RangeError(`--lifetime-seconds is a number from 1 to ${LONGEST_WAIT_SECONDS}`);
  return seconds;
}

function readReport(file: string): ConformanceArguments['writers'][number] {
  const writer = reportWriter(file);
  if (!writer) throw new RangeError(`--report is a file that ends in .txt, .html, .xml or .json, not "${file}"`);
  return writer;
}
