// A menu of the bar closes with Escape, or when one goes on elsewhere. Without this file it closes where it was opened.

const opened = () => document.querySelector('details.menu[open]')

addEventListener('keydown', event => {
  const menu = opened()
  if (event.key !== 'Escape' || !menu) return
  menu.open = false
  menu.querySelector('summary').focus()
})

for (const elsewhere of ['click', 'focusin']) {
  addEventListener(elsewhere, event => {
    const menu = opened()
    if (menu && !menu.contains(event.target)) menu.open = false
  })
}
