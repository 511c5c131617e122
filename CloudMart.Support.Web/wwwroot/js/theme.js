// Runs before anything is painted, so that no page flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem('theme');
  const show = () => { root.dataset.theme = chosen() ?? (dark.matches ? 'dark' : 'light'); };

  show();
  dark.addEventListener('change', show);
  addEventListener('storage', event => { if (event.key === 'theme') show(); });

  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-toggle]')) return;
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    // Choosing what the system has anyway means following it again.
    if (next === (dark.matches ? 'dark' : 'light')) localStorage.removeItem('theme');
    else localStorage.setItem('theme', next);
    show();
  });
})();
