// A menu closes once something of it is chosen, at a press beside it, and with the Escape key.

/** @param room where menus come and go. */
export function closeMenus(room) {
  const openOnes = () => room.querySelectorAll('[data-menu][open]');
  document.addEventListener('click', ({ target }) => {
    for (const menu of openOnes()) if (!menu.contains(target) || target.closest('a')) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of openOnes()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    }
  });
}
