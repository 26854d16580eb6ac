// Works found by a part of their title, where a form wants their addresses: a combobox after the pattern of the ARIA guide (list
// autocomplete, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) before each field with data-works. What is chosen is written into
// the field; without this file the field takes the address itself.

const IDLE = 200 // milliseconds without a key before it is worth asking

let made = 0
for (const field of document.querySelectorAll('[data-works]')) enhance(field, `works-${made++}`)

function enhance(field, id) {
  const box = document.createElement('div')
  box.className = 'combo'
  box.innerHTML = `<label class="sr" for="${id}"></label><input class="in" id="${id}" role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-list"><ul id="${id}-list" role="listbox" hidden></ul><p class="sr" role="status"></p>`
  const [label, input, list, told] = box.children
  label.textContent = `Find a work for: ${document.querySelector(`label[for="${field.id}"]`).textContent}`
  input.placeholder = 'A part of the title'
  list.setAttribute('aria-label', 'Works')
  field.before(box)
  let waiting = 0
  let asking = null
  let at = -1

  const close = () => {
    list.hidden = true
    list.replaceChildren()
    at = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  const mark = to => {
    const options = [...list.children]
    if (options.length === 0) return
    at = (to + options.length) % options.length
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)))
    options[at].scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', options[at].id)
  }

  const choose = option => {
    const slug = option.dataset.slug
    if (field.tagName === 'TEXTAREA') {
      const lines = field.value.split('\n').map(line => line.trim()).filter(Boolean)
      field.value = [...lines.filter(line => line !== slug), slug].join('\n')
    } else {
      field.value = slug
    }
    field.dispatchEvent(new Event('input', { bubbles: true }))
    told.textContent = `${option.textContent} is chosen.`
    input.value = ''
    close()
  }

  const ask = async () => {
    asking?.abort()
    const words = input.value.trim()
    if (!words) return close()
    asking = new AbortController()
    const answer = await fetch(`/curate/works?q=${encodeURIComponent(words)}`, { signal: asking.signal }).catch(() => null)
    if (!answer?.ok) return
    const works = await answer.json()
    list.replaceChildren(...works.items.map((work, index) => {
      const option = document.createElement('li')
      option.id = `${id}-${index}`
      option.role = 'option'
      option.setAttribute('aria-selected', 'false')
      option.dataset.slug = work.slug
      option.textContent = work.year ? `${work.title} (${work.year})` : work.title
      return option
    }))
    at = -1
    list.hidden = works.items.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    told.textContent = works.total === 0 ? 'No work has this in its title.' : `${works.total.toLocaleString('en')} ${works.total === 1 ? 'work' : 'works'}; the arrow keys choose.`
  }

  const keys = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at < 0 ? -1 : at - 1),
    Escape: close,
    Enter: () => { if (at >= 0) choose(list.children[at]) },
  }
  input.addEventListener('keydown', event => {
    if (!Object.hasOwn(keys, event.key) || (list.hidden && event.key !== 'Enter')) return
    event.preventDefault() // Enter would send the form
    keys[event.key]()
  })
  input.addEventListener('input', event => {
    event.stopPropagation() // nothing of the form has changed yet
    clearTimeout(waiting)
    waiting = setTimeout(ask, IDLE)
  })
  input.addEventListener('blur', close)
  list.addEventListener('pointerdown', event => {
    event.preventDefault() // the focus stays in the field
    const option = event.target.closest('[role=option]')
    if (option) choose(option)
  })
}
