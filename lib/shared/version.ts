/**
 * Of the product and its packages. No `package.json` of the repository has one, so that `npm pack` refuses each of
 * them: `npm run pack` makes the package.
 */
export const VERSION = '0.1.0';
