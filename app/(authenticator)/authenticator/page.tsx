import { AuthenticatorApp } from '@/components/phone/authenticator-app';

/** The phone app. It is one page: what it shows depends on what this phone keeps, which no server knows. */
export default function AuthenticatorPage() {
  return (
    <>
      <AuthenticatorApp />
      <noscript>
        <p className="px-5 py-4 sm:px-6">The authenticator keeps its keys on this phone, which needs JavaScript.</p>
      </noscript>
    </>
  );
}
