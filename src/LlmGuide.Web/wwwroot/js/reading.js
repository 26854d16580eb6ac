// Comfort for readers: where one is on the page, links to headings, copies, and the search box by a key. All is there without this file.

// The section that is read is marked in "On this page".
const marks = new Map([...document.querySelectorAll('.toc a[href*="#"]')].map(link => [link, document.getElementById(link.hash.slice(1))]))
const sections = [...new Set(marks.values())].filter(Boolean)
if (sections.length > 1) {
  const mark = () => {
    const here = sections.findLast(one => one.getBoundingClientRect().top < innerHeight / 3) ?? sections[0]
    marks.forEach((section, link) => section === here ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'))
  }
  let due = 0
  addEventListener('scroll', () => { due ||= requestAnimationFrame(() => { due = 0; mark() }) }, { passive: true })
  mark()
}

// A link to each heading.
for (const heading of document.querySelectorAll('.text :is(h2,h3)[id]')) {
  const link = document.createElement('a')
  link.className = 'anchor'
  link.href = `${location.pathname}${location.search}#${heading.id}`
  link.textContent = '#'
  link.setAttribute('aria-label', `Link to “${heading.textContent.trim()}”`)
  heading.append(' ', link)
}

// Copies, where the browser lets one.
const copy = (button, text) => navigator.clipboard.writeText(text).then(() => {
  const said = button.textContent
  button.textContent = 'Copied'
  setTimeout(() => { button.textContent = said }, 2000)
})

if (navigator.clipboard) {
  for (const code of document.querySelectorAll('main pre > code')) {
    const button = document.createElement('button')
    button.className = 'linkbtn small copy'
    button.type = 'button'
    button.textContent = 'Copy'
    button.addEventListener('click', () => copy(button, code.textContent))
    const pre = code.parentElement
    const frame = document.createElement('div')
    frame.className = 'copyable'
    pre.replaceWith(frame)
    frame.append(pre, button)
  }
  for (const row of document.querySelectorAll('[data-share]')) {
    const [link, share] = row.children
    row.hidden = false
    link.addEventListener('click', () => copy(link, link.dataset.copy))
    share.hidden = !navigator.share
    share.addEventListener('click', () => navigator.share({ title: share.dataset.title, url: link.dataset.copy }).catch(() => {}))
  }
}

// "/" and Ctrl+K lead to the search box, unless somebody is typing.
addEventListener('keydown', event => {
  const search = document.querySelector('.find input')
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]')
  const asked = (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
    || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)
  if (!asked || !search || event.defaultPrevented || document.querySelector('[data-keys]')) return
  event.preventDefault()
  search.focus()
  search.select()
})
