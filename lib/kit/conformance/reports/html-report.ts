import { resultsOf, type CheckResult, type Report } from '../run-conformance';
import { escapeMarkup } from '../../../shared/text/escape-markup';
import { countsOf, verdictOf } from './counts';
import { REPORT_STYLE } from './report-style';

/** Where a reader finds what the clauses say. */
const CLAUSES =
  'Clauses are in Tessera’s repository: “OneSpan” is lib/gateways/CONTRACT.md, “Profile” is lib/wire/crypto/provisioning-profile.ts, “Embedded gateway” is lib/gateways/embedded/README.md.';

const WORDS = { passed: 'Passed', failed: 'Failed', skipped: 'Skipped' } as const;

/** One page that needs nothing else: deviations first, then every check by group. */
export function htmlReport(report: Report): string {
  const { passed, failed, skipped } = countsOf(report);
  const { url, profile, startedAt } = report;
  const deviations = resultsOf(report).filter(({ outcome }) => outcome.kind === 'failed');
  const verdict = verdictOf(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Conformance: ${escapeMarkup(verdict)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<header>
<p class="kicker">Conformance of a gateway</p>
<h1>${escapeMarkup(verdict)}</h1>
<p>${escapeMarkup(url)}, profile ${profile}, <time datetime="${startedAt.toISOString()}">${startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>
<dl class="counts">${counted('Passed', passed)}${counted('Failed', failed)}${counted('Skipped', skipped)}</dl>
</header>
${deviations.length === 0 ? '' : section('What deviates', deviations.map(deviation))}
${report.groups.map(({ name, results }) => section(name, results.map(line))).join('\n')}
<footer><p>${escapeMarkup(CLAUSES)}</p></footer>
</main>
</body>
</html>
`;
}

function section(name: string, items: string[]): string {
  return `<section>\n<h2>${escapeMarkup(name)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}

/** With the expected and the observed behaviour. */
function deviation({ id, title, clause, outcome }: CheckResult): string {
  if (outcome.kind !== 'failed') return '';
  return `<li class="deviation" id="${escapeMarkup(id)}"><h3>${escapeMarkup(title)}</h3>
<dl><dt>Expected</dt><dd>${escapeMarkup(outcome.expected)}</dd><dt>Seen</dt><dd>${escapeMarkup(outcome.seen)}</dd><dt>Clause</dt><dd>${escapeMarkup(clause)}</dd><dt>Check</dt><dd><code>${escapeMarkup(id)}</code></dd></dl></li>`;
}

function line({ id, title, clause, outcome }: CheckResult): string {
  const word = `<span class="word ${outcome.kind}">${WORDS[outcome.kind]}</span>`;
  const name =
    outcome.kind === 'failed'
      ? `<a href="#${escapeMarkup(id)}">${escapeMarkup(title)}</a>`
      : `<span>${escapeMarkup(title)}</span>`;
  const reason = outcome.kind === 'skipped' ? `<span class="reason">${escapeMarkup(outcome.reason)}</span>` : '';
  return `<li class="line">${word}<div>${name}${reason}<span class="clause">${escapeMarkup(clause)}</span></div></li>`;
}

function counted(name: string, number: number): string {
  return `<div><dt>${name}</dt><dd>${number}</dd></div>`;
}
