// Comfort in the box that comments are written in: a toolbar, a box that grows, and the names of those who speak here after an @.
// It listens to the page, so that a box that comes later has it too.

const box = form => form.elements['Draft.Text']
const composer = element => element.closest?.('form.compose')

// ---- marks around what is selected, or before its lines

const around = { bold: ['**', '**'], italic: ['*', '*'], code: ['`', '`'], link: ['[', '](https://)'], formula: ['$', '$'] }
const before = { quote: '> ', list: '- ' }
const keys = { b: 'bold', i: 'italic', e: 'code', k: 'link' }

function mark(area, name) {
  area.focus()
  const { selectionStart: start, selectionEnd: end, value } = area
  const selected = value.slice(start, end)
  if (before[name]) {
    const from = value.lastIndexOf('\n', start - 1) + 1
    const lines = value.slice(from, end).split('\n').map(line => before[name] + line).join('\n')
    replace(area, from, end, lines, from + lines.length)
  } else if (name === 'code' && selected.includes('\n')) {
    replace(area, start, end, '```\n' + selected + '\n```', start + 3)
  } else {
    const [open, close] = around[name]
    replace(area, start, end, open + selected + close, start + open.length, start + open.length + selected.length)
    if (name === 'link' && selected) area.setSelectionRange(start + selected.length + 3, start + selected.length + 11)
  }
}

function replace(area, from, to, text, start, end = start) { // as if typed, so that it can be undone
  area.setSelectionRange(from, to)
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, from, to)
  area.setSelectionRange(start, end)
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

document.addEventListener('click', event => {
  const button = event.target.closest('.mdbar [data-mark]')
  if (button) mark(box(button.form), button.dataset.mark)
})

// ---- a toolbar is one stop for the Tab key, and has arrows within

function show(bar) {
  bar.hidden = false
  bar.firstElementChild.tabIndex = 0
}

document.addEventListener('keydown', event => {
  const bar = event.target.closest?.('.mdbar')
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!bar || !step) return
  const buttons = [...bar.children]
  const next = buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length]
  event.target.tabIndex = -1
  next.tabIndex = 0
  next.focus()
})

// ---- names after an @

const people = new Map() // by address, asked for once
const asked = address => people.get(address) ?? people.set(address, fetch(address).then(answer => answer.ok ? answer.json() : [], () => [])).get(address)

const word = area => /(?:^|[^A-Za-z0-9_@/.])@([A-Za-z0-9_-]*)$/.exec(area.value.slice(0, area.selectionStart))?.[1]
const list = area => area.parentElement.querySelector('.names')

async function complete(area) {
  const typed = word(area)
  if (typed === undefined) return close(area)
  const names = await asked(composer(area).dataset.people)
  if (word(area) !== typed) return
  const found = names.filter(name => name.toLowerCase().startsWith(typed.toLowerCase())).slice(0, 8)
  if (found.length === 0 || (found.length === 1 && found[0] === typed)) return close(area)
  close(area)
  const options = document.createElement('ul')
  options.className = 'names'
  options.role = 'listbox'
  options.id = `${area.id}-names`
  options.ariaLabel = 'People in this discussion'
  options.append(...found.map((name, index) => {
    const option = document.createElement('li')
    option.role = 'option'
    option.id = `${options.id}-${index}`
    option.textContent = name
    return option
  }))
  area.after(options)
  area.setAttribute('aria-controls', options.id)
  choose(area, 0)
}

function choose(area, index) {
  const options = [...list(area).children]
  const chosen = (index + options.length) % options.length
  options.forEach((option, at) => option.setAttribute('aria-selected', at === chosen))
  area.setAttribute('aria-activedescendant', options[chosen].id)
  options[chosen].scrollIntoView({ block: 'nearest' })
}

function close(area) {
  list(area)?.remove()
  area.removeAttribute('aria-controls')
  area.removeAttribute('aria-activedescendant')
}

function take(area, name) {
  const end = area.selectionStart
  const start = end - word(area).length
  replace(area, start, end, `${name} `, start + name.length + 1)
  close(area)
}

// ---- before the form's own keys: Escape closes the names and not the reply

document.addEventListener('keydown', event => {
  const area = event.target
  if (area.name !== 'Draft.Text' || event.isComposing) return
  const options = list(area) && [...list(area).children]
  const chosen = options?.findIndex(option => option.ariaSelected === 'true')
  const act = options && {
    ArrowDown: () => choose(area, chosen + 1),
    ArrowUp: () => choose(area, chosen - 1),
    Enter: () => take(area, options[chosen].textContent),
    Tab: () => take(area, options[chosen].textContent),
    Escape: () => close(area),
  }[event.key]
  const name = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && keys[event.key]
  if (act && !event.ctrlKey && !event.metaKey) act()
  else if (name) mark(area, name)
  else return
  event.preventDefault()
  event.stopPropagation()
}, true)

document.addEventListener('pointerdown', event => {
  const option = event.target.closest('.names [role=option]')
  if (!option) return
  event.preventDefault() // the box keeps the focus
  take(option.closest('form').elements['Draft.Text'], option.textContent)
})

document.addEventListener('input', event => {
  if (event.target.name !== 'Draft.Text') return
  grow(event.target)
  complete(event.target)
})
document.addEventListener('focusout', event => { if (event.target.name === 'Draft.Text') close(event.target) })

// ---- browsers without field-sizing

function grow(area) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

document.querySelectorAll('.mdbar').forEach(show)
document.querySelectorAll('form.compose').forEach(form => { box(form).setAttribute('aria-autocomplete', 'list'); grow(box(form)) })
