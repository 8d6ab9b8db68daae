const WORDS = {
  user: 'Never read an activation password to anyone. Nobody from the helpdesk will ask for it.',
  staff: 'Never ask anyone for an activation password, an activation image or a PIN.',
};

export function SiteFooter({ reader = 'user' }: { reader?: keyof typeof WORDS }) {
  return (
    <footer className="border-t border-line print:hidden">
      <p className="mx-auto w-full max-w-page px-4 py-6 text-sm text-ink-soft sm:px-6">{WORDS[reader]}</p>
    </footer>
  );
}
