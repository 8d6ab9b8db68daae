/** The look of the page: the reader's own font and scheme, one accent, words beside every colour. */
export const REPORT_STYLE = `
:root { --ink: #1c1f26; --quiet: #59606d; --paper: #fff; --line: #e3e6eb; --bad: #a3181d; --good: #1a6b3c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9ebef; --quiet: #a4abb8; --paper: #14161a; --line: #2c3038; --bad: #ff9a94; --good: #7fd6a2; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.25rem 0 0.75rem; letter-spacing: -0.01em; }
h2 { font-size: 1.15rem; margin: 3rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
p { margin: 0; color: var(--quiet); }
.kicker { font-size: 0.9rem; }
ul { list-style: none; margin: 0; padding: 0; }
dl { margin: 0; }
dd { margin: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; margin-top: 1.75rem; }
.counts dt { color: var(--quiet); font-size: 0.9rem; }
.counts dd { font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.deviation { border-top: 1px solid var(--line); padding: 1.25rem 0; scroll-margin-top: 1rem; }
.deviation dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0.25rem 1rem; }
.deviation dt { color: var(--quiet); }
.line { display: flex; gap: 1rem; border-top: 1px solid var(--line); padding: 0.75rem 0; }
.word { flex: 0 0 4.5rem; font-weight: 600; }
.word.failed { color: var(--bad); }
.word.passed { color: var(--good); }
.word.skipped { color: var(--quiet); }
.clause, .reason { display: block; color: var(--quiet); font-size: 0.875rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; font-size: 0.875rem; }
a { color: var(--bad); }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
@media (max-width: 30rem) {
  .line { flex-direction: column; gap: 0.25rem; }
  .deviation dl { grid-template-columns: 1fr; gap: 0; }
  .deviation dd { margin-bottom: 0.5rem; }
}
@media print { main { max-width: none; padding: 0; } }
`;
