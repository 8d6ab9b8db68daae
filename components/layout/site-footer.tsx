export function SiteFooter() {
  return (
    <footer className="border-t border-line">
      <p className="mx-auto w-full max-w-page px-4 py-6 text-sm text-ink-soft sm:px-6">
        Never read an activation password to anyone. Nobody from the helpdesk will ask for it.
      </p>
    </footer>
  );
}
