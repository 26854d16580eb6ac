// What the figures that can be touched share: native controls below the drawing, a sentence that says the numbers, and the state in the
// address. Without a script the drawing and its caption are all there is, and they are whole.

const SVG = 'http://www.w3.org/2000/svg'

/** A number in words: at most three digits that count, with a comma for thousands. */
export const said = (value, digits = 3) => new Intl.NumberFormat('en', { maximumSignificantDigits: digits }).format(value)

/** The state in a part of an address, as far as the fields know it: `name:value,name:value`, each encoded. */
export function parse(text, fields) {
  const found = {}
  for (const pair of text.split(',')) {
    const [name, value] = pair.split(':').map(decoded)
    const field = fields.find(f => f.name === name)
    const sound = field && value !== undefined ? soundValue(field, value) : undefined
    if (sound !== undefined) found[name] = sound
  }
  return found
}

export const format = (state, fields) => fields.map(({ name }) => `${name}:${encodeURIComponent(state[name])}`).join(',')

function soundValue(field, value) {
  if (field.options) return field.options.find(([option]) => String(option) === value)?.[0]
  if (field.text) return value.slice(0, field.text)
  const number = Number(value)
  return value.trim() !== '' && Number.isFinite(number) ? Math.min(field.max, Math.max(field.min, number)) : undefined
}

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Makes an element of a drawing. */
export function shape(name, attributes, words) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (words !== undefined) element.textContent = words
  return element
}

/**
 * Puts controls below a figure.
 * @param slug    whose figure it is
 * @param fields  each with name, label and value; a range has min, max and step, a list has options ([value, words]), a line to type into
 *                has text (its length); words says a value of a range
 * @param draw    given the state and a function that finds a part of the drawing; returns the sentence that says the numbers
 * @param prepare fetches what drawing needs, when somebody first changes something: until then the drawing is as it came
 */
export function touch(slug, fields, draw, prepare) {
  const figure = document.getElementById(`fig-${slug}`)
  if (!figure) return
  const key = `#fig-${slug}=`
  const initial = Object.fromEntries(fields.map(f => [f.name, f.value]))
  const asked = () => location.hash.startsWith(key) ? parse(location.hash.slice(key.length), fields) : null
  let state = { ...initial, ...asked() }

  const inputs = fields.map(field => control(field))
  const { knobs, sentence, reset } = panel(figure.querySelector('title').textContent, inputs)
  const part = name => figure.querySelector(`[data-part="${name}"]`)
  let ready = prepare === undefined
  const loaded = async () => {
    try {
      await prepare()
      return ready = true
    } catch {
      sentence.textContent = 'What this needs could not be fetched. Change something to try again.'
      return false
    }
  }
  const show = async () => {
    inputs.forEach(i => i.show(state[i.field.name]))
    if (ready || await loaded()) sentence.textContent = draw(state, part)
  }
  const keep = () => history.replaceState(history.state, '', key + format(state, fields))

  knobs.addEventListener('submit', event => event.preventDefault())
  knobs.addEventListener('input', event => {
    const { field, read } = inputs.find(i => i.input === event.target)
    state = { ...state, [field.name]: read() }
    show()
  })
  knobs.addEventListener('change', keep)
  reset.addEventListener('click', () => {
    state = { ...initial }
    show()
    history.replaceState(history.state, '', key.slice(0, -1))
  })
  addEventListener('hashchange', () => {
    if (!asked()) return
    state = { ...initial, ...asked() }
    show()
  })

  figure.append(knobs)
  if (ready || asked()) show()
  else inputs.forEach(i => i.show(state[i.field.name]))
  if (asked()) figure.scrollIntoView()
}

function panel(title, inputs) {
  const [knobs, sentence, row, reset] = ['form', 'output', 'div', 'button'].map(name => document.createElement(name))
  knobs.className = 'knobs'
  knobs.setAttribute('aria-label', `Change the figure: ${title}`)
  row.className = 'row'
  Object.assign(reset, { type: 'button', className: 'btn sm', textContent: 'Reset' })
  row.append(reset)
  knobs.append(...inputs.map(i => i.label), sentence, row)
  return { knobs, sentence, reset }
}

function control(field) {
  const label = document.createElement('label')
  const input = document.createElement(field.options ? 'select' : 'input')
  const value = document.createElement('b')
  const words = field.words ?? (v => said(v, 6))
  label.append(field.label)
  if (field.text) {
    input.type = 'text'
    input.maxLength = field.text
    input.autocomplete = 'off'
    input.spellcheck = false
    label.className = 'wide'
  } else if (field.options) {
    input.append(...field.options.map(([option, text]) => new Option(text, option)))
  } else {
    input.type = 'range'
    Object.assign(input, { min: field.min, max: field.max, step: field.step ?? 1 })
    label.append(value)
  }

  input.name = field.name
  label.append(input)
  return {
    field, label, input,
    read: () => field.text ? input.value : field.options ? field.options[input.selectedIndex][0] : input.valueAsNumber,
    show: now => {
      if (input.value !== String(now)) input.value = now
      if (input.type !== 'range') return
      value.textContent = words(now)
      input.setAttribute('aria-valuetext', words(now))
    },
  }
}
