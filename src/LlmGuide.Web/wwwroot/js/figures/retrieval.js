// Answers of a retrieval system: what the search finds, times what the reader makes of it.

import { said, touch } from './kit.js'

/** Shares of all questions. `found` is recall@k, the others the shares answered rightly with and without the passage. */
export function parts({ found, withIt, without }) {
  return {
    right: found * withIt,
    misread: found * (1 - withIt),
    lucky: (1 - found) * without,
    missed: (1 - found) * (1 - without),
  }
}

export const answered = state => parts(state).right + parts(state).lucky

const percent = v => `${said(100 * v, 3)}%`

const fields = [
  { name: 'found', label: 'Right passage in the top k (recall@k)', min: 0, max: 1, step: .01, value: .8, words: percent },
  { name: 'withIt', label: 'Answered when it is there', min: 0, max: 1, step: .005, value: .725, words: percent },
  { name: 'without', label: 'Answered when it is not', min: 0, max: .5, step: .01, value: .1, words: percent },
]

const [left, top, width, height] = [1, 40, 326, 150]

function place(element, x, y, w, h) {
  const sides = { x, y, width: Math.max(0, w), height: Math.max(0, h) }
  for (const [name, value] of Object.entries(sides)) element.setAttribute(name, value.toFixed(1))
}

function label(part, name, x, y, value, room) {
  part(name).setAttribute('x', x.toFixed(1))
  part(name).setAttribute('y', y.toFixed(1))
  part(name).textContent = room ? said(100 * value, 3) : ''
}

function draw(state, part) {
  const { found, withIt, without } = state
  const shares = parts(state)
  const split = left + width * found
  const [foot, a, b] = [top + height, height * withIt, height * without]
  place(part('right'), left, foot - a, width * found - 1, a)
  place(part('misread'), left, top, width * found - 1, height - a - 1)
  place(part('lucky'), split + 1, foot - b, width * (1 - found) - 1, b)
  place(part('missed'), split + 1, top, width * (1 - found) - 1, height - b - 1)
  const wide = [width * found > 34, width * (1 - found) > 26]
  label(part, 'right-said', left + width * found / 2, foot - a / 2 + 5, shares.right, wide[0] && a > 18)
  label(part, 'misread-said', left + width * found / 2, top + (height - a) / 2 + 5, shares.misread, wide[0] && height - a > 18)
  label(part, 'lucky-said', split + width * (1 - found) / 2, foot - b / 2 + 5, shares.lucky, wide[1] && b > 14)
  label(part, 'missed-said', split + width * (1 - found) / 2, top + (height - b) / 2 + 5, shares.missed, wide[1] && height - b > 18)
  part('found-said').textContent = `found: ${percent(found)}`
  part('missing-said').textContent = `not found: ${percent(1 - found)}`
  part('sum').textContent = `answered: ${said(100 * answered(state), 3)} of 100`
  return `Of 100 questions ${said(100 * answered(state), 3)} are answered. A perfect search would give ${said(100 * withIt, 3)}, ` +
    `a perfect reader ${said(100 * (found + (1 - found) * without), 3)}.`
}

if (typeof document !== 'undefined') touch('retrieval', fields, draw)
