// The first hits while somebody types in the box of the bar: a combobox after the pattern of the ARIA guide (list autocomplete,
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without this file the box is a form, and Enter sends it in any case.

const IDLE = 150 // milliseconds without a key before it is worth asking
const SHOWN = 8

const input = document.querySelector('.find input')
if (input) enhance(input)

function enhance(input) {
  const list = document.createElement('ul')
  const told = document.createElement('p')
  Object.assign(list, { id: 'hits', hidden: true, role: 'listbox', ariaLabel: 'Suggestions' })
  Object.assign(told, { className: 'sr', role: 'status' })
  Object.assign(input, { role: 'combobox', autocomplete: 'off', ariaAutoComplete: 'list', ariaExpanded: 'false' })
  input.setAttribute('aria-controls', list.id)
  input.after(list, told)
  let waiting = 0
  let asking = null
  let at = -1

  const close = () => {
    asking?.abort()
    clearTimeout(waiting)
    list.hidden = true
    at = -1
    input.ariaExpanded = 'false'
    input.removeAttribute('aria-activedescendant')
  }

  // One place before the first stands for the box itself.
  const mark = to => {
    const options = [...list.children]
    at = (to + options.length + 2) % (options.length + 1) - 1
    options.forEach((option, index) => { option.ariaSelected = String(index === at) })
    if (at < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', options[at].id)
    options[at].scrollIntoView({ block: 'nearest' })
  }

  const option = (hit, index) => {
    const item = document.createElement('li')
    const [title, kind] = [document.createElement('span'), document.createElement('small')]
    title.textContent = hit.title
    title.dir = 'auto'
    kind.textContent = hit.type
    Object.assign(item, { id: `hit-${index}`, role: 'option', ariaSelected: 'false' })
    const { pathname, hash } = new URL(hit.url, location.href)
    item.dataset.to = pathname + hash
    item.append(title, ' ', kind)
    return item
  }

  const ask = async () => {
    asking?.abort()
    const words = input.value.trim()
    if (!words) return close()
    const own = asking = new AbortController()
    const answer = await fetch(`/api/v1/search?limit=${SHOWN}&q=${encodeURIComponent(words)}`, { signal: own.signal }).catch(() => null)
    const hits = answer?.ok && await answer.json().catch(() => null)
    if (own.signal.aborted) return
    if (!hits) {
      close()
      told.textContent = 'No suggestions right now. Enter searches.'
      return
    }
    list.replaceChildren(...hits.items.map(option))
    at = -1
    input.removeAttribute('aria-activedescendant')
    list.hidden = hits.items.length === 0
    input.ariaExpanded = String(!list.hidden)
    told.textContent = list.hidden ? 'Nothing found.' : `${hits.items.length} of ${hits.total} results; the arrow keys choose.`
  }

  const keys = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at - 1),
    Escape: close,
    Enter: () => location.assign(list.children[at].dataset.to),
  }
  input.addEventListener('keydown', event => {
    if (event.isComposing) return
    if (list.hidden) return event.key === 'ArrowDown' && ask()
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return mark(-1) // and the cursor moves in the box
    if (!Object.hasOwn(keys, event.key) || (event.key === 'Enter' && at < 0)) return
    event.preventDefault()
    keys[event.key]()
  })
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, IDLE)
  })
  input.addEventListener('blur', close)
  input.form.addEventListener('submit', close)
  list.addEventListener('pointerdown', event => {
    event.preventDefault() // the focus stays in the box
    const hit = event.target.closest('[role=option]')
    if (hit && event.button === 0) location.assign(hit.dataset.to)
  })
}
