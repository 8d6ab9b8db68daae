import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { DownloadLink } from '@/components/ui/buttons/download-link';
import { PageHeading } from '@/components/ui/page-heading';
import { API_CHANGES } from '@/lib/server/api/changes';
import { problemsInUse } from '@/lib/server/api/openapi/document';
import { problemDetail, problemStatus, problemTitle } from '@/lib/server/api/problem';
import { type Tag, TAGS } from '@/lib/server/api/route';
import { ROUTES } from '@/lib/server/api/route-table';
import { services } from '@/lib/server/composition/compose';
import { CodeSample } from './code-sample';
import { Conventions } from './conventions';
import { Operation } from './operation';

export const metadata: Metadata = { title: 'API' };

export default async function ApiDocsPage() {
  const { config } = await services();
  const site = config.publicUrl;
  return (
    <>
      <SiteHeader />
      <MainContent>
        <PageHeading lead="For systems beside this site: ticket systems, personnel, fraud desks, SIEM.">
          API
        </PageHeading>
        <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <Contents />
          <div className="grid min-w-0 grid-cols-1 gap-16">
            <section aria-labelledby="begin" className="grid max-w-prose grid-cols-1 gap-4">
              <SectionHeading id="begin">Begin</SectionHeading>
              <p>
                An administrator makes a service account with a second person, and is shown its key once. The key says
                what the system may do. It asks and follows: what takes two people is decided by people, and no answer
                has an image, a password, a link or a code.
              </p>
              <CodeSample label="The first call">
                {[
                  `export TESSERA_KEY=tes_…`,
                  `curl ${site}/api/v1/service-account \\`,
                  `  --header "Authorization: Bearer $TESSERA_KEY"`,
                ].join('\n')}
              </CodeSample>
              <p>
                Programs read the same as OpenAPI 3.1. What is there is kept: fields and addresses are added, so ignore
                what you do not know.
              </p>
              <div>
                <DownloadLink href="/api/v1/openapi.json">Download openapi.json</DownloadLink>
              </div>
            </section>
            <Conventions />
            {(Object.keys(TAGS) as Tag[]).map((tag) => (
              <section key={tag} aria-labelledby={idOf(tag)} className="grid grid-cols-1 gap-10">
                <div className="grid max-w-prose grid-cols-1 gap-2">
                  <SectionHeading id={idOf(tag)}>{tag}</SectionHeading>
                  <p className="text-ink-soft">{TAGS[tag]}</p>
                </div>
                {ROUTES.filter((route) => route.tag === tag).map((route) => (
                  <Operation key={route.id} route={route} site={site} />
                ))}
              </section>
            ))}
            <section aria-labelledby="problems" className="grid max-w-prose grid-cols-1 gap-4">
              <SectionHeading id="problems">Problems</SectionHeading>
              <p>Every refusal is a problem (RFC 9457). Branch on its code, and show people its detail.</p>
              <dl className="grid grid-cols-1 gap-4">
                {problemsInUse().map((code) => (
                  <div key={code} id={`problem-${code}`} className="scroll-mt-6 target:bg-accent-soft">
                    <dt className="font-semibold">
                      {problemTitle(code)}{' '}
                      <span className="font-mono text-sm font-normal text-ink-soft">
                        {problemStatus(code)} {code}
                      </span>
                    </dt>
                    <dd>{problemDetail(code)}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section aria-labelledby="changes" className="grid max-w-prose grid-cols-1 gap-4">
              <SectionHeading id="changes">Changes</SectionHeading>
              <p>What is new, the latest first. Programs read the same in openapi.json.</p>
              {API_CHANGES.map(({ date, version, changes }) => (
                <section key={version} aria-labelledby={`version-${version}`} className="grid grid-cols-1 gap-2">
                  <h3 id={`version-${version}`} className="scroll-mt-6 font-semibold">
                    {version}, <time dateTime={date}>{date}</time>
                  </h3>
                  <ul className="grid list-disc grid-cols-1 gap-1 pl-5">
                    {changes.map((change) => (
                      <li key={change}>
                        <WithCode>{change}</WithCode>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </section>
          </div>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}

/** What stands between back ticks, as code. */
function WithCode({ children }: { children: string }) {
  return children.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={part} className="font-mono text-sm break-words">
        {part}
      </code>
    ),
  );
}

function idOf(tag: Tag): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}

function SectionHeading({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} className="scroll-mt-6 text-xl font-semibold tracking-tight">
      {children}
    </h2>
  );
}

/** In a column of its own where there is room. */
function Contents() {
  const places = [
    ['begin', 'Begin'],
    ['conventions', 'Conventions'],
    ...Object.keys(TAGS).map((tag) => [idOf(tag as Tag), tag]),
    ['problems', 'Problems'],
    ['changes', 'Changes'],
  ];
  return (
    <nav aria-label="On this page" className="lg:sticky lg:top-8 lg:self-start">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 lg:grid lg:grid-cols-1">
        {places.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1.5 text-accent hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
