// Rotary positions: a query and a key are turned, and their score depends on the distance alone.

import { said, touch } from './kit.js'

/** A point of the plane, turned by `position` times `degrees`. */
export function turn([x, y], position, degrees) {
  const angle = position * degrees * Math.PI / 180
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}

/** The dot product of the query (1, 0) at one position and the key (1, 0) at another. */
export function score(query, key, degrees) {
  const [a, b] = [turn([1, 0], query, degrees), turn([1, 0], key, degrees)]
  return a[0] * b[0] + a[1] * b[1]
}

const fields = [
  { name: 'query', label: 'Position of the query', min: 0, max: 24, value: 3 },
  { name: 'key', label: 'Position of the key', min: 0, max: 24, value: 1 },
  { name: 'degrees', label: 'Turn per position', min: 1, max: 60, value: 30, words: v => `${v}°` },
]

const [cx, cy, r] = [110, 112, 88]
const at = ([x, y], by = r) => [cx + by * x, cy - by * y]

function arrow(part, name, position, degrees) {
  const point = turn([1, 0], position, degrees)
  const [x, y] = at(point)
  part(`${name}-line`).setAttribute('x2', x.toFixed(1))
  part(`${name}-line`).setAttribute('y2', y.toFixed(1))
  part(`${name}-tip`).setAttribute('cx', x.toFixed(1))
  part(`${name}-tip`).setAttribute('cy', y.toFixed(1))
  const [tx, ty] = at(point, r + 13)
  part(`${name}-name`).setAttribute('x', tx.toFixed(1))
  part(`${name}-name`).setAttribute('y', (ty + 4.5).toFixed(1))
  return point
}

const pair = ([x, y]) => `(${[x, y].map(v => (Math.round(v * 100) / 100 + 0).toFixed(2)).join(', ')})`

function draw({ query, key, degrees }, part) {
  const [q, k] = [arrow(part, 'query', query, degrees), arrow(part, 'key', key, degrees)]
  part('query-said').textContent = `q at ${query}: ${pair(q)}`
  part('key-said').textContent = `k at ${key}: ${pair(k)}`
  const value = score(query, key, degrees)
  part('score').textContent = (Math.round(value * 100) / 100 + 0).toFixed(2)
  part('why').textContent = `cos ${Math.abs(query - key) * degrees}°`
  return `The query at position ${query} and the key at ${key} are ${Math.abs(query - key)} apart and have the score ${said(value, 3)}. ` +
    'Move both by the same number of places: the arrows turn, the score stays.'
}

if (typeof document !== 'undefined') touch('rotary', fields, draw)
