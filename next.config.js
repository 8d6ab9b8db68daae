import { existsSync } from 'node:fs';

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // The same in every build of the same sources, so that replicas that were built apart serve each other's pages.
  generateBuildId: () => process.env.TESSERA_BUILD_ID ?? null,
  reactStrictMode: true,
  typedRoutes: true,
  // Packages with WebAssembly, native code or worker threads must be loaded by Node itself, not bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'nodemailer',
    'pdfkit',
    'pg',
    'pino',
    'pglite-prisma-adapter',
    'prom-client',
  ],
  // Titles come with their pages to every browser: one that streams in later leaves the page without a title meanwhile.
  htmlLimitedBots: /.*/,
  experimental: {
    serverActions: { bodySizeLimit: '80kb' },
    // A page is loaded when it is first asked for: all of them at once take a second of a start and 30 MB.
    preloadEntriesOnStart: false,
    // What is built is read-only, and may be another user's: nothing is written beside it at run time.
    isrFlushToDisk: false,
    // `forbidden()`: a page that is not for its reader says so, inside its area, with the status 403.
    authInterrupts: true,
    optimizePackageImports: ['lucide-react'],
    // Most folders are built once, as by a first start, and gain nothing of a cache, which takes a quarter of that build.
    turbopackFileSystemCacheForBuild: existsSync(new URL('.next/BUILD_ID', import.meta.url)),
  },
  // Nothing scales images on demand; the server refuses to in front of Next.js, too.
  images: { unoptimized: true },
  devIndicators: false,
  // A folder whose name begins with a dot would be left out by the compiler, the linter and the formatter.
  rewrites: () =>
    Promise.resolve([
      { source: '/.well-known/tessera-image-keys.json', destination: '/api/image-keys' },
      { source: '/.well-known/tessera-result-keys.json', destination: '/api/result-keys' },
      { source: '/.well-known/security.txt', destination: '/api/security-contact' },
      // Browsers ask for it where an answer is no page, and no page's head names the icon.
      { source: '/favicon.ico', destination: '/icon.svg' },
    ]),
  redirects: () =>
    Promise.resolve([
      // A password manager's button "Change password" leads there: https://www.w3.org/TR/change-password-url/
      { source: '/.well-known/change-password', destination: '/profile#password', permanent: false },
      // Where bookmarks and mails of administrators lead: helpdesk and administrators have one page of a person.
      { source: '/administration/users', destination: '/helpdesk', permanent: false },
      {
        source: '/administration/users/:userId((?!new$)[^/]+)',
        destination: '/helpdesk/users/:userId',
        permanent: false,
      },
    ]),
  headers: () =>
    Promise.resolve([
      {
        source: '/authenticator/service-worker.js',
        headers: [
          // The app's page is one level above its files, and the scanner's worker lies among the scripts.
          { key: 'service-worker-allowed', value: '/' },
          { key: 'cache-control', value: 'no-cache' },
        ],
      },
    ]),
  // `npm run typecheck` does this for the whole project; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default nextConfig;
