/** Header of what a page sends to a server action: the build of the site that the page is of. */
export const PAGE_BUILD_HEADER = 'x-tessera-page-build';
