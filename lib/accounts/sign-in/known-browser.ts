/** Names a browser that an account has been signed in with before; see `KnownBrowsers`. Proves nothing. */
export type KnownBrowserId = string & { readonly brand: 'KnownBrowserId' };
