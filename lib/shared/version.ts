/**
 * Of the product and of the packages that are made of it. No `package.json` of the repository has one, so that `npm pack`
 * refuses each of them: `npm run pack` makes the package.
 */
export const VERSION = '0.1.0';
