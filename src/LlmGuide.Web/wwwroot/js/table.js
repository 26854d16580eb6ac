// The keys of a table for work: j and k go from row to row, x selects, Enter opens, e edits, / filters, ? tells of them.
// Everything that they do, the page does without them; it listens on the document, since a circuit puts rows in place of others.

const rows = () => [...document.querySelectorAll('[data-table] tbody tr')].filter(row => row.querySelector('[data-open]'))

const current = () => document.activeElement?.closest('[data-table] tbody tr')

const go = by => {
  const all = rows()
  const at = all.indexOf(current())
  const row = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]
  row?.querySelector('[data-open]').focus()
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  x: () => current()?.querySelector('input[type=checkbox]')?.click(),
  e: () => current()?.querySelector('a[data-edit]')?.click(),
  '/': () => document.querySelector('[data-filter]')?.select(),
  '?': () => document.getElementById('table-keys')?.togglePopover(),
}

const typing = element => element.closest('select,textarea,[contenteditable],input:not([type=checkbox])')

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target) || !Object.hasOwn(acts, event.key)) return
  event.preventDefault()
  acts[event.key]()
})
