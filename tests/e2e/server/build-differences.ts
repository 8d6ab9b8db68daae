/** A difference between two builds of the same sources that is no difference in what runs. */
type Difference = {
  /** Paths below `.next`. */
  files: RegExp;
  because: string;
  /** The text of such a file without what differs; absent where the whole of it does. @param root where it was built */
  without?: (text: string, root: string) => string;
};

export const DIFFERENCES: readonly Difference[] = [
  { files: /^(?:cache|trace|trace-build)(?:\/|$)/, because: 'the bundler’s own memory, and how long each step took' },
  {
    files: /^(?:programs\/)?tessera-build\.json$/,
    because: 'the time at which the sources were read',
    without: (text) => text.replace(/"readAt":\d+/, ''),
  },
  {
    files: /^required-server-files\.js(?:on)?$/,
    because: 'the path of the folder, and whether the bundler had an earlier build to go on from: nothing reads either',
    without: (text, root) =>
      text.replaceAll(root, '').replace(/"turbopackFileSystemCacheForBuild": ?(?:true|false)/, ''),
  },
  {
    files: /^(?:prerender-manifest|server\/preview-props)\.json$/,
    because: 'keys of Next.js’s draft mode, which no page of ours has, drawn for each build',
    without: (text) => text.replaceAll(/"previewMode\w+": ?"[0-9a-f]+"/g, ''),
  },
  {
    files: /^programs\/database-[0-9a-f]+\//,
    because: 'an empty database: PostgreSQL gives each an identifier, and notes when it was made',
  },
  {
    files: /^server\/.*\.nft\.json$/,
    because:
      'lists for platforms that copy a site by them, of whatever lies beside the sources, tests too; nothing reads them',
  },
];
